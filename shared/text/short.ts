import { oneLine } from './one-line.ts';

/** A name as one line of at most `length` characters, cut with an ellipsis, never through a character of two code units. */
export function short(text: string, length: number): string {
  const characters = [...oneLine(text)];
  return characters.length <= length
    ? characters.join('')
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
