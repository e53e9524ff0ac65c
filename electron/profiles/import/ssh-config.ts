import * as v from 'valibot';
import {
  type Candidate,
  type FormatNote,
  type Parsed,
  problemAt,
  remarkAt,
  type Said,
} from '../../../shared/formats/candidate.ts';
import { knockCommandsOf, readCommand } from '../../../shared/formats/knock-command.ts';
import { breath, type Steps } from '../../../shared/formats/steps.ts';
import { HostSchema } from '../../../shared/model/host.ts';
import { ProfileDraftSchema } from '../../../shared/model/profile.ts';
import { isConcrete, matchesAll, type SshBlock, sshBlocks } from './ssh-blocks.ts';
import { readSshLines, type SshDirective, type SshFiles } from './ssh-lines.ts';

const launch = ProfileDraftSchema.entries.launch.entries;

/** What is computed for a host: the first value of each key wins (ssh_config(5)). */
type Settings = ReadonlyMap<string, SshDirective>;

/** Finds the blocks of a host without looking at every block: 10,000 hosts are 10,000 blocks. */
class BlockIndex {
  readonly #general: readonly (readonly [number, SshBlock])[];
  readonly #byHost = new Map<string, [number, SshBlock][]>();

  constructor(blocks: readonly SshBlock[]) {
    const general: [number, SshBlock][] = [];
    for (const [at, block] of blocks.entries()) {
      const last = block.conditions.at(-1);
      if (last === undefined || last.length === 0 || !last.every(isConcrete)) general.push([at, block]);
      else {
        for (const host of new Set(last.map((one) => one.toLowerCase()))) {
          this.#byHost.set(host, [...(this.#byHost.get(host) ?? []), [at, block]]);
        }
      }
    }
    this.#general = general;
  }

  /** The blocks that hold for `host`, in the order of the files. */
  of(host: string): readonly SshBlock[] {
    return [...this.#general, ...(this.#byHost.get(host.toLowerCase()) ?? [])]
      .filter(([, { conditions }]) => matchesAll(conditions, host))
      .sort(([a], [b]) => a - b)
      .map(([, block]) => block);
  }
}

/**
 * Makes servers of the hosts that an ssh configuration names. Names with wildcards only give their settings to others.
 * The file says nothing of knocks, unless they stand in a `ProxyCommand` or a `Match … exec`.
 *
 * @param files `null`: the text was pasted, and includes are not followed
 */
export function* parseSshConfig(text: string, files: SshFiles | null): Steps<Parsed> {
  const { events, notes: read } = yield* readSshLines(text, files);
  const notes: FormatNote[] = [...read];
  const blocks = sshBlocks(events, notes);
  const index = new BlockIndex(blocks);
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  for (const [at, { conditions, line, exec }] of blocks.entries()) {
    yield* breath('servers', at, blocks.length);
    const aliases = (exec === null ? (conditions.at(-1) ?? []) : []).filter(
      (alias) => isConcrete(alias) && !seen.has(alias.toLowerCase()) && matchesAll(conditions, alias),
    );
    for (const alias of aliases) {
      if (seen.has(alias.toLowerCase())) continue;
      seen.add(alias.toLowerCase());
      const holding = index.of(alias);
      const settings = settingsOf(holding);
      const hostName = settings.get('hostname')?.values[0];
      // `Host gw gateway` with one HostName is one machine under two names.
      if (hostName !== undefined && !hostName.includes('%h')) {
        for (const other of aliases) seen.add(other.toLowerCase());
      }
      const candidate = candidateOf(alias, line, { settings, blocks: holding, index }, notes);
      if (candidate !== null) candidates.push(candidate);
    }
  }
  return { candidates, notes: notes.sort((a, b) => a.line - b.line) };
}

function settingsOf(blocks: readonly SshBlock[]): Settings {
  const settings = new Map<string, SshDirective>();
  for (const { directives } of blocks) {
    for (const directive of directives) {
      if (!settings.has(directive.key)) settings.set(directive.key, directive);
    }
  }
  return settings;
}

function candidateOf(
  alias: string,
  line: number,
  {
    settings,
    blocks,
    index,
  }: { readonly settings: Settings; readonly blocks: readonly SshBlock[]; readonly index: BlockIndex },
  notes: FormatNote[],
): Candidate | null {
  const hostName = settings.get('hostname')?.values[0] ?? alias;
  const host = v.safeParse(
    HostSchema,
    hostName.replace(/%([%h])/g, (_, token) => (token === 'h' ? alias : '%')),
  );
  if (!host.success) {
    notes.push(problemAt(line, { code: 'import-host-bad', params: { host: hostName.slice(0, 100) } }));
    return null;
  }
  const exec = blocks.find((block) => block.exec !== null)?.exec ?? '';
  const proxy = settings.get('proxycommand');
  const knocks = knocksIn(exec, host.output) ?? knocksIn(proxy?.raw ?? '', host.output);
  const proxyJump = settings.get('proxyjump')?.raw ?? 'none';
  const jump = proxyJump.toLowerCase() === 'none' ? null : jumpOf(proxyJump, index);
  if (proxyJump.toLowerCase() !== 'none') {
    notes.push(remarkAt(line, { code: 'ssh-jump', params: { name: alias, jump: proxyJump.slice(0, 100) } }));
  } else if (proxy !== undefined && knocks === null && proxy.raw.toLowerCase() !== 'none') {
    notes.push(remarkAt(line, { code: 'ssh-proxy-command', params: { name: alias } }));
  }
  const port = portOf(settings.get('port'), notes);
  const family = { inet: 'ipv4', inet6: 'ipv6' } as const;
  const wanted = settings.get('addressfamily')?.values[0]?.toLowerCase();
  return {
    line,
    name: alias,
    host: host.output,
    said: {
      ...knocks,
      ...(wanted === 'inet' || wanted === 'inet6' ? { family: family[wanted] } : {}),
      // What is knocked is the jump host; the server's own port is for ssh behind it.
      door: { port: jump?.port ?? port },
      launch: {
        client: 'ssh',
        ...(jump !== null && { jumpHost: jump.host, port }),
        ...text('user', launch.user, settings, notes),
        ...text('identityFile', launch.identityFile, settings, notes),
      },
    },
  };
}

/** `[user@]host[:port]`, one of them, with what the configuration says of it; `null`: several, or none that a profile keeps. */
function jumpOf(text: string, index: BlockIndex): { readonly host: string; readonly port: number } | null {
  const [, user, name = '', portText] =
    /^(?:ssh:\/\/)?(?:([^@,]*)@)?(\[[^\]]*\]|[^:,]+)(?::(\d{1,5}))?$/.exec(text.trim()) ?? [];
  const alias = name.replace(/^\[(.*)\]$/, '$1');
  const settings = settingsOf(index.of(alias));
  const hostName = settings.get('hostname')?.values[0]?.replace(/%h/g, alias) ?? alias;
  const login = user ?? settings.get('user')?.values[0] ?? '';
  const host = v.safeParse(launch.jumpHost, login === '' ? hostName : `${login}@${hostName}`);
  const port = Number(portText ?? settings.get('port')?.values[0] ?? 22);
  const usable = host.success && host.output !== '' && Number.isInteger(port) && port >= 1 && port <= 65_535;
  return usable ? { host: host.output, port } : null;
}

function portOf(directive: SshDirective | undefined, notes: FormatNote[]): number {
  if (directive === undefined) return 22;
  const [word = ''] = directive.values;
  const port = /^\d{1,5}$/.test(word) ? Number(word) : 0;
  if (port >= 1 && port <= 65_535) return port;
  notes.push(problemAt(directive.line, { code: 'ssh-port' }));
  return 22;
}

/** A setting that a profile keeps as it is, where its own rules allow it. */
function text<K extends 'user' | 'identityFile'>(
  key: K,
  schema: v.GenericSchema<string, string>,
  settings: Settings,
  notes: FormatNote[],
): { readonly [P in K]?: string } {
  const directive = settings.get(key.toLowerCase());
  const value = directive?.values[0];
  if (directive === undefined || value === undefined || value.toLowerCase() === 'none') return {};
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { [key]: parsed.output } as { readonly [P in K]?: string };
  notes.push(problemAt(directive.line, { code: 'ssh-value', params: { key } }));
  return {};
}

/** The knocks of a command that ssh runs first; `%h` and `%n` are the host. */
function knocksIn(command: string, host: string): Said | null {
  const line = command.replace(/%[hn]/g, host);
  for (const knocking of knockCommandsOf(line)) {
    const { candidate } = readCommand(knocking);
    if (candidate !== null) return candidate.said;
  }
  return null;
}
