import type { Session, Terminal, TerminalStart } from './terminal.ts';

/**
 * The consoles of Windows, for OpenSSH. A client started without one would have no input and no output.
 *
 * Both replace `%NAME%` in the command by what the variable holds (ConptyConnection.cpp and ConsoleArguments in
 * https://github.com/microsoft/terminal), without a way to say that a percent sign is meant.
 */
export const WINDOWS_TERMINALS: readonly Terminal[] = [
  {
    id: 'windows-terminal',
    name: 'Windows Terminal',
    variants: [{ executable: 'wt', run: [], arrange: windowsTerminal, expands: '%NAME%' }],
  },
  // The program that shows a console where no terminal is asked for; it takes the command as it is.
  { id: 'console', name: 'Console', variants: [{ executable: 'conhost', run: [], expands: '%NAME%' }] },
];

/**
 * `wt new-tab [options] command…` (https://learn.microsoft.com/windows/terminal/command-line-arguments). Its options
 * end where the command begins. A `;` would begin a second command, in any argument: it is written `\;`.
 */
function windowsTerminal({ title, profile, command }: Session): TerminalStart {
  const options = [...(profile === '' ? [] : ['-p', profile]), '--title', title];
  return { argv: ['new-tab', ...[...options, ...command.map(forItsCommand)].map(withoutDelimiter)] };
}

function withoutDelimiter(word: string): string {
  return word.replaceAll(';', '\\;');
}

/**
 * Windows Terminal joins the words of a command again, with quotes around those that hold a space and nothing more
 * (AppCommandlineArgs.cpp). What is inside is therefore written as it has to stand there: backslashes before a quote
 * doubled, the quote after one more, and an empty word as two quotes.
 */
function forItsCommand(word: string): string {
  if (word === '') return '""';
  const escaped = word.replace(/(\\*)"/g, '$1$1\\"');
  return word.includes(' ') ? escaped.replace(/\\+$/, '$&$&') : escaped;
}
