import { shellQuote } from '../shell-quote.ts';
import type { Session, Terminal, TerminalStart } from './terminal.ts';

const OPEN = '/usr/bin/open';

/** The terminals of macOS, by their bundle ids: an app's folder may have any name. Nothing is put into AppleScript's text. */
export const MACOS_TERMINALS: readonly Terminal[] = [
  {
    id: 'terminal',
    name: 'Terminal',
    variants: [{ executable: OPEN, bundle: 'com.apple.Terminal', run: [], arrange: commandFile }],
  },
  {
    id: 'iterm2',
    name: 'iTerm2',
    variants: [{ executable: '/usr/bin/osascript', bundle: 'com.googlecode.iterm2', run: [], arrange: appleScript }],
  },
  {
    id: 'ghostty',
    name: 'Ghostty',
    // Its own command line does not open windows on macOS (https://ghostty.org/docs/install/binary, "macOS").
    variants: [
      { executable: OPEN, bundle: 'com.mitchellh.ghostty', run: ['-n', '-b', 'com.mitchellh.ghostty', '--args', '-e'] },
    ],
  },
];

/**
 * Terminal opens `.command` files and runs them; unlike a script that steers it, that asks the person for no permission.
 * The file removes itself, with the private folder it lies in.
 */
function commandFile({ title, command }: Session): TerminalStart {
  const script = [
    '#!/bin/sh',
    'rm -f -- "$0"',
    'rmdir -- "$(dirname -- "$0")" 2>/dev/null',
    `printf '\\033]0;%s\\007' ${shellQuote(title)}`,
    `exec ${command.map(shellQuote).join(' ')}`,
    '',
  ].join('\n');
  return { argv: ['-b', 'com.apple.Terminal'], script };
}

/** iTerm2 takes a command as one string, which it splits as a shell would; AppleScript itself quotes each argument. */
const ITERM_SCRIPT = [
  'on run arguments',
  'set theCommand to ""',
  'repeat with theWord in arguments',
  'set theCommand to theCommand & quoted form of (theWord as text) & " "',
  'end repeat',
  'tell application id "com.googlecode.iterm2"',
  'activate',
  'create window with default profile command theCommand',
  'end tell',
  'end run',
];

function appleScript({ command }: Session): TerminalStart {
  return { argv: [...ITERM_SCRIPT.flatMap((line) => ['-e', line]), ...command] };
}
