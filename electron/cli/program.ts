import { Command, CommanderError, type Option } from 'commander';
import { version } from '../../package.json';
import type { Language } from '../../shared/text/en.ts';
import { fill } from '../../shared/text/sentence.ts';
import { addCloseCommand } from './close-command.ts';
import { addCompletionCommand } from './completion-command.ts';
import { addConnectCommand } from './connect-command.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { addExportCommand } from './export-command.ts';
import { addImportCommand } from './import-command.ts';
import { addKnockCommand } from './knock-command.ts';
import { here } from './language.ts';
import { addListCommand } from './list-command.ts';
import { isMistake, mistake } from './mistake.ts';
import { output } from './output.ts';
import { addPracticeCommand } from './practice-command.ts';
import { consoleLines } from './reporter.ts';

/** Every command, with its help in the language of the terminal. */
export async function runProgram(argv: readonly string[]): Promise<ExitStatus> {
  // The help is written by commander itself.
  for (const name of ['stdout', 'stderr'] as const) output(name);
  const text = here();
  let status: ExitStatus = EXIT.done;
  const program = createProgram(text, (code) => {
    status = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.done;
    if (isMistake(error)) {
      consoleLines.error(`toctoc: ${mistake(error, text)}`);
      consoleLines.error(text.command.hint);
    }
    return EXIT.usage;
  }
}

/** @param exit told the exit status of the command that ran */
export function createProgram(text: Language, exit: (status: ExitStatus) => void): Command {
  const { commands, headings, options, program: description } = text.command;
  const titles = new Map([
    ['Usage:', headings.usage],
    ['Arguments:', headings.arguments],
    ['Options:', headings.options],
    ['Commands:', headings.commands],
  ]);
  const program = new Command('toctoc')
    .description(description)
    .version(version, '-V, --version', options.version)
    .helpOption('-h, --help', options.help)
    .helpCommand('help [command]', commands.help)
    .configureHelp({
      styleTitle: (title) => titles.get(title) ?? title,
      optionDescription: (option) => describeOption(option, text),
      argumentDescription: ({ description, argChoices }) => withRemarks(description, choicesOf(argChoices, text)),
    })
    // Said by runProgram, in the person's language.
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  addKnockCommand(program, exit, text);
  addCloseCommand(program, exit, text);
  addConnectCommand(program, exit, text);
  addListCommand(program, exit, text);
  addImportCommand(program, exit, text);
  addExportCommand(program, exit, text);
  addPracticeCommand(program, exit, text);
  addCompletionCommand(program, text);
  return program;
}

function describeOption({ description, argChoices, defaultValue, required }: Option, text: Language): string {
  const shown = required && typeof defaultValue === 'string' && defaultValue !== '';
  const initial = shown ? [fill(text.command.headings.initial, { value: defaultValue })] : [];
  return withRemarks(description, [...choicesOf(argChoices, text), ...initial]);
}

function choicesOf(choices: readonly string[] | undefined, text: Language): readonly string[] {
  return choices === undefined ? [] : [fill(text.command.headings.choices, { values: choices.join(', ') })];
}

function withRemarks(description: string, remarks: readonly string[]): string {
  return remarks.length === 0 ? description : `${description} (${remarks.join('; ')})`;
}
