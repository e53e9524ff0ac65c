import { countLines, type OneTime } from '../model/one-time.ts';
import type { Knock } from '../model/sequence.ts';
import type { Result } from '../result.ts';
import { type Candidate, type FormatNote, type Parsed, problemAt, remarkAt } from './candidate.ts';
import { type KnockdDoor, readKnockdFile } from './knockd-grammar.ts';
import { parseOneTimeList } from './one-time-list.ts';
import { type FirewallCommand, readFirewallCommand, ruleOf } from './protected-port.ts';
import { breath, type Steps } from './steps.ts';

/** A door that closes this late (s) is worth knocking on again; an earlier one is for the connection that follows. */
const WORTH_KEEPING_OPEN_S = 120;

/** Finds the list that a door's `one_time_sequences` names, and reads it; `null`: it is not there. */
export type ReadList = (file: string) => Result<string> | null;

interface ReadDoor {
  readonly door: KnockdDoor;
  readonly command: FirewallCommand;
  /** What the command opens or closes, by its rule and by its ports: alike for the two doors of a pair. */
  readonly rule: string;
  readonly ports: string;
}

/**
 * Makes servers of a knockd.conf: one per door that opens something. A door that closes the same thing becomes its close
 * sequence. The file does not say where the server is. What knockd itself would refuse is named.
 * One-time lists come along where `readList` finds them; pasted text has none.
 */
export function* parseKnockdConf(text: string, readList: ReadList = () => null): Steps<Parsed> {
  const { doors, refusals } = yield* readKnockdFile(text);
  const notes: FormatNote[] = refusals.map(({ line, problem }) => problemAt(line, problem));
  const openings: ReadDoor[] = [];
  const closing = new ClosingDoors();
  for (const [at, door] of doors.entries()) {
    yield* breath('servers', at, doors.length);
    if ((door.sequence.length === 0 && door.oneTimeFile === null) || !isKnockable(door, notes)) continue;
    const read = readDoor(door);
    if (isClosing(read)) closing.add(read);
    else openings.push(read);
  }
  const candidates: Candidate[] = [];
  for (const [at, opening] of openings.entries()) {
    yield* breath('servers', at, openings.length);
    const close = closing.take(opening);
    if (close !== null) notes.push(remarkAt(close.door.line, pairedNote(opening.door, close.door)));
    candidates.push(candidateOf(opening, close, listOf(opening.door, readList, notes), notes));
  }
  for (const { door } of closing.left) notes.push(problemAt(door.line, named('knockd-close-alone', door)));
  return { candidates, notes: notes.sort((a, b) => a.line - b.line) };
}

function readDoor(door: KnockdDoor): ReadDoor {
  const command = readFirewallCommand(commandOf(door));
  return { door, command, rule: ruleOf(commandOf(door)), ports: String(command.ports) };
}

/** Doors that close something, found by what they close: thousands are not gone through for each that opens. */
class ClosingDoors {
  readonly left = new Set<ReadDoor>();
  readonly #byRule = new Map<string, Set<ReadDoor>>();
  readonly #byPorts = new Map<string, Set<ReadDoor>>();

  add(door: ReadDoor): void {
    this.left.add(door);
    put(this.#byRule, door.rule, door);
    if (door.ports !== '') put(this.#byPorts, door.ports, door);
  }

  /** The first in the file that closes what `opening` opens; each belongs to one only. */
  take({ rule, ports }: ReadDoor): ReadDoor | null {
    const [alike] = this.#byRule.get(rule) ?? [];
    const [same] = this.#byPorts.get(ports) ?? [];
    const first = same === undefined || (alike !== undefined && alike.door.line < same.door.line) ? alike : same;
    if (first === undefined) return null;
    this.left.delete(first);
    this.#byRule.get(first.rule)?.delete(first);
    this.#byPorts.get(first.ports)?.delete(first);
    return first;
  }
}

function put(map: Map<string, Set<ReadDoor>>, key: string, door: ReadDoor): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, new Set([door]));
  else there.add(door);
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
