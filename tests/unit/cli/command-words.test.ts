import { expect, it } from 'vitest';
import { commandWords } from '../../../electron/cli/command-words.ts';

it.each([
  [
    ['/opt/Toctoc/toctoc', '--no-sandbox', '--cli', '--', 'knock', '-v', 'host'],
    ['knock', '-v', 'host'],
  ],
  [['electron', '/app', '--cli', '--'], []],
  [['electron', '/app', '--cli'], []],
  [
    ['toctoc', '--cli', '--', 'connect', '--', '--cli'],
    ['connect', '--', '--cli'],
  ],
])('%j is the command line', (argv, words) => {
  expect(commandWords(argv)).toEqual(words);
});

it.each([
  [['/opt/Toctoc/toctoc']],
  [['/opt/Toctoc/toctoc', '--hidden', 'toctoc://open/web']],
  // Behind `--` stand the words of somebody else: a link, a file.
  [['/opt/Toctoc/toctoc', '--', '--cli']],
])('%j is the window', (argv) => {
  expect(commandWords(argv)).toBeNull();
});
