/** The values of one key, by their names in lower case; the default value has the empty name. */
export type RegistryValues = ReadonlyMap<string, string>;

/**
 * Reads what `reg export` wrote: the keys with their text values, by the whole key in lower case. An export is UTF-16,
 * where `reg query` writes in a code page that Node cannot decode, so that a folder called `Öffentlich` would be lost.
 *
 * @param expand puts the values of variables in place of `%NAME%`, in values of the expandable kind
 */
export function parseRegistry(text: string, expand: (value: string) => string): ReadonlyMap<string, RegistryValues> {
  const keys = new Map<string, Map<string, string>>();
  let values = new Map<string, string>();
  // A long binary value goes on in the next line, after a backslash.
  for (const line of text
    .replace(/^\uFEFF/, '')
    .replace(/,\\\r?\n\s*/g, ',')
    .split(/\r?\n/)) {
    const [, key] = /^\[([^\]].*)\]$/.exec(line) ?? [];
    if (key !== undefined) {
      values = new Map();
      keys.set(key.toLowerCase(), values);
      continue;
    }
    const [, rawName, string, kind, bytes] =
      /^(@|"(?:[^"\\]|\\.)*")=(?:"((?:[^"\\]|\\.)*)"|hex\(([12])\):([0-9a-f,]*))\s*$/i.exec(line) ?? [];
    if (rawName === undefined) continue;
    const name = rawName === '@' ? '' : unescapeText(rawName.slice(1, -1)).toLowerCase();
    if (string !== undefined) values.set(name, unescapeText(string));
    else if (bytes !== undefined) values.set(name, kind === '2' ? expand(decode(bytes)) : decode(bytes));
  }
  return keys;
}

function unescapeText(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}

/** UTF-16 as `63,00,3a,00,…`, up to its end mark. */
function decode(bytes: string): string {
  const text = Buffer.from(bytes.replaceAll(',', ''), 'hex').toString('utf16le');
  return text.replace(/\0.*$/s, '');
}
