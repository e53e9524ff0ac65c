/** The command line that Node makes of arguments on Windows (libuv, quote_cmd_arg), the program left out. */
export function asNodeWrites(argv: readonly string[]): string {
  return argv
    .map((word) => {
      if (word === '') return '""';
      if (!/[\s"]/.test(word)) return word;
      return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
    })
    .join(' ');
}

/** A command line as WinSCP reads it (DoCutToken in its Common.cpp): only two quotation marks in a row are one. */
export function asWinscpReads(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (!quoted && (char === ' ' || char === '\t')) {
      if (word !== null) words.push(word);
      word = null;
    } else if (char === '"' && line.charAt(at + 1) === '"') {
      word = `${word ?? ''}"`;
      at += 1;
    } else if (char === '"') {
      word = word ?? '';
      quoted = !quoted;
    } else word = (word ?? '') + char;
  }
  return word === null ? words : [...words, word];
}
