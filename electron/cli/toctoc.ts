#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { addCloseCommand } from './close-command.ts';
import { addCompletionCommand } from './completion-command.ts';
import { addConnectCommand } from './connect-command.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { finish } from './finish.ts';
import { addKnockCommand } from './knock-command.ts';
import { addListCommand } from './list-command.ts';
import { addPracticeCommand } from './practice-command.ts';

/** The command line, plain Node: reads arguments, answers with an exit status. */
async function main(argv: readonly string[]): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done;
  const exit = (code: ExitStatus) => {
    status = code;
  };
  const program = new Command('toctoc')
    .description('Port knocking: send the right sequence of packets, and the door opens.')
    .version(version, '-V, --version')
    .exitOverride()
    .showHelpAfterError('(toctoc --help shows how)');
  addKnockCommand(program, exit);
  addCloseCommand(program, exit);
  addConnectCommand(program, exit);
  addListCommand(program, exit);
  addPracticeCommand(program, exit);
  addCompletionCommand(program);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    throw error;
  }
}

main(process.argv.slice(2)).then(finish, (error: unknown) => {
  console.error(error);
  return finish(EXIT.notOpen);
});
