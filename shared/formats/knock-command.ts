import * as v from 'valibot';
import { HostSchema } from '../model/host.ts';
import type { ProfileDraft } from '../model/profile.ts';
import { type Knock, knocksOf, MAX_KNOCKS, PortSchema, type Protocol } from '../model/sequence.ts';
import type { Problem } from '../result.ts';
import { type Candidate, type FormatNote, type Parsed, problemAt, remarkAt, type Said } from './candidate.ts';
import { readKnockWords } from './knock-options.ts';
import { linesOf, type NumberedLine } from './lines.ts';
import { shellQuoted, shellWords } from './shell-words.ts';
import { breath, type Steps } from './steps.ts';

/** A command that knocks: `knock`, however it is reached, and our own `toctoc knock`. */
const KNOCK = /^(?:.*[\\/])?knock(?:\.exe)?$/i;

const TOCTOC = /^(?:.*[\\/])?toctoc(?:\.exe|\.js)?$/i;

/** The words behind a command that knocks, its options among them. */
export interface KnockCommand {
  readonly words: readonly string[];
  /** `toctoc connect`: the port of the door stands between the host and the knocks. */
  readonly connects: boolean;
}

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
    for (const command of knockCommandsOf(line)) {
      const { candidate, problems, remarks } = readCommand(command);
      if (candidate !== null) candidates.push({ ...candidate, line: number });
      notes.push(...problems.map((problem) => problemAt(number, problem)));
      notes.push(...remarks.map((problem) => remarkAt(number, problem)));
    }
  }
  return { candidates, notes };
}

/**
 * Each `knock` of a command line; `sudo`, a prompt, or other commands may stand around it, and it may stand in the quoted
 * argument of a shell. `toctoc connect host port knocks…` knocks too.
 */
export function knockCommandsOf(line: string, depth = 0): readonly KnockCommand[] {
  if (!/knock|connect/i.test(line)) return [];
  const commands: string[][] = [[]];
  for (const word of shellWords(line)) {
    if (word === ';') commands.push([]);
    else commands.at(-1)?.push(word);
  }
  return commands.flatMap((words) => {
    const command = knockIn(words) ?? connectIn(words);
    if (command !== null) return [command];
    return depth > 2 ? [] : words.filter((word) => /\s/.test(word)).flatMap((word) => knockCommandsOf(word, depth + 1));
  });
}

function knockIn(words: readonly string[]): KnockCommand | null {
  const at = words.findIndex((word) => KNOCK.test(word));
  // "knock" as an argument of something else, such as `apt install knock`, is followed by no host and port.
  return at >= 0 && words.length >= at + 3 ? { words: words.slice(at + 1), connects: false } : null;
}

function connectIn(words: readonly string[]): KnockCommand | null {
  const at = words.findIndex((word, index) => word === 'connect' && TOCTOC.test(words[index - 1] ?? ''));
  const rest = words.slice(at + 1);
  // With a saved profile there are no operands.
  return at >= 0 && readKnockWords(rest).operands.length > 2 ? { words: rest, connects: true } : null;
}

/** Reads the arguments of knock(1), and ours: anything but `udp` behind a colon is tcp. */
export function readCommand({ words, connects }: KnockCommand): ReadCommand {
  const { operands, said, allUdp, unknown } = readKnockWords(words);
  const remarks = unknown.map((option) => ({ code: 'knock-option', params: { option } }) as const);
  if (!connects) return operandsOf(operands, allUdp, said, remarks);
  const [host = '', port, ...ports] = operands;
  const door = v.safeParse(PortSchema, Number(port));
  const known = door.success ? { ...said, door: { port: door.output, check: true } } : said;
  return operandsOf([host, ...ports], allUdp, known, remarks);
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
