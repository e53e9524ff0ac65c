import { countLines, type OneTime } from '../model/one-time.ts';
import type { Knock } from '../model/sequence.ts';
import type { Result } from '../result.ts';
import { type Candidate, type FormatNote, type Parsed, problemAt, remarkAt } from './candidate.ts';
import { type KnockdDoor, readKnockdFile } from './knockd-grammar.ts';
import { parseOneTimeList } from './one-time-list.ts';
import { type FirewallCommand, readFirewallCommand, ruleOf } from './protected-port.ts';

/** A door that closes this late (s) is worth knocking on again; an earlier one is for the connection that follows. */
const WORTH_KEEPING_OPEN_S = 120;

/** Finds the list that a door's `one_time_sequences` names, and reads it; `null`: it is not there. */
export type ReadList = (file: string) => Result<string> | null;

interface ReadDoor {
  readonly door: KnockdDoor;
  readonly command: FirewallCommand;
}

/**
 * Makes servers of a knockd.conf: one per door that opens something. A door that closes the same thing becomes its close
 * sequence. The file does not say where the server is. What knockd itself would refuse is named.
 * One-time lists come along where `readList` finds them; pasted text has none.
 */
export function parseKnockdConf(text: string, readList: ReadList = () => null): Parsed {
  const { doors, refusals } = readKnockdFile(text);
  const notes: FormatNote[] = refusals.map(({ line, problem }) => problemAt(line, problem));
  const read = doors
    .filter((door) => door.sequence.length > 0 || door.oneTimeFile !== null)
    .filter((door) => isKnockable(door, notes))
    .map((door): ReadDoor => ({ door, command: readFirewallCommand(commandOf(door)) }));
  const closing = read.filter(isClosing);
  const openings = read.filter((one) => !closing.includes(one));
  const taken = new Set<ReadDoor>();
  const candidates = openings.map((opening): Candidate => {
    const close = closing.find((one) => !taken.has(one) && belongTogether(opening, one));
    if (close !== undefined) {
      taken.add(close);
      notes.push(remarkAt(close.door.line, pairedNote(opening.door, close.door)));
    }
    return candidateOf(opening, close ?? null, listOf(opening.door, readList, notes), notes);
  });
  for (const one of closing) {
    if (!taken.has(one)) notes.push(problemAt(one.door.line, named('knockd-close-alone', one.door)));
  }
  return { candidates, notes: notes.sort((a, b) => a.line - b.line) };
}

function named(code: 'knockd-close-alone' | 'knockd-flags-impossible' | 'knockd-door-unknown', door: KnockdDoor) {
  return { code, params: { name: door.name } } as const;
}

function pairedNote(open: KnockdDoor, close: KnockdDoor) {
  return { code: 'knockd-paired', params: { open: open.name, close: close.name } } as const;
}

function commandOf(door: KnockdDoor): string {
  return door.startCommand ?? door.startCommand6 ?? '';
}

/** A door with a stop command opens, whatever its start command looks like. */
function isClosing({ door, command }: ReadDoor): boolean {
  if (door.stopCommand !== null || door.stopCommand6 !== null) return false;
  return command.does === 'close' || (command.does === 'unknown' && /^close/i.test(door.name));
}

function belongTogether(open: ReadDoor, close: ReadDoor): boolean {
  if (ruleOf(commandOf(open.door)) === ruleOf(commandOf(close.door))) return true;
  return open.command.ports.length > 0 && String(open.command.ports) === String(close.command.ports);
}

/** Whether a desktop can send what the door listens for: ports from 1 on, and SYN packets where TCP is wanted. */
function isKnockable(door: KnockdDoor, notes: FormatNote[]): boolean {
  const zero = door.sequence.findIndex(({ port }) => port === 0);
  if (zero >= 0) {
    notes.push(problemAt(door.sequenceLine, { code: 'knockd-port-zero', params: { index: zero + 1 } }));
    return false;
  }
  const odd = door.sequence.findIndex(({ plain }) => !plain);
  if (odd >= 0) notes.push(remarkAt(door.sequenceLine, { code: 'knockd-port-odd', params: { index: odd + 1 } }));
  const tcp = door.sequence.some(({ protocol }) => protocol === 'tcp') || door.oneTimeFile !== null;
  // `!ack` excludes what a SYN packet does not have anyway.
  const impossible = [...door.flags].some(([flag, state]) => (state === 'set') !== (flag === 'SYN'));
  if (tcp && impossible) {
    notes.push(problemAt(door.line, named('knockd-flags-impossible', door)));
    return false;
  }
  return true;
}

/** The door's one-time list, with a note on what became of it. */
function listOf(
  { name, line, oneTimeFile: file }: KnockdDoor,
  readList: ReadList,
  notes: FormatNote[],
): OneTime | null {
  if (file === null) return null;
  const text = readList(file);
  if (text === null) {
    notes.push(remarkAt(line, { code: 'knockd-one-time', params: { name, file } }));
    return null;
  }
  const list = text.ok ? parseOneTimeList(text.value) : text;
  if (!list.ok) {
    notes.push(problemAt(line, { code: 'knockd-one-time-unread', params: { name, file } }));
    return null;
  }
  const { left } = countLines(list.value);
  notes.push(remarkAt(line, { code: 'knockd-one-time-read', params: { name, file, left } }));
  return list.value;
}

function candidateOf(
  { door, command }: ReadDoor,
  close: ReadDoor | null,
  list: OneTime | null,
  notes: FormatNote[],
): Candidate {
  const [port = 22, ...others] = command.ports;
  if (command.ports.length === 0) notes.push(remarkAt(door.line, named('knockd-door-unknown', door)));
  if (others.length > 0) {
    notes.push(remarkAt(door.line, { code: 'knockd-doors-several', params: { name: door.name, port } }));
  }
  if (door.seqTimeoutS <= 0) notes.push(problemAt(door.line, { code: 'knockd-timeout-zero' }));
  const closesItself = door.stopCommand !== null || door.stopCommand6 !== null;
  if (closesItself) {
    const params = { name: door.name, seconds: door.cmdTimeoutS };
    notes.push(remarkAt(door.line, { code: 'knockd-closes-itself', params }));
  }
  if (door.target !== null) {
    notes.push(remarkAt(door.line, { code: 'knockd-target', params: { name: door.name, target: door.target } }));
  }
  const keepsOpen = closesItself && door.cmdTimeoutS >= WORTH_KEEPING_OPEN_S;
  return {
    line: door.line,
    name: door.name.replace(/^open[\s_-]*(?=\S)/i, ''),
    host: null,
    said: {
      serverKind: 'knockd',
      ...(door.oneTimeFile === null && { sequence: knocksOf(door) }),
      ...(list !== null && { sequence: [...(list.sequences[list.position] ?? [])], oneTime: list }),
      ...(close !== null && { closeSequence: knocksOf(close.door) }),
      ...(door.seqTimeoutS >= 1 && { seqTimeoutS: Math.min(door.seqTimeoutS, 3600) }),
      ...(keepsOpen && { keepOpenMinutes: Math.min(Math.floor(door.cmdTimeoutS / 60) - 1, 1440) }),
      // A door without a command for IPv6 logs OPEN SESAME for it and opens nothing.
      ...(door.startCommand6 === null && door.startCommand !== null && { family: 'ipv4' as const }),
      ...(door.startCommand === null && door.startCommand6 !== null && { family: 'ipv6' as const }),
      door: { port },
      ...(port !== 22 && !/ssh/i.test(door.name) && { launch: { client: 'none' as const } }),
    },
  };
}

function knocksOf(door: KnockdDoor): Knock[] {
  return door.sequence.map(({ port, protocol }): Knock => ({ kind: 'knock', port, protocol }));
}
