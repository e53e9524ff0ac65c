import type { Command } from 'commander';
import type { Language } from '../../shared/text/en.ts';
import type { ExitStatus } from './exit-status.ts';
import type { ListOptions } from './list-profiles.ts';

/** `toctoc list`: the saved profiles, as the app has them. */
export function addListCommand(program: Command, exit: (status: ExitStatus) => void, text: Language): void {
  const { commands, options: words } = text.command;
  program
    .command('list')
    .description(commands.list)
    .option('--json', words.listJson)
    .option('--names', words.names)
    .option('--no-start', words.noStart)
    .action(async (options: ListOptions) => {
      const { listProfiles } = await import('./list-profiles.ts');
      exit(await listProfiles(options));
    });
}
