import { isPlainHost } from './arguments.ts';
import type { KnockOptions } from './knock-request.ts';
import { attributeName, KNOCK_OPTIONS, OTHER_FAMILY, type RunOption, takes } from './run-options.ts';

/** A command line of `knock` that was read; as commander hands it over. */
export interface KnockArguments {
  readonly host: string;
  readonly ports: readonly string[];
  readonly options: KnockOptions;
}

/**
 * Reads the words behind `toctoc knock` as commander would, so that a plain knock does not have to load it (it takes
 * longer than the knocking). `null`: commander has to say something about this line (help, version, a mistake), or it
 * is a saved profile's.
 */
export function quickArguments(words: readonly string[]): KnockArguments | null {
  const options: Record<string, string | true> = {};
  for (const option of KNOCK_OPTIONS) if (option.initial !== undefined) options[attributeName(option)] = option.initial;
  const operands: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (!word.startsWith('-')) {
      operands.push(word);
      continue;
    }
    const { option, value, rest } = split(word);
    if (option === undefined) return null;
    if (rest !== undefined) left.unshift(rest);
    if (option.value === undefined) {
      if (value !== undefined) return null;
      options[attributeName(option)] = true;
      const other = OTHER_FAMILY[option.long];
      if (other !== undefined) delete options[other];
      continue;
    }
    // A value that begins like an option is rare enough to be left to commander.
    const given = value ?? left.shift();
    if (given === undefined || given.startsWith('-') || !takes(option, given)) return null;
    options[attributeName(option)] = given;
  }
  const [host, ...ports] = operands;
  return host === undefined || !isPlainHost(host) || ports.length === 0
    ? null
    : { host, ports, options: options as unknown as KnockOptions };
}

interface Split {
  readonly option?: RunOption | undefined;
  readonly value?: string;
  /** What is left of a group of letters, with a dash in front: `-uv` is `-u` and `-v`. */
  readonly rest?: string;
}

/** An option word: `--delay`, `--delay=5`, `-d`, `-d5`, `-uv`. */
function split(word: string): Split {
  if (word.startsWith('--')) {
    const [long, ...value] = word.slice(2).split('=');
    const option = KNOCK_OPTIONS.find((one) => one.long === long);
    return value.length === 0 ? { option } : { option, value: value.join('=') };
  }
  const option = KNOCK_OPTIONS.find((one) => one.short !== undefined && one.short === word[1]);
  const more = word.slice(2);
  if (more === '') return { option };
  return option?.value === undefined ? { option, rest: `-${more}` } : { option, value: more };
}
