/** An option as it is written: `--delay`, and `-d` where it has a letter. */
export interface Spelling {
  readonly long: string;
  readonly short?: string;
}

interface Split<T extends Spelling> {
  /** `undefined`: none of these. */
  readonly option?: T | undefined;
  /** What stands in the same word; another may follow in the next. */
  readonly value?: string;
  /** What is left of a group of letters, with a dash in front: `-uv` is `-u` and `-v`. */
  readonly rest?: string;
}

/** Takes an option word apart as getopt_long(3) does: `--delay`, `--delay=5`, `-d`, `-d5`, `-uv`. */
export function splitOption<T extends Spelling>(
  word: string,
  options: readonly T[],
  hasValue: (option: T) => boolean,
): Split<T> {
  if (word.startsWith('--')) {
    const [long, ...value] = word.slice(2).split('=');
    const option = options.find((one) => one.long === long);
    return value.length === 0 ? { option } : { option, value: value.join('=') };
  }
  const option = options.find((one) => one.short !== undefined && one.short === word[1]);
  const more = word.slice(2);
  if (more === '' || option === undefined) return { option };
  return hasValue(option) ? { option, value: more } : { option, rest: `-${more}` };
}
