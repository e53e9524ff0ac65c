import type { DoorCommands, FirewallInput, FirewallPlan } from './firewall.ts';

/**
 * A deny for the door's port in front of every other rule, and openings in front of that: `prepend`, because `insert 1`
 * fails in an empty ruleset. ufw itself keeps sessions that stand (its before.rules accept what is established).
 */
export function ufwPlan({ answers }: FirewallInput): FirewallPlan {
  const { servicePort, ipv6, closing, openSeconds } = answers;
  const everybody = `proto tcp to any port ${servicePort}`;
  const mark = `toctoc-${servicePort}`;
  const door = doorCommands(servicePort, mark, closing === 'timed' ? openSeconds : null);
  const evict = `sudo ufw show added | sed -n "s/^ufw \\(allow from .*\\) comment '${mark}'$/\\1/p" | xargs -r -L1 sudo ufw delete`;
  return {
    ipv4: door,
    ipv6: ipv6 ? door : undefined,
    forgets: false,
    files: [],
    look: ['sudo ufw status verbose'],
    shut: [`sudo ufw prepend deny ${everybody}`],
    rescue: `ufw prepend allow ${everybody}`,
    list: ['sudo ufw status numbered'],
    evict: [evict],
    keep: [],
    undo: [`sudo ufw delete deny ${everybody}`, evict],
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
