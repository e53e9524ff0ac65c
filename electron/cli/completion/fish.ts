import { type DescribedCommand, type DescribedOption, NAMES_COMMAND } from './description.ts';

const PROFILES = `(${NAMES_COMMAND})`;

/** A script for fish 3 and later. */
export function fishScript(commands: readonly DescribedCommand[]): string {
  return [
    '# fish completion for toctoc',
    'complete -c toctoc -f',
    ...commands.map(
      ({ name, text }) => `complete -c toctoc -n __fish_use_subcommand -a ${quoted(name)} -d ${quoted(text)}`,
    ),
    ...commands.flatMap(commandLines),
  ].join('\n');
}

function commandLines({ name, options, values, profile }: DescribedCommand): readonly string[] {
  const when = `complete -c toctoc -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
  const argument = profile ? [PROFILES] : values.length > 0 ? [values.join(' ')] : [];
  return [
    ...argument.map((words) => `${when} -a ${quoted(words)}`),
    ...options.map((option) => `${when} ${optionWords(option)}`),
  ];
}

function optionWords({ words, text, takesValue, values, profile }: DescribedOption): string {
  const names = words.map((word) => (word.startsWith('--') ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`));
  const choices = profile ? PROFILES : values.join(' ');
  const value = takesValue ? ['-x', ...(choices === '' ? [] : ['-a', quoted(choices)])] : [];
  return [...names, ...value, '-d', quoted(text)].join(' ');
}

/** In single quotes, where fish knows two escapes. */
function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
