import { type Command, Option } from 'commander';
import { EXPORT_FORMATS } from '../../shared/model/importing.ts';
import type { Language } from '../../shared/text/en.ts';
import type { ExitStatus } from './exit-status.ts';
import type { ExportOptions } from './export-profiles.ts';

/** `toctoc export [profile…]`: the profiles as text on standard output. */
export function addExportCommand(program: Command, exit: (status: ExitStatus) => void, text: Language): void {
  const { commands, arguments: words, options } = text.command;
  program
    .command('export')
    .description(commands.export)
    .argument('[profiles...]', words.exportProfiles)
    .addOption(new Option('--as <format>', options.exportAs).choices([...EXPORT_FORMATS]).default('json'))
    .option('--json', options.exportJson)
    .option('--passphrase-file <file>', options.passphraseFile)
    .action(async (profiles: string[], given: ExportOptions) => {
      const { exportProfiles } = await import('./export-profiles.ts');
      exit(await exportProfiles(profiles, given));
    });
}
