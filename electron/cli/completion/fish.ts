import { type DescribedCommand, type DescribedOption, NAMES_COMMAND, type Offer } from './description.ts';

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

function commandLines({ name, options, argument }: DescribedCommand): readonly string[] {
  const when = `complete -c toctoc -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
  return [
    ...(argument.kind === 'nothing' ? [] : [`${when} ${offered(argument)}`]),
    ...options.map((option) => `${when} ${optionWords(option)}`),
  ];
}

function optionWords({ words, text, value }: DescribedOption): string {
  const names = words.map((word) => (word.startsWith('--') ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`));
  const next = value === null ? [] : ['-r', offered(value)];
  return [...names, ...next, '-d', quoted(text)].join(' ');
}

/** `-f` keeps files out, `-F` (fish 3.0) lets them in where `-f` stands for all. */
function offered(offer: Offer): string {
  switch (offer.kind) {
    case 'words':
      return `-f -a ${quoted(offer.words.join(' '))}`;
    case 'profiles':
      return `-f -a ${quoted(PROFILES)}`;
    case 'files':
      return '-F';
    case 'nothing':
      return '-f';
  }
}

/** In single quotes, where fish knows two escapes. */
function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
