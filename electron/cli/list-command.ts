import type { Command } from 'commander';
import type { ExitStatus } from './exit-status.ts';
import type { ListOptions } from './list-profiles.ts';

/** `toctoc list`: the saved profiles, as the app has them. */
export function addListCommand(program: Command, exit: (status: ExitStatus) => void): void {
  program
    .command('list')
    .description('list the saved profiles')
    .option('--json', 'one JSON object per profile per line')
    .option('--names', 'only what other commands take, one per line')
    .option('--no-start', 'do not start the app when it is not running')
    .action(async (options: ListOptions) => {
      const { listProfiles } = await import('./list-profiles.ts');
      exit(await listProfiles(options));
    });
}
