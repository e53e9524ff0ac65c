import type { Terminal } from './terminal.ts';

/**
 * The terminals of Windows: not filled yet. While it is empty nothing is detected there, and a launch answers
 * `launch-not-here`. What belongs here: OpenSSH in Windows Terminal and in a console, PuTTY, KiTTY.
 */
export const WINDOWS_TERMINALS: readonly Terminal[] = [];
