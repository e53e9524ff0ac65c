import { KNOCK_OPTIONS } from './run-options.ts';

/** Every long word that `toctoc knock` takes. */
const LONG = [...KNOCK_OPTIONS.map(({ long }) => long), 'tag', 'version', 'help'];

/**
 * The same words with their long options in full: knock(1) takes `--del` and `--verb`, as getopt_long(3) takes any
 * beginning that only one option has. What is no such beginning stays as it is, to be told of as it was typed.
 *
 * @param words behind `toctoc knock`
 */
export function spelledOut(words: readonly string[]): readonly string[] {
  const end = words.indexOf('--');
  return words.map((word, at) => (end === -1 || at < end ? inFull(word) : word));
}

function inFull(word: string): string {
  const [, name, value = ''] = /^--([^=]+)(=.*)?$/s.exec(word) ?? [];
  if (name === undefined || LONG.includes(name)) return word;
  const [long, ...others] = LONG.filter((one) => one.startsWith(name));
  return long === undefined || others.length > 0 ? word : `--${long}${value}`;
}
