import { doorUnit, enableDoorUnit, removeDoorUnit } from './door-unit.ts';
import type { DoorCommands, FirewallInput, FirewallPlan } from './firewall.ts';

/**
 * A session that is older than the first rule about connections is not known to the kernel as established: its next
 * packet counts as new, and would be dropped. Until the setup is over such packets pass; a new connection begins with a SYN.
 */
const OLDER = 'tcp flags & (syn | ack) != syn ct state new accept';

/**
 * A table of the door's own, in front of the ordinary filter: it can only drop, so that the rest of the ruleset stays in
 * force. Who has knocked is in a set, which forgets by itself where the door is timed.
 */
export function nftablesPlan({ answers, comment }: FirewallInput): FirewallPlan {
  const { servicePort, ipv6, closing, openSeconds, start } = answers;
  const table = `${ipv6 ? 'inet' : 'ip'} toctoc_${servicePort}`;
  const path = `/etc/nftables.d/toctoc-${servicePort}.nft`;
  const include = `include "${path}"`;
  const conf = '/etc/nftables.conf';
  const families = ipv6 ? ([4, 6] as const) : ([4] as const);
  const seconds = closing === 'timed' ? openSeconds : null;
  const door = (family: 4 | 6) => doorCommands(`${table} open${family}`, seconds);
  return {
    ipv4: door(4),
    ipv6: ipv6 ? door(6) : undefined,
    forgets: seconds !== null,
    files: [
      {
        kind: 'file',
        id: 'nft-rules',
        path,
        text: rules(table, servicePort, families, comment, seconds !== null),
        secret: false,
      },
    ],
    look: ['sudo nft list ruleset'],
    shut: [
      `sudo nft -c -f ${path}`,
      `printf '%s\\n' '${include}' 'insert rule ${table} door ${OLDER}' | sudo nft -f -`,
    ],
    rescue: `nft delete table ${table}`,
    list: families.map((family) => `sudo nft list set ${table} open${family}`),
    evict: families.map((family) => `sudo nft flush set ${table} open${family}`),
    keepFiles: start === 'debian' ? [] : [doorUnit(servicePort, comment, '/usr/sbin/nft -f', path)],
    keep:
      start === 'debian'
        ? [
            `sudo nft -f ${path}`,
            `sudo grep -qxF '${include}' ${conf} || echo '${include}' | sudo tee -a ${conf}`,
            `sudo nft -c -f ${conf}`,
            'sudo systemctl enable nftables',
          ]
        : enableDoorUnit(servicePort),
    undo: [`sudo nft delete table ${table}`],
    // In this order: a start between the two would find an include without its file, and load no rules at all.
    undoKeep:
      start === 'debian'
        ? [`sudo sed -i '\\#^${include}$#d' ${conf}`, `sudo rm -f ${path}`]
        : removeDoorUnit(servicePort, path),
  };
}

/** An element that is there keeps its old time when it is added again: it goes first. */
function doorCommands(set: string, seconds: number | null): DoorCommands {
  const nft = '/usr/sbin/nft';
  const remove = `${nft} delete element ${set} '{ %IP% }'`;
  if (seconds === null) return { open: `${nft} add element ${set} '{ %IP% }'`, shut: remove };
  return {
    open: `${remove} 2>/dev/null; ${nft} add element ${set} '{ %IP% timeout ${seconds}s }'`,
    shut: undefined,
  };
}

function rules(table: string, port: number, families: readonly (4 | 6)[], comment: string, timed: boolean): string {
  const sets = families.flatMap((family) => [
    `\tset open${family} {`,
    `\t\ttype ${family === 4 ? 'ipv4_addr' : 'ipv6_addr'}`,
    ...(timed ? ['\t\tflags timeout'] : []),
    '\t}',
    '',
  ]);
  const accepts = families.map((family) => `\t\t${family === 4 ? 'ip' : 'ip6'} saddr @open${family} accept`);
  return `${[
    '#!/usr/sbin/nft -f',
    `# ${comment}`,
    `table ${table}`,
    `delete table ${table}`,
    '',
    `table ${table} {`,
    ...sets,
    '\tchain input {',
    '\t\ttype filter hook input priority -5; policy accept;',
    `\t\ttcp dport ${port} jump door`,
    '\t}',
    '',
    '\tchain door {',
    '\t\tiif "lo" accept',
    '\t\tct state established,related accept',
    ...accepts,
    '\t\tdrop',
    '\t}',
    '}',
  ].join('\n')}\n`;
}
