import type { CommanderError } from 'commander';
import type { Language } from '../../shared/text/en.ts';
import { oneLine } from '../../shared/text/one-line.ts';
import { fill } from '../../shared/text/sentence.ts';

/** Whether it is about what was typed; else the help or the version was shown, and all is said. */
export function isMistake({ code }: Pick<CommanderError, 'code'>): boolean {
  return !['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(code);
}

/**
 * What commander says of a line, in the person's language. Its messages are English; what they are about stands in
 * single quotes (lib/command.js), and its code says what it is.
 */
export function mistake({ code, message }: Pick<CommanderError, 'code' | 'message'>, text: Language): string {
  const { mistakes, headings } = text.command;
  const [what = '', value = ''] = [...message.matchAll(/'(.*?)'/gsu)].map(([, quoted = '']) => oneLine(quoted));
  const said = sentenceOf(code, message, text);
  const choices = /Allowed choices are (.*)\.$/.exec(message)?.[1];
  const similar = /Did you mean (?:one of )?(.*)\?/.exec(message)?.[1];
  return [
    fill(said, said === mistakes.invalidWord ? { what: value, value: what } : { what, value }),
    ...(choices === undefined ? [] : [`(${fill(headings.choices, { values: choices })})`]),
    ...(similar === undefined ? [] : [`(${fill(mistakes.similar, { what: similar })})`]),
  ].join(' ');
}

function sentenceOf(code: string, message: string, { command: { mistakes } }: Language): string {
  switch (code) {
    case 'commander.unknownOption':
      return mistakes.unknownOption;
    case 'commander.optionMissingArgument':
      return mistakes.optionMissingArgument;
    case 'commander.missingArgument':
      return mistakes.missingArgument;
    case 'commander.invalidArgument':
      return message.startsWith('error: command-argument') ? mistakes.invalidWord : mistakes.invalidArgument;
    case 'commander.unknownCommand':
      return mistakes.unknownCommand;
    case 'commander.excessArguments':
      return mistakes.excessArguments;
    default:
      return mistakes.other;
  }
}
