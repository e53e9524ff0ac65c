/** What a command of a knockd door does to the firewall, as far as it can be read off it. */
export interface FirewallCommand {
  readonly does: 'open' | 'close' | 'unknown';
  /** The ports that it names as destinations, in its order. */
  readonly ports: readonly number[];
}

/**
 * How the firewalls name a destination port: iptables (`--dport 22`, `--dports 22,80`, `--destination-port 22`), nftables
 * (`tcp dport 22`, `tcp dport { 22, 80 }`), ufw (`to any port 22`, `allow 22/tcp`), firewall-cmd (`port=22/tcp`,
 * `port port="22"`), ipset and pf tables (no port at all).
 */
const PORT_FORMS: readonly RegExp[] = [
  /--d(?:estination-)?ports?[ =]+([\d,:]+)/g,
  /\bdport\s+(?:==\s*)?\{?\s*(\d+(?:\s*,\s*\d+)*)/g,
  /\bport="?(\d+)/g,
  /\bto\s+\S+\s+port\s+([\d,:]+)/g,
  /\bufw\s+(?:--\S+\s+)*(?:delete\s+|insert\s+\d+\s+)?(?:allow|limit)\s+(?:in\s+)?(\d+)(?:\/\w+)?\b/g,
];

const SERVICE_PORTS: ReadonlyMap<string, number> = new Map([
  ['ssh', 22],
  ['http', 80],
  ['https', 443],
  ['ftp', 21],
]);
/** `--dport ssh`, `ufw allow ssh`, `--add-service=ssh`: the names that people protect. */
const SERVICE_FORMS: readonly RegExp[] = [
  /--d(?:estination-)?ports?[ =]+([a-z]+)\b/g,
  /\bdport\s+([a-z]+)\b/g,
  /\b(?:allow|limit)\s+([a-z]+)\s*$/g,
  /service(?: name)?="?([a-z]+)/g,
];

const CLOSES = /(?:^|\s)(?:-D|--delete)(?:\s|$)|\bdelete\b|--remove-|\bufw\s+(?:\S+\s+)*deny\b|\bdel\b/;
const OPENS = /(?:^|\s)(?:-A|-I|--append|--insert)(?:\s|$)|\b(?:allow|limit|accept)\b|--add-|\badd\b|\binsert\b/i;

/** Reads a `start_command`. A line of several commands does what its first firewall command does. */
export function readFirewallCommand(command: string): FirewallCommand {
  const ports = PORT_FORMS.flatMap((form) =>
    [...command.matchAll(form)].flatMap((match) => (match[1] ?? '').split(/[,:]/).map(Number)),
  );
  const named = SERVICE_FORMS.flatMap((form) =>
    [...command.matchAll(form)].flatMap((match) => SERVICE_PORTS.get(match[1] ?? '') ?? []),
  );
  const valid = [...ports, ...named].filter((port) => Number.isInteger(port) && port >= 1 && port <= 65_535);
  const does = CLOSES.test(command) ? 'close' : OPENS.test(command) ? 'open' : 'unknown';
  return { does, ports: [...new Set(valid)] };
}

/**
 * What is left of a command when it no longer matters whether it adds or deletes: an open and a close door with the same
 * rest belong together.
 */
export function ruleOf(command: string): string {
  return command
    .replace(/\S*\/(?=[^/\s]+)/, '')
    .replace(/(^|\s)(?:-C|--check)\s[^|;]*(?:\|\||;)\s*/g, '$1')
    .replace(/(^|\s)(?:-A|-D|--append|--delete)(?=\s)/g, '$1±')
    .replace(/(^|\s)(?:-I|--insert)(\s+\S+)(?:\s+\d+)?(?=\s|$)/g, '$1±$2')
    .replace(/\b(?:delete|add|insert \d+|insert)\b|--(?:add|remove)-/g, '±')
    .replace(/±/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
