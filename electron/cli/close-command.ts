import type { Command } from 'commander';
import type { Language } from '../../shared/text/en.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import type { ProfileRunOptions } from './profile-run.ts';
import { consoleLines } from './reporter.ts';

/** `toctoc close <profile>`: the close sequence of a saved profile, sent by the app. */
export function addCloseCommand(program: Command, exit: (status: ExitStatus) => void, text: Language): void {
  const { commands, arguments: words, options: optionTexts } = text.command;
  program
    .command('close')
    .description(commands.close)
    .argument('[profile]', words.profile)
    .option('-v, --verbose', optionTexts.verbose)
    .option('--json', optionTexts.json)
    .option('--tag <tag>', optionTexts.tag)
    .action(async (profile: string | undefined, options: ProfileRunOptions & { readonly tag?: string }) => {
      const { tag } = options;
      if ((profile === undefined) === (tag === undefined)) {
        consoleLines.error(text.cli.remote.tagOrProfile);
        return exit(EXIT.usage);
      }
      const { runProfile, runTag } = await import('./profile-run.ts');
      exit(
        await (tag === undefined
          ? runProfile('close', profile ?? '', options).then(({ status }) => status)
          : runTag('close', tag, options)),
      );
    });
}
