/**
 * What Windows Terminal makes of its arguments, by its documentation and AppCommandlineArgs.cpp: a `;` ends a command
 * unless a backslash stands before it; the words of the last one are joined, with quotes around those with a space.
 */
export function asWindowsTerminalReads(argv: readonly string[]): {
  readonly options: readonly string[];
  readonly line: string;
  readonly commands: number;
} {
  const commands: string[][] = [[]];
  for (const word of argv) {
    const pieces = word.split(/(?<!\\);/);
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) commands.push([]);
      if (piece !== '' || pieces.length === 1) commands.at(-1)?.push(piece.replaceAll('\\;', ';'));
    }
  }
  const [words = []] = commands;
  let at = 1;
  while (words[at]?.startsWith('-')) at += 2;
  const line = words.slice(at).map((word) => (word.includes(' ') ? `"${word}"` : word));
  return { options: words.slice(0, at), line: line.join(' '), commands: commands.length };
}

/** A command line as programs read it (CommandLineToArgvW, and the C library after it). */
export function asProgramsRead(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quoted = false;
  for (let at = 0; at < line.length; ) {
    const [slashes = ''] = /^\\*/.exec(line.slice(at)) ?? [];
    at += slashes.length;
    const char = line.charAt(at);
    if (char === '"') {
      word = (word ?? '') + slashes.slice(0, slashes.length / 2);
      if (slashes.length % 2 === 1) word += '"';
      else quoted = !quoted;
      at += 1;
      continue;
    }
    if (slashes !== '') word = (word ?? '') + slashes;
    if (char === ' ' && !quoted) {
      if (word !== null) words.push(word);
      word = null;
    } else if (char !== '') word = (word ?? '') + char;
    at += 1;
  }
  return word === null ? words : [...words, word];
}
