import type { Terminal } from './terminal.ts';

/**
 * The terminals of macOS: not filled yet. While it is empty nothing is detected there, and a launch answers
 * `launch-not-here`. What belongs here: Terminal, iTerm2, Ghostty.
 */
export const MACOS_TERMINALS: readonly Terminal[] = [];
