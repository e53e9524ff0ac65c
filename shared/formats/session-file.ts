import { type FormatNote, type Parsed, problemAt } from './candidate.ts';
import { linesOf } from './lines.ts';
import { readSessions, unmunged } from './putty-session.ts';
import { breath, type Steps } from './steps.ts';

/** `HostName=server` as PuTTY on Unix writes it, `HostName\server\` as portable KiTTY does (values with `%` and hex digits). */
const UNIX_VALUE = /^([A-Za-z0-9_]+)=(.*)$/;
const PORTABLE_VALUE = /^([A-Za-z0-9_ ]+)\\(.*)\\$/;

/**
 * Reads one session in a file of its own, as in `~/.putty/sessions` or in portable KiTTY's `Sessions` folder.
 *
 * @param fileName the session's name is the name of its file
 */
export function* parseSessionFile(text: string, fileName: string): Steps<Parsed> {
  const values = new Map<string, string>();
  const notes: FormatNote[] = [];
  let program: 'putty' | 'kitty' = 'putty';
  const lines = linesOf(text);
  for (const { number, text: line } of lines) {
    yield* breath('lines', number, lines.length);
    if (line.trim() === '') continue;
    const portable = PORTABLE_VALUE.exec(line);
    if (portable !== null) program = 'kitty';
    const unix = portable === null ? UNIX_VALUE.exec(line) : null;
    const [, key, value = ''] = portable ?? unix ?? [];
    if (key === undefined) notes.push(problemAt(number, { code: 'putty-line' }));
    else if (!values.has(key.toLowerCase())) values.set(key.toLowerCase(), portable === null ? value : unmunged(value));
  }
  const name = unmunged(fileName.replace(/^.*[\\/]/, '').replace(/\.ktx$/i, '')) || (values.get('hostname') ?? 'PuTTY');
  return yield* readSessions([{ name, line: 1, values, program }], notes);
}
