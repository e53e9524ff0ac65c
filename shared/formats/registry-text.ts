import { type FormatNote, type Parsed, problemAt } from './candidate.ts';
import { linesOf } from './lines.ts';
import { type PuttySession, readSessions, unmunged } from './putty-session.ts';
import { breath, type Steps } from './steps.ts';

/** Where PuTTY and KiTTY keep their sessions, under `HKEY_CURRENT_USER\Software`. */
const SESSION_KEY = /\\(?:SimonTatham\\PuTTY|9bis\.com\\KiTTY)\\Sessions\\([^\\\]]+)$/i;

/** A value of a .reg file: text, a number, or something that no session needs (`hex:…`, a deletion). */
const REG_VALUE = /^"((?:[^"\\]|\\.)*)"\s*=\s*(?:"((?:[^"\\]|\\.)*)"|dword:([0-9a-f]{1,8})|.*)$/i;
/** A value as `reg query` prints it: four blanks, the name, its type, its content. */
const QUERY_VALUE = /^ {4}(\S.*?) {4}REG_(SZ|EXPAND_SZ|DWORD)(?: {4}(.*))?$/;

type Values = Map<string, string>;

/**
 * Reads the sessions in an export of the registry (`.reg`, in any encoding) or in what `reg query /s` prints. Other keys
 * may stand in it: they are passed over.
 */
export function* parseRegistry(text: string): Steps<Parsed> {
  const sessions: PuttySession[] = [];
  const notes: FormatNote[] = [];
  let values: Values | null = null;
  let continued = false;
  const lines = linesOf(text);
  for (const { number, text: line } of lines) {
    yield* breath('lines', number, lines.length);
    // Binary values go on over several lines, each ending in a backslash.
    const goesOn = continued;
    continued = line.endsWith('\\') && !/^\[|^HKEY_/.test(line);
    if (goesOn || line.trim() === '' || line.startsWith(';')) continue;
    const key = /^\[-?(HKEY_.*)\]\s*$/.exec(line)?.[1] ?? (line.startsWith('HKEY_') ? line.trim() : null);
    if (key !== null) {
      const name = SESSION_KEY.exec(key)?.[1];
      values = null;
      if (name === undefined || line.startsWith('[-')) continue;
      values = new Map();
      sessions.push({ name: unmunged(name), line: number, values, program: /9bis/i.test(key) ? 'kitty' : 'putty' });
    } else if (values !== null && !readValue(line, values)) {
      notes.push(problemAt(number, { code: 'putty-line' }));
    }
  }
  return yield* readSessions(sessions, notes);
}

function readValue(line: string, values: Values): boolean {
  const query = QUERY_VALUE.exec(line);
  if (query !== null) {
    const [, name = '', type, content = ''] = query;
    values.set(name.toLowerCase(), type === 'DWORD' ? String(Number(content)) : content);
    return true;
  }
  const reg = REG_VALUE.exec(line);
  if (reg === null) return /^(?:@=|\s{4}\S)/.test(line);
  const [, name = '', content, dword] = reg;
  if (content !== undefined) values.set(unescaped(name).toLowerCase(), unescaped(content));
  else if (dword !== undefined) values.set(unescaped(name).toLowerCase(), String(Number.parseInt(dword, 16)));
  return true;
}

function unescaped(text: string): string {
  return text.replace(/\\(["\\])/g, '$1');
}
