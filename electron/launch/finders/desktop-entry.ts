/**
 * The program that a desktop file starts: the first word of its `Exec` (Desktop Entry Specification, "The Exec key"),
 * `null` where it has none. A hidden entry counts as deleted.
 */
export function parseDesktopEntry(text: string): string | null {
  const entry = new Map<string, string>();
  let inEntry = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) inEntry = line.trim() === '[Desktop Entry]';
    else if (inEntry) {
      const [, key, value] = /^([A-Za-z]+)\s*=\s*(.*)$/.exec(line) ?? [];
      if (key !== undefined && value !== undefined && !entry.has(key)) entry.set(key, value);
    }
  }
  if (entry.get('Hidden') === 'true') return null;
  const exec = unescapeValue(entry.get('Exec') ?? '');
  const [, quoted, plain] = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))/.exec(exec) ?? [];
  const program = quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '';
  return program === '' ? null : program;
}

/** Backslashes of a value of type string, one level before the quoting of `Exec`. */
function unescapeValue(value: string): string {
  const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
  return value.replace(/\\(.)/g, (all, letter: string) => escapes[letter] ?? all);
}
