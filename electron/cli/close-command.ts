import type { Command } from 'commander';
import type { ExitStatus } from './exit-status.ts';
import type { ProfileRunOptions } from './profile-run.ts';

/** `toctoc close <profile>`: the close sequence of a saved profile, sent by the app. */
export function addCloseCommand(program: Command, exit: (status: ExitStatus) => void): void {
  program
    .command('close')
    .description('close the door of a saved profile')
    .argument('<profile>', 'name or id of a saved profile')
    .option('-v, --verbose', 'say what happens')
    .option('--json', 'one JSON object per event per line')
    .action(async (profile: string, options: ProfileRunOptions) => {
      const { runProfile } = await import('./profile-run.ts');
      exit((await runProfile('close', profile, options)).status);
    });
}
