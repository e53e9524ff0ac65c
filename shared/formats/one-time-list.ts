import { MAX_LINES, type OneTime } from '../model/one-time.ts';
import { type Knock, MAX_KNOCKS, type Sequence } from '../model/sequence.ts';
import { fail, ok, type Problem, type Result } from '../result.ts';
import { knockdSequence } from './server-setup/knockd-conf.ts';

/** Far more than the longest list. */
const MAX_CHARACTERS = 512 * 1024;

const KNOCK = /^(?<port>\d{1,5})(?::(?<protocol>tcp|udp))?$/i;

/**
 * Reads a list as knockd 0.8 keeps it: one sequence a line; blank lines and lines that begin with `#` are skipped. knockd
 * writes a `#` over the first byte of a line that was used: what then reads as a sequence, in front of the first unused
 * line, is kept as used, so that a server that is one line behind can still be met.
 */
export function parseOneTimeList(text: string): Result<OneTime> {
  if (text.length > MAX_CHARACTERS) return fail({ code: 'one-time-long', params: { max: MAX_LINES } });
  const used: Sequence[] = [];
  const unused: Sequence[] = [];
  const problems: Problem[] = [];
  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim();
    if (line === '') continue;
    if (line.startsWith('#')) {
      const before = /^#\d/.test(line) && unused.length === 0 ? parseLine(line.slice(1)) : null;
      if (before !== null) used.push(before);
      continue;
    }
    const steps = parseLine(line);
    if (steps === null) problems.push({ code: 'one-time-line', params: { line: at + 1 } });
    else unused.push(steps);
  }
  const [first, ...rest] = problems;
  if (first !== undefined) return fail(first, ...rest);
  if (unused.length === 0) return fail({ code: 'one-time-empty' });
  if (used.length + unused.length > MAX_LINES) return fail({ code: 'one-time-long', params: { max: MAX_LINES } });
  return ok({ sequences: [...used, ...unused].map((steps) => [...steps]), position: used.length });
}

/** The server's file: the lines from `position` on. Each begins with a space, for knockd to write its `#` over. */
export function formatOneTimeList({ sequences, position }: OneTime): string {
  return serverLines(sequences.slice(position));
}

/** Lines as the server's file has them; see {@link formatOneTimeList}. */
export function serverLines(lines: readonly Sequence[]): string {
  return lines.map((steps) => ` ${knockdSequence(steps)}\n`).join('');
}

function parseLine(line: string): Sequence | null {
  const knocks = line.split(',').map((word) => parseKnock(word.trim()));
  const good = knocks.filter((knock) => knock !== null);
  return good.length === knocks.length && good.length <= MAX_KNOCKS ? good : null;
}

function parseKnock(word: string): Knock | null {
  const groups = KNOCK.exec(word)?.groups;
  const port = Number(groups?.['port']);
  if (groups === undefined || port < 1 || port > 65_535) return null;
  return { kind: 'knock', port, protocol: groups['protocol']?.toLowerCase() === 'udp' ? 'udp' : 'tcp' };
}
