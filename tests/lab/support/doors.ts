/** One knockd door that lets the knocker in to sshd, as tutorials write it, but with `-I`: the rule must come before the drop. */
export function door(name: string, lines: Readonly<Record<string, string>>): string {
  const body = Object.entries(lines).map(([key, value]) => `\t${key} = ${value}`);
  return `[${name}]\n${body.join('\n')}\n\n`;
}

export const OPTIONS = '[options]\n\tUseSyslog\n\n';

export const rule = (how: '-I' | '-D', port = 22) =>
  `INPUT -s %IP% -p tcp --dport ${port} -j ACCEPT`.replace(/^/, `${how} `);

export const ACCEPT = {
  command: `/sbin/iptables ${rule('-I')}`,
  command_6: `/sbin/ip6tables ${rule('-I')}`,
} as const;
export const REMOVE = {
  command: `/sbin/iptables ${rule('-D')}`,
  command_6: `/sbin/ip6tables ${rule('-D')}`,
} as const;

/** Debian's stock pair: 7000,8000,9000 opens, the reverse closes. */
export const STOCK =
  OPTIONS +
  door('openSSH', { sequence: '7000,8000,9000', seq_timeout: '5', tcpflags: 'syn', ...ACCEPT }) +
  door('closeSSH', { sequence: '9000,8000,7000', seq_timeout: '5', tcpflags: 'syn', ...REMOVE });
