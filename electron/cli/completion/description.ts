import type { Command, Option } from 'commander';

/** What a shell has to know of one option. */
export interface DescribedOption {
  /** Such as `-v` and `--verbose`. */
  readonly words: readonly string[];
  readonly text: string;
  /** Whether the next word is its value. */
  readonly takesValue: boolean;
  /** The values it may have, where they are few. */
  readonly values: readonly string[];
  /** Whether its value is a saved profile. */
  readonly profile: boolean;
}

/** What a shell has to know of one command. */
export interface DescribedCommand {
  readonly name: string;
  readonly text: string;
  readonly options: readonly DescribedOption[];
  /** Words that its argument may be, where they are few. */
  readonly values: readonly string[];
  /** Whether its first argument may be a saved profile. */
  readonly profile: boolean;
}

/** Prints the profiles' names, one per line, and nothing when the app is not running: a Tab must not start it. */
export const NAMES_COMMAND = 'toctoc list --names --no-start 2>/dev/null';

/** Commands whose first argument is a saved profile, or may be one. */
const WITH_PROFILE: ReadonlySet<string> = new Set(['knock', 'close']);

/** The commands as they were declared, so that a new option is completed without another word. */
export function describeCommands(program: Command): readonly DescribedCommand[] {
  return program.commands.map((command) => ({
    name: command.name(),
    text: command.description(),
    options: command.createHelp().visibleOptions(command).map(describeOption),
    values: command.registeredArguments[0]?.argChoices ?? [],
    profile: WITH_PROFILE.has(command.name()),
  }));
}

function describeOption(option: Option): DescribedOption {
  return {
    words: [option.short, option.long].filter((word) => word !== undefined && word !== null),
    text: option.description,
    takesValue: option.required || option.optional,
    values: option.argChoices ?? [],
    profile: option.attributeName() === 'profile',
  };
}

/** One word of a shell, whatever is in it: in single quotes, which POSIX shells and zsh read alike. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
