import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../shared/text/en.ts';
import { fill } from '../../shared/text/sentence.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { parseHost } from './host-word.ts';
import { knock } from './knock.ts';
import type { KnockOptions } from './knock-request.ts';
import { consoleLines, type Lines } from './reporter.ts';
import { KNOCK_OPTIONS, OTHER_FAMILY, RUN_OPTIONS, type RunOption, takes } from './run-options.ts';

/** Gives a command the options of {@link RUN_OPTIONS} or of another such table. */
export function addOptions(command: Command, text: Language, options: readonly RunOption[] = RUN_OPTIONS): Command {
  for (const option of options) command.addOption(optionOf(option, text));
  for (const [family, other] of Object.entries(OTHER_FAMILY)) {
    command.on(`option:${family}`, () => command.setOptionValue(other, undefined));
  }
  return command;
}

function optionOf(rule: RunOption, text: Language): Option {
  const { short, long, value, initial, choices } = rule;
  const words = `${short === undefined ? '' : `-${short}, `}--${long}${value === undefined ? '' : ` <${value}>`}`;
  const option = new Option(words, text.command.options[rule.text]);
  if (initial !== undefined) option.default(initial);
  if (choices === undefined) return option;
  return option.choices(choices).argParser((word: string) => {
    if (takes(rule, word)) return word;
    throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
  });
}

/** Below each other, behind the word for usage. */
const USAGES = [
  '[options] <host> <port[:proto]...>',
  'toctoc knock [-v] [--json] <profile>',
  'toctoc knock [--json] --tag <tag>',
] as const;

/** `toctoc knock <host> <port[:proto]>...`: the arguments of knock(1), and more. One argument alone is a saved profile. */
export function addKnockCommand(program: Command, exit: (status: ExitStatus) => void, text: Language): void {
  const { commands, arguments: words, options: optionTexts, help } = text.command;
  const command = program
    .command('knock')
    .description(commands.knock)
    .usage(USAGES.join(`\n${' '.repeat(text.command.headings.usage.length)} `))
    .argument('[host]', words.host)
    .argument('[port[:proto]...]', words.ports);
  addOptions(command, text, KNOCK_OPTIONS)
    .option('--tag <tag>', optionTexts.tag)
    .version(String(program.version()), '-V, --version', optionTexts.version)
    .addHelpText('after', `\n${help.knock}`)
    .action(async (host: string | undefined, ports: readonly string[], options: KnockOptions & TagOption) => {
      exit(await knockWhat(command, host, ports, options, text));
    });
}

interface TagOption {
  readonly tag?: string;
}

/** A host and its ports, a saved profile, or all that have a tag. */
async function knockWhat(
  command: Command,
  host: string | undefined,
  ports: readonly string[],
  options: KnockOptions & TagOption,
  text: Language,
): Promise<ExitStatus> {
  const { tag } = options;
  if (tag === undefined && host === undefined) {
    command.error("error: missing required argument 'host'", { code: 'commander.missingArgument' });
  }
  if (tag === undefined && host?.trim() === '' && ports.length === 0) {
    consoleLines.error(text.cli.remote.profileEmpty);
    return EXIT.usage;
  }
  if (tag === undefined && host !== undefined && ports.length > 0) return knock(parseHost(host), ports, options);
  if (tag !== undefined && host !== undefined) {
    consoleLines.error(text.cli.remote.tagAlone);
    return EXIT.usage;
  }
  if (!onlyForProfiles(command, consoleLines, text)) return EXIT.usage;
  // Loaded here: talking to the app costs a knock that does not need it some milliseconds.
  const { runProfile, runTag } = await import('./profile-run.ts');
  if (tag !== undefined) return runTag('knock', tag, options);
  return (await runProfile('knock', host ?? '', options)).status;
}

/** Options that say how to talk, not how to knock. */
const FOR_PROFILES: ReadonlySet<string> = new Set(['verbose', 'json', 'profile', 'tag', 'home']);

/** Whether every option that was given goes with a saved profile; says which one does not. */
export function onlyForProfiles(command: Command, lines: Lines, text: Language): boolean {
  const given = command.options.filter((option) => command.getOptionValueSource(option.attributeName()) === 'cli');
  const wrong = given.find((option) => !FOR_PROFILES.has(option.attributeName()));
  if (wrong === undefined) return true;
  lines.error(fill(text.cli.remote.option, { option: wrong.long ?? wrong.flags }));
  return false;
}
