import type { DoorCommands, FirewallInput, FirewallPlan } from './firewall.ts';

/**
 * To ufw a deny for everybody and an allow for everybody are one rule: where `allow 22` stands already, `deny 22` is
 * skipped ("existing rule"), and the door stays open. Two halves of all addresses are rules of their own.
 */
const HALVES = ['0.0.0.0/1', '128.0.0.0/1'] as const;
const HALVES_6 = ['::/1', '8000::/1'] as const;

/**
 * Denies for the door's port in front of every other rule, and openings in front of those: `prepend`, because `insert 1`
 * fails in an empty ruleset. ufw itself keeps sessions that stand (its before.rules accept what is established).
 */
export function ufwPlan({ answers }: FirewallInput): FirewallPlan {
  const { servicePort, ipv6, closing, openSeconds, start } = answers;
  const mark = `toctoc-${servicePort}`;
  const denies = [...HALVES, ...(ipv6 ? HALVES_6 : [])].map(
    (half) => `deny proto tcp from ${half} to any port ${servicePort}`,
  );
  const door = doorCommands(servicePort, mark, closing === 'timed' ? openSeconds : null);
  const evict = `sudo ufw show added | sed -n "s/^ufw \\(allow from .*\\) comment '${mark}'$/\\1/p" | xargs -r -L1 sudo ufw delete`;
  return {
    ipv4: door,
    ipv6: ipv6 ? door : undefined,
    forgets: false,
    files: [],
    look: ['sudo ufw status verbose'],
    shut: denies.map((deny) => `sudo ufw prepend ${deny}`),
    // Where ufw was only just enabled, nothing else lets anybody in.
    rescue: [...denies.map((deny) => `ufw delete ${deny}`), `ufw allow ${servicePort}/tcp`].join('; '),
    list: ['sudo ufw status numbered'],
    evict: [evict],
    keepFiles: [],
    // Debian's package has enabled it; elsewhere ufw itself does not.
    keep: start === 'debian' ? [] : ['sudo systemctl enable ufw'],
    undo: [...denies.map((deny) => `sudo ufw delete ${deny}`), evict],
    undoKeep: [],
  };
}

/**
 * ufw knows each rule once, and the first timer would take it away from under a later knock: the file remembers when the
 * address last knocked, and a timer that finds it younger than its own time leaves the rule to the next one.
 */
function doorCommands(port: number, mark: string, seconds: number | null): DoorCommands {
  const ufw = '/usr/sbin/ufw';
  const rule = `allow proto tcp from %IP% to any port ${port}`;
  const open = `${ufw} prepend ${rule} comment ${mark}`;
  const shut = `${ufw} delete ${rule}`;
  if (seconds === null) return { open, shut };
  const seen = `/run/${mark}-%IP%`;
  return {
    open: `touch ${seen}; ${open}`,
    shut: `[ -n "$(find ${seen} -newermt '${seconds} seconds ago' 2>/dev/null)" ] || { ${shut}; rm -f ${seen}; }`,
  };
}
