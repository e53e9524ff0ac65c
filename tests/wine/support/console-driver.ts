// Runs inside Wine in the app's place, bundled to one file: what electron/entry.ts does with `--cli`, on Windows' Node.
import { createRequire } from 'node:module';
import { commandWords } from '../../../electron/cli/command-words.ts';
import { takeConsolePipes } from '../../../electron/cli/console-pipes.ts';

const words = commandWords(process.argv) ?? [];
process.argv = [process.execPath, 'toctoc', ...words];
takeConsolePipes(words).then(
  () => createRequire(import.meta.url)(process.env['TOCTOC_TEST_CLI'] ?? ''),
  () => process.exit(70),
);
