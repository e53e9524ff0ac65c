import * as v from 'valibot';
import { HostSchema } from '../model/host.ts';
import { ProfileDraftSchema } from '../model/profile.ts';
import type { Problem } from '../result.ts';
import { type Candidate, type FormatNote, type Parsed, problemAt, remarkAt } from './candidate.ts';
import { parseKittyKnocks } from './kitty-knocks.ts';
import { breath, type Steps } from './steps.ts';

/** A session of PuTTY or KiTTY, wherever it was kept: its values by their names in small letters. */
export interface PuttySession {
  readonly name: string;
  readonly line: number;
  readonly values: ReadonlyMap<string, string>;
  /** Whose session it is: that program can start it by its name. */
  readonly program: 'putty' | 'kitty';
}

const launch = ProfileDraftSchema.entries.launch.entries;

/** Not a server but what new sessions begin with. */
const DEFAULTS = 'Default Settings';

/** Makes servers of PuTTY's and KiTTY's ssh sessions; a KiTTY session may bring its knocks along. */
export function* readSessions(sessions: readonly PuttySession[], notes: readonly FormatNote[] = []): Steps<Parsed> {
  const candidates: Candidate[] = [];
  const all = [...notes];
  for (const [at, session] of sessions.entries()) {
    yield* breath('servers', at, sessions.length);
    if (session.name === DEFAULTS) continue;
    const { candidate, problem, remarks } = readSession(session);
    if (candidate !== null) candidates.push(candidate);
    if (problem !== null) all.push(problemAt(session.line, problem));
    all.push(...remarks.map((remark) => remarkAt(session.line, remark)));
  }
  return { candidates, notes: all.sort((a, b) => a.line - b.line) };
}

interface ReadSession {
  readonly candidate: Candidate | null;
  readonly problem: Problem | null;
  readonly remarks: readonly Problem[];
}

function readSession({ name, line, values, program }: PuttySession): ReadSession {
  const none = (problem: Problem): ReadSession => ({ candidate: null, problem, remarks: [] });
  const knocks = values.get('portknocking') ?? '';
  const protocol = values.get('protocol') ?? 'ssh';
  if (protocol !== 'ssh' && knocks === '') return none({ code: 'putty-protocol', params: { name, protocol } });
  // The host field also takes user@host.
  const [, userInHost, hostText = ''] = /^(?:(.*)@)?(.*)$/s.exec(values.get('hostname') ?? '') ?? [];
  if (hostText.trim() === '') return none({ code: 'putty-no-host', params: { name } });
  const host = v.safeParse(HostSchema, hostText);
  if (!host.success) return none({ code: 'import-host-bad', params: { host: hostText.slice(0, 100) } });

  const remarks: Problem[] = [];
  const port = Number(values.get('portnumber') ?? 22);
  const usable = Number.isInteger(port) && port >= 1 && port <= 65_535;
  if (!usable) remarks.push({ code: 'putty-port', params: { name } });
  const user = v.safeParse(launch.user, userInHost ?? values.get('username') ?? '');
  const key = values.get('publickeyfile') ?? '';
  if (/\.ppk$/i.test(key)) remarks.push({ code: 'putty-key', params: { name } });
  const identity = v.safeParse(launch.identityFile, /\.ppk$/i.test(key) ? '' : key);
  const sequence = parseKittyKnocks(knocks);
  if (knocks.trim() !== '' && sequence === null) remarks.push({ code: 'kitty-knocks', params: { name } });
  return {
    candidate: {
      line,
      name,
      host: host.output,
      said: {
        // KiTTY knocks over IPv4 only.
        ...(sequence !== null && { sequence: [...sequence], family: 'ipv4' as const }),
        door: { port: usable ? port : 22 },
        launch: {
          ...(protocol === 'ssh' ? clientOf(name, program) : { client: 'none' as const }),
          ...(user.success && user.output !== '' && { user: user.output }),
          ...(identity.success && identity.output !== '' && { identityFile: identity.output }),
        },
      },
    },
    problem: null,
    remarks,
  };
}

/** Its own program, where the session's name is one that can be handed over. */
function clientOf(name: string, program: 'putty' | 'kitty') {
  const session = v.safeParse(launch.session, name);
  return session.success ? ({ client: program, session: session.output } as const) : ({ client: 'ssh' } as const);
}

/**
 * PuTTY writes every byte of a name that could trouble the registry or a file system as `%` and two hex digits
 * (`mungestr` in storage.c). Newer versions write UTF-8, older ones the system's code page: then the bytes are taken for
 * Latin letters.
 */
export function unmunged(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}
