import { createRequire } from 'node:module';
import { commandWords } from './cli/command-words.ts';
import { takeConsolePipes } from './cli/console-pipes.ts';

/**
 * Where Electron begins. With `--cli` this process is the command line and nothing else: an ES module that waits keeps
 * Electron from becoming ready (https://www.electronjs.org/docs/latest/tutorial/esm), so no display, no data folder and
 * no further process is touched. The installed `toctoc` starts it like that, for users without Node.
 */
const words = commandWords(process.argv);
if (words === null) createRequire(import.meta.url)('./main.cjs');
else {
  // As Node has it: the program, the script, then what the person typed.
  process.argv = [process.execPath, 'toctoc', ...words];
  await takeConsolePipes(words);
  // Built by itself: see build/command-line.ts. This file is out/main/entry.js.
  createRequire(import.meta.url)('../cli/toctoc.cjs');
  // The command ends the process; nothing after this line may ever run.
  await new Promise(() => {});
}
