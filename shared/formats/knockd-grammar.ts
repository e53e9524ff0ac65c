import type { Problem } from '../result.ts';
import { atoi, trimC, unsignedShort, upperC } from './c-numbers.ts';
import { hasBom, linesOf } from './lines.ts';
import { breath, type Steps } from './steps.ts';

/** knockd's defaults (knockd.c): seconds until an attempt is forgotten, and until the stop command runs. */
export const KNOCKD_SEQ_TIMEOUT_S = 25;
export const KNOCKD_CMD_TIMEOUT_S = 10;
const SEQ_MAX = 32;
/** `fgets(line, PATH_MAX, fp)`: so many bytes, line feed included, less one for the NUL. */
const LINE_BYTES = 4095;

/** A port of a sequence as knockd has it after `atoi`; `plain`: it was written as just that number. */
export interface KnockdPort {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
  readonly plain: boolean;
}

/** What a TCP flag of a door says: it has to be set, or must not be. */
export type Flags = ReadonlyMap<string, 'set' | 'not-set'>;

/** A section of a knockd.conf that is not `[options]`, with knockd's defaults filled in. */
export interface KnockdDoor {
  readonly name: string;
  /** Lines of the section's name and of its sequence. */
  readonly line: number;
  readonly sequenceLine: number;
  readonly sequence: readonly KnockdPort[];
  readonly oneTimeFile: string | null;
  readonly seqTimeoutS: number;
  readonly cmdTimeoutS: number;
  readonly startCommand: string | null;
  readonly startCommand6: string | null;
  readonly stopCommand: string | null;
  readonly stopCommand6: string | null;
  readonly flags: Flags;
  readonly target: string | null;
}

/** Why knockd would not start with this file, and at which line. */
export interface Refusal {
  readonly line: number;
  readonly problem: Problem;
}

/** A knockd.conf as knockd 0.8 reads it. Where it would stop, reading goes on here, so that the rest can be shown. */
export interface KnockdFile {
  readonly doors: readonly KnockdDoor[];
  /** In the order of the file; with the first of them knockd gives up. */
  readonly refusals: readonly Refusal[];
}

type Draft = { -readonly [K in keyof KnockdDoor]: KnockdDoor[K] };

/** A line under a door: what it sets, or why knockd refuses it. */
type Setter = (door: Draft, value: string, line: number) => Problem | null;

/** Options that stand with a value; `UseSyslog` stands alone, and anywhere. */
const OPTIONS: ReadonlySet<string> = new Set(['LOGFILE', 'PIDFILE', 'INTERFACE']);

const FLAG_NAMES: ReadonlySet<string> = new Set(['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG']);

/** A line that takes whatever it is given. */
function keep(apply: (door: Draft, value: string) => void): Setter {
  return (door, value) => {
    apply(door, value);
    return null;
  };
}

const SETTERS: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ['SEQUENCE', setSequence],
  [
    'ONE_TIME_SEQUENCES',
    keep((door, value) => {
      door.oneTimeFile = value;
    }),
  ],
  [
    'SEQ_TIMEOUT',
    keep((door, value) => {
      door.seqTimeoutS = atoi(value);
    }),
  ],
  [
    'TIMEOUT',
    keep((door, value) => {
      door.seqTimeoutS = atoi(value);
    }),
  ],
  [
    'CMD_TIMEOUT',
    keep((door, value) => {
      door.cmdTimeoutS = atoi(value);
    }),
  ],
  [
    'START_COMMAND',
    keep((door, value) => {
      door.startCommand = value;
    }),
  ],
  [
    'COMMAND',
    keep((door, value) => {
      door.startCommand = value;
    }),
  ],
  [
    'START_COMMAND_6',
    keep((door, value) => {
      door.startCommand6 = value;
    }),
  ],
  [
    'COMMAND_6',
    keep((door, value) => {
      door.startCommand6 = value;
    }),
  ],
  [
    'STOP_COMMAND',
    keep((door, value) => {
      door.stopCommand = value;
    }),
  ],
  [
    'STOP_COMMAND_6',
    keep((door, value) => {
      door.stopCommand6 = value;
    }),
  ],
  [
    'TARGET',
    keep((door, value) => {
      door.target = value;
    }),
  ],
  ['TCPFLAGS', setFlags],
]);

/**
 * Reads a knockd.conf exactly as knockd 0.8 does (`parseconfig` and `parse_port_sequence` in its knockd.c): line by line,
 * keys in any capitals, `#` a comment only in front, ports through `atoi`.
 */
export function* readKnockdFile(text: string): Steps<KnockdFile> {
  const refusals: Refusal[] = [];
  const doors: Draft[] = [];
  const refuse = (line: number, problem: Problem) => refusals.push({ line, problem });
  if (hasBom(text)) refuse(1, { code: 'knockd-bom' });
  let section: string | null = null;
  const lines = linesOf(text);
  for (const { number, text: raw } of lines) {
    yield* breath('lines', number, lines.length);
    if (byteLength(raw) >= LINE_BYTES) refuse(number, { code: 'knockd-line-long' });
    // C strings end at the first NUL.
    const line = trimC(raw.split('\0')[0] ?? '');
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('[') && line.endsWith(']')) {
      section = line.slice(1, -1);
      if (section === '') refuse(number, { code: 'knockd-section-name' });
      else if (section !== 'options') doors.push(newDoor(section, number));
      continue;
    }
    const problem = section === null || section === '' ? outside() : directive(line, section, doors.at(-1), number);
    if (problem !== null) refuse(number, problem);
  }
  const refused = new Set(refusals.map(({ line }) => line));
  for (const door of doors) {
    if (door.sequence.length > 0 || door.oneTimeFile !== null) continue;
    if (door.sequenceLine !== door.line && refused.has(door.sequenceLine)) continue;
    refuse(door.line, emptyDoor(door.name));
  }
  return { doors, refusals: refusals.sort((a, b) => a.line - b.line) };
}

function outside(): Problem {
  return { code: 'knockd-no-section' };
}

function emptyDoor(name: string): Problem {
  const options = name.trim().toLowerCase() === 'options';
  return { code: options ? 'knockd-options-case' : 'knockd-no-sequence', params: { name } };
}

function directive(line: string, section: string, door: Draft | undefined, number: number): Problem | null {
  const equals = line.indexOf('=');
  const key = upperC(trimC(equals < 0 ? line : line.slice(0, equals)));
  if (equals < 0) return key === 'USESYSLOG' ? null : { code: 'knockd-syntax' };
  const value = trimC(line.slice(equals + 1));
  if (section === 'options') return OPTIONS.has(key) ? null : { code: 'knockd-syntax' };
  const set = SETTERS.get(key);
  return door === undefined || set === undefined ? { code: 'knockd-syntax' } : set(door, value, number);
}

function newDoor(name: string, line: number): Draft {
  return {
    name,
    line,
    sequenceLine: line,
    sequence: [],
    oneTimeFile: null,
    seqTimeoutS: KNOCKD_SEQ_TIMEOUT_S,
    cmdTimeoutS: KNOCKD_CMD_TIMEOUT_S,
    startCommand: null,
    startCommand6: null,
    stopCommand: null,
    stopCommand6: null,
    flags: new Map(),
    target: null,
  };
}

/** The last sequence of a section wins. An empty one is a port 0, as it is to knockd. */
function setSequence(door: Draft, value: string, line: number): Problem | null {
  const entries = value.split(',');
  door.sequence = [];
  door.sequenceLine = line;
  if (entries.length > SEQ_MAX) return { code: 'knockd-too-many', params: { count: entries.length } };
  const ports: KnockdPort[] = [];
  for (const entry of entries) {
    // What stands behind a second colon is not looked at.
    const [number = '', protocol] = entry.split(':');
    const named = protocol === undefined ? 'TCP' : upperC(trimC(protocol));
    if (named !== 'TCP' && named !== 'UDP') return { code: 'knockd-protocol' };
    const value = atoi(number);
    // knockd 0.8 looks at the upper end only; older ones take 70000 for 4464.
    if (value > 65_535) return { code: 'knockd-port-range', params: { index: ports.length + 1 } };
    const port = unsignedShort(value);
    ports.push({ port, protocol: named === 'TCP' ? 'tcp' : 'udp', plain: trimC(number) === String(port) });
  }
  door.sequence = ports;
  return null;
}

/** No blanks around the commas: ` SYN` is no flag, and neither is nothing. */
function setFlags(door: Draft, value: string): Problem | null {
  const flags = new Map(door.flags);
  for (const flag of upperC(value).split(',')) {
    const name = flag.replace(/^!/, '');
    if (!FLAG_NAMES.has(name)) return { code: 'knockd-flag', params: { flag } };
    flags.set(name, flag.startsWith('!') ? 'not-set' : 'set');
  }
  door.flags = flags;
  return null;
}

function byteLength(text: string): number {
  // Only lines near the limit are worth counting.
  if (text.length * 3 < LINE_BYTES) return text.length;
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
