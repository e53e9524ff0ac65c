import * as v from 'valibot';
import { HostSchema } from '../model/host.ts';
import type { ProfileDraft } from '../model/profile.ts';
import { type Knock, knocksOf, MAX_GAP_MS, MAX_KNOCKS, type Protocol } from '../model/sequence.ts';
import type { Problem } from '../result.ts';
import { type Candidate, type FormatNote, type Parsed, problemAt, remarkAt, type Said } from './candidate.ts';
import { linesOf, type NumberedLine } from './lines.ts';
import { shellQuoted, shellWords } from './shell-words.ts';
import { breath, type Steps } from './steps.ts';

/** Options of knock(1) without a value, long and short, and `-V`, `-h`, which only print something. */
const SWITCHES: ReadonlyMap<string, 'u' | '4' | '6' | ''> = new Map([
  ['--udp', 'u'],
  ['--ipv4', '4'],
  ['--ipv6', '6'],
  ['--verbose', ''],
  ['--version', ''],
  ['--help', ''],
  ['u', 'u'],
  ['4', '4'],
  ['6', '6'],
  ['v', ''],
  ['V', ''],
  ['h', ''],
]);

/** A command that knocks: `knock`, however it is reached, and our own `toctoc knock`. */
const KNOCK = /^(?:.*[\\/])?knock(?:\.exe)?$/i;

const TOCTOC = /^(?:.*[\\/])?toctoc(?:\.exe|\.js)?$/i;

interface ReadCommand {
  readonly candidate: Omit<Candidate, 'line'> | null;
  readonly problems: readonly Problem[];
  readonly remarks: readonly Problem[];
}

/** Reads every `knock [options] <host> <port[:proto]>…` of a text: a line from the history, or a script of many. */
export function* parseKnockCommands(text: string): Steps<Parsed> {
  const candidates: Candidate[] = [];
  const notes: FormatNote[] = [];
  const lines = joined(linesOf(text));
  for (const [at, { number, text: line }] of lines.entries()) {
    yield* breath('lines', at, lines.length);
    for (const words of knockCommandsOf(line)) {
      const { candidate, problems, remarks } = readCommand(words);
      if (candidate !== null) candidates.push({ ...candidate, line: number });
      notes.push(...problems.map((problem) => problemAt(number, problem)));
      notes.push(...remarks.map((problem) => remarkAt(number, problem)));
    }
  }
  return { candidates, notes };
}

/**
 * The arguments of each `knock` in a command line; `sudo`, a prompt, or other commands may stand around it, and it may
 * stand in the quoted argument of a shell. `toctoc connect host port knocks…` knocks too.
 */
export function knockCommandsOf(line: string, depth = 0): readonly (readonly string[])[] {
  if (!/knock|connect/i.test(line)) return [];
  const commands: string[][] = [[]];
  for (const word of shellWords(line)) {
    if (word === ';') commands.push([]);
    else commands.at(-1)?.push(word);
  }
  return commands.flatMap((words) => {
    const at = words.findIndex((word) => KNOCK.test(word));
    // "knock" as an argument of something else, such as `apt install knock`, is followed by no host and port.
    if (at >= 0 && words.length >= at + 3) return [words.slice(at + 1)];
    const connect = words.findIndex((word, index) => word === 'connect' && TOCTOC.test(words[index - 1] ?? ''));
    const [host, , ...ports] = connect < 0 ? [] : words.slice(connect + 1).filter((word) => !word.startsWith('-'));
    if (host !== undefined && ports.length > 0) return [[host, ...ports]];
    return depth > 2 ? [] : words.filter((word) => /\s/.test(word)).flatMap((word) => knockCommandsOf(word, depth + 1));
  });
}

/** Reads the arguments of knock(1): anything but `udp` behind a colon is tcp. */
export function readCommand(words: readonly string[]): ReadCommand {
  const operands: string[] = [];
  const remarks: Problem[] = [];
  const said: { -readonly [K in keyof Said]: Said[K] } = {};
  let allUdp = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') {
      operands.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const delay = /^(?:-[uv46]*d|--delay=?)(\d*)$/.exec(word)?.[1];
    if (delay !== undefined) {
      if (/^-[uv46]*u/.test(word)) allUdp = true;
      if (delay === '') at += 1;
      const gap = Number(delay === '' ? words[at] : delay);
      // knock waits 0 ms by default; a delay that somebody chose is worth keeping.
      if (Number.isInteger(gap) && gap >= 0) said.gapMs = Math.min(gap, MAX_GAP_MS);
      continue;
    }
    for (const flag of word.startsWith('--') ? [word] : word.slice(1)) {
      const known = SWITCHES.get(flag);
      if (known === undefined) remarks.push({ code: 'knock-option', params: { option: word } });
      else if (known === 'u') allUdp = true;
      else if (known !== '') said.family = known === '4' ? 'ipv4' : 'ipv6';
    }
  }
  return operandsOf(operands, allUdp, said, remarks);
}

function operandsOf(
  [host = '', ...ports]: readonly string[],
  allUdp: boolean,
  said: Said,
  remarks: readonly Problem[],
): ReadCommand {
  const none = (problem: Problem): ReadCommand => ({ candidate: null, problems: [problem], remarks });
  const parsed = v.safeParse(HostSchema, host);
  if (!parsed.success) return none({ code: 'knock-host' });
  if (ports.length === 0 || ports.length > MAX_KNOCKS) return none({ code: 'knock-ports' });
  const sequence: Knock[] = [];
  const noticed = [...remarks];
  for (const [index, word] of ports.entries()) {
    const [number = '', suffix] = word.split(/[:/]/);
    const port = /^\d{1,5}$/.test(number) ? Number(number) : 0;
    if (port < 1 || port > 65_535) return none({ code: 'knock-word', params: { index: index + 1 } });
    const protocol: Protocol = allUdp || suffix?.toLowerCase() === 'udp' ? 'udp' : 'tcp';
    if (suffix !== undefined && !/^(?:udp|tcp)$/i.test(suffix)) {
      noticed.push({ code: 'knock-word-tcp', params: { index: index + 1 } });
    }
    sequence.push({ kind: 'knock', port, protocol });
  }
  return {
    candidate: { name: parsed.output, host: parsed.output, said: { ...said, sequence } },
    problems: [],
    remarks: noticed,
  };
}

/** A line that ends in a backslash goes on in the next one. */
function joined(lines: readonly NumberedLine[]): readonly NumberedLine[] {
  const whole: NumberedLine[] = [];
  let open = false;
  for (const line of lines) {
    const before = open ? whole.pop() : undefined;
    open = /(?:^|[^\\])\\$/.test(line.text);
    const text = open ? `${line.text.slice(0, -1)} ` : line.text;
    whole.push(before === undefined ? { ...line, text } : { number: before.number, text: before.text + text });
  }
  return whole;
}

/** A profile as a `knock` command line. Pauses, payloads and gaps of single knocks are what knock(1) cannot say. */
export function knockCommandLine(draft: Pick<ProfileDraft, 'host' | 'family' | 'gapMs' | 'sequence'>): string {
  const family = draft.family === 'automatic' ? [] : [draft.family === 'ipv4' ? '-4' : '-6'];
  const ports = knocksOf(draft.sequence).map(({ port, protocol }) => `${port}${protocol === 'udp' ? ':udp' : ''}`);
  return ['knock', ...family, '-d', String(draft.gapMs), shellQuoted(draft.host), ...ports].join(' ');
}
