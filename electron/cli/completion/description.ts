import type { Command, Option } from 'commander';

/** What a shell can offer for a word: few words to choose from, the names of saved profiles, files, or nothing. */
export type Offer =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'profiles' | 'files' | 'nothing' };

/** What a shell has to know of one option. */
export interface DescribedOption {
  /** Such as `-v` and `--verbose`. */
  readonly words: readonly string[];
  readonly text: string;
  /** For the next word, which is its value; `null`: it takes none. */
  readonly value: Offer | null;
}

/** What a shell has to know of one command. */
export interface DescribedCommand {
  readonly name: string;
  readonly text: string;
  readonly options: readonly DescribedOption[];
  /** For what is no option. */
  readonly argument: Offer;
}

/** Prints the profiles' names, one per line, and nothing when the app is not running: a Tab must not start it. */
export const NAMES_COMMAND = 'toctoc list --names --no-start 2>/dev/null';

/** Arguments that declare no choices of their own, by their command. */
const ARGUMENTS: Readonly<Record<string, Offer['kind']>> = {
  knock: 'profiles',
  close: 'profiles',
  export: 'profiles',
  import: 'files',
};

/** The same for the values of options, by their attribute. */
const VALUES: Readonly<Record<string, Offer['kind']>> = { profile: 'profiles', passphraseFile: 'files' };

/** The commands as they were declared, so that a new option is completed without another word. */
export function describeCommands(program: Command): readonly DescribedCommand[] {
  const commands = program.createHelp().visibleCommands(program);
  const names = commands.map((command) => command.name());
  return commands.map((command) => {
    const name = command.name();
    const choices = name === 'help' ? names : command.registeredArguments[0]?.argChoices;
    return {
      name,
      text: command.description(),
      options: command.createHelp().visibleOptions(command).map(describeOption),
      argument: offer(choices, ARGUMENTS[name]),
    };
  });
}

function describeOption(option: Option): DescribedOption {
  const takesValue = option.required || option.optional;
  return {
    words: [option.short, option.long].filter((word) => word !== undefined && word !== null),
    text: option.description,
    value: takesValue ? offer(option.argChoices, VALUES[option.attributeName()]) : null,
  };
}

function offer(words: readonly string[] = [], kind: Offer['kind'] = 'nothing'): Offer {
  return kind === 'words' || words.length > 0 ? { kind: 'words', words } : { kind };
}

/** One word of a shell, whatever is in it: in single quotes, which POSIX shells and zsh read alike. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
