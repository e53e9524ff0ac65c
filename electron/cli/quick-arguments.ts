import { splitOption } from '../../shared/formats/option-word.ts';
import { isPlainHost } from './arguments.ts';
import type { KnockOptions } from './knock-request.ts';
import { attributeName, KNOCK_OPTIONS, OTHER_FAMILY, takes } from './run-options.ts';

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
    const { option, value, rest } = splitOption(word, KNOCK_OPTIONS, ({ value }) => value !== undefined);
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
