/** What stands on the command line of a benchmark run. */
export interface Options {
  readonly names: readonly string[];
  readonly long: boolean;
  readonly write: boolean;
  /** Runs of each kind, for the benchmarks that count successes. */
  readonly runs: number;
}

/** @throws a sentence on an option that there is not */
export function options(words: readonly string[]): Options {
  const names: string[] = [];
  let [long, write, runs] = [false, false, 100];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--long') long = true;
    else if (word === '--write') write = true;
    else if (word === '--runs') runs = number(words[++i]);
    else if (word.startsWith('-')) throw new Error(`No option is called ${word}: there are --long, --write, --runs N.`);
    else names.push(word);
  }
  return { names, long, write, runs };
}

function number(word = ''): number {
  if (!/^[1-9]\d{0,5}$/.test(word)) throw new Error(`--runs takes a number, not "${word}".`);
  return Number(word);
}
