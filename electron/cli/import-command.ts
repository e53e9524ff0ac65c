import type { Command } from 'commander';
import type { Language } from '../../shared/text/en.ts';
import type { ExitStatus } from './exit-status.ts';
import type { ImportOptions } from './import-file.ts';

/** `toctoc import <file|->`: what the window's import does, for scripts. */
export function addImportCommand(program: Command, exit: (status: ExitStatus) => void, text: Language): void {
  const { commands, arguments: words, options } = text.command;
  program
    .command('import')
    .description(commands.import)
    .argument('<file>', words.importFile)
    .option('--dry-run', options.dryRun)
    .option('--host <host>', options.importHost)
    .option('--sequence <knocks>', options.importSequence)
    .option('--passphrase-file <file>', options.passphraseFile)
    .option('--json', options.importJson)
    .action(async (file: string, given: ImportOptions) => {
      const { importFile } = await import('./import-file.ts');
      exit(await importFile(file, given));
    });
}
