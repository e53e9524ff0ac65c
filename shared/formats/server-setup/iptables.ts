import type { SetupFile } from './document.ts';
import { doorUnit, enableDoorUnit, removeDoorUnit } from './door-unit.ts';
import type { DoorCommands, FirewallInput, FirewallPlan } from './firewall.ts';

/**
 * A session that is older than the first rule about connections is not known to the kernel as established: its next
 * packet counts as new, and would be dropped. Until the setup is over such packets pass; a new connection begins with a SYN.
 */
const OLDER = '-p tcp ! --syn -m conntrack --ctstate NEW -j ACCEPT';

/**
 * A chain of the door's own: the packets for the door's port are sent there first, whatever other rules there are, and
 * nothing else is. Openings are put in front of it (`-I`: they must come before the drop).
 */
export function iptablesPlan({ answers, comment }: FirewallInput): FirewallPlan {
  const { servicePort, ipv6, closing, start } = answers;
  const chain = `TOCTOC-${servicePort}`;
  const all = ipv6 ? (['iptables', 'ip6tables'] as const) : (['iptables'] as const);
  const jump = `INPUT -p tcp --dport ${servicePort} -j ${chain}`;
  const each = (lines: (tables: string) => readonly string[]) => all.flatMap(lines);
  const rules = (tables: string) => `${tables}-save | grep -v "^-A ${chain} -s "`;
  const save = (tables: string) => `sudo sh -c '${rules(tables)} > ${savedRules(tables)}'`;
  // Where they were never made to last, nothing begins to last now.
  const saveAgain = (tables: string) => `sudo sh -c 'f=${savedRules(tables)}; [ ! -e $f ] || ${rules(tables)} > $f'`;
  const strict = all.map((tables) => `sudo ${tables} -w -D ${chain} ${OLDER}`);
  const shut = (tables: string, older: readonly string[]) => [
    `${tables} -w -N ${chain} 2>/dev/null || ${tables} -w -F ${chain}`,
    `${tables} -w -A ${chain} -i lo -j ACCEPT`,
    `${tables} -w -A ${chain} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT`,
    ...older.map((rule) => `${tables} -w -A ${chain} ${rule}`),
    `${tables} -w -A ${chain} -j DROP`,
    `${tables} -w -C ${jump} 2>/dev/null || ${tables} -w -I ${jump.replace('INPUT', 'INPUT 1')}`,
  ];
  const asRoot = (line: string) => `sudo ${line.replace(' || ', ' || sudo ')}`;
  const file: SetupFile = {
    kind: 'file',
    id: 'door-rules',
    path: `/etc/toctoc-${servicePort}.rules`,
    text: `${[`# ${comment}`, ...each((tables) => shut(tables, []))].join('\n')}\n`,
    secret: false,
  };
  const evict = (tables: string) =>
    `sudo ${tables} -w -S ${chain} | sed -n 's/^-A \\(${chain} -s .*\\)$/-w -D \\1/p' | xargs -r -L1 sudo ${tables}`;
  return {
    ipv4: doorCommands('iptables', chain, closing),
    ipv6: ipv6 ? doorCommands('ip6tables', chain, closing) : undefined,
    forgets: false,
    files: [],
    look: all.map((tables) => `sudo ${tables} -w -S INPUT`),
    shut: each((tables) => shut(tables, [OLDER]).map(asRoot)),
    rescue: all.map((tables) => `${tables} -w -D ${jump}`).join('; '),
    list: all.map((tables) => `sudo ${tables} -w -vnL ${chain}`),
    evict: all.map(evict),
    keepFiles: start === 'debian' ? [] : [file, doorUnit(servicePort, comment, '/bin/sh', file.path)],
    keep:
      start === 'debian'
        ? [...strict, 'sudo apt-get install iptables-persistent', ...all.map(save)]
        : enableDoorUnit(servicePort),
    undo: each((tables) => [
      `sudo ${tables} -w -D ${jump}`,
      `sudo ${tables} -w -F ${chain}`,
      `sudo ${tables} -w -X ${chain}`,
    ]),
    undoKeep: start === 'debian' ? all.map(saveAgain) : removeDoorUnit(servicePort, file.path),
  };
}

/** What Debian's iptables-persistent loads at the next start. */
function savedRules(tables: string): string {
  return `/etc/iptables/${tables === 'iptables' ? 'rules.v4' : 'rules.v6'}`;
}

/**
 * With a timer every opening is a rule of its own, taken away by its own timer: who knocks again while the door is open
 * keeps it open for longer. With a close sequence there is one rule, however often one has knocked: one close is enough.
 */
function doorCommands(tables: string, chain: string, closing: 'timed' | 'sequence'): DoorCommands {
  const program = `/usr/sbin/${tables} -w`;
  const rule = '-s %IP% -j ACCEPT';
  const insert = `${program} -I ${chain} 1 ${rule}`;
  return {
    open: closing === 'timed' ? insert : `${program} -C ${chain} ${rule} 2>/dev/null || ${insert}`,
    shut: `${program} -D ${chain} ${rule}`,
  };
}
