/**
 * Cuts a command line into words as a POSIX shell would: quotes, backslashes, `#` comments. Operators (`;`, `&&`, `|`) are
 * words of their own. Nothing is expanded: `$HOST` stays as it is. A quote that is not closed ends with the text.
 */
export function shellWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  const end = () => {
    if (word !== null) words.push(word);
    word = null;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "'" || character === '"') {
      const close = closingQuote(text, at);
      word = (word ?? '') + unescaped(text.slice(at + 1, close), character);
      at = close;
    } else if (character === '\\' && at + 1 < text.length) {
      at += 1;
      word = (word ?? '') + text.charAt(at);
    } else if (/\s/.test(character)) end();
    else if (character === '#' && word === null) break;
    else if (/[;|&()]/.test(character)) {
      end();
      if (words.at(-1) !== ';') words.push(';');
    } else word = (word ?? '') + character;
  }
  end();
  return words;
}

function closingQuote(text: string, open: number): number {
  const quote = text.charAt(open);
  for (let at = open + 1; at < text.length; at++) {
    if (text.charAt(at) === quote) return at;
    if (quote === '"' && text.charAt(at) === '\\') at += 1;
  }
  return text.length;
}

function unescaped(text: string, quote: string): string {
  return quote === '"' ? text.replace(/\\(["\\$`])/g, '$1') : text;
}

/** A word as a POSIX shell takes it back, whole. */
export function shellQuoted(word: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`;
}
