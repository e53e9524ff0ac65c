/** From what must be seen to what only helps whoever looks for a mistake. */
const LEVELS = ['error', 'warn', 'info', 'debug'] as const;

export type LogLevel = (typeof LEVELS)[number];

/** Chromium has a switch of this name too, for numbers; it leaves words alone. */
const SWITCH = '--log-level=';

/** `--log-level=debug` among the words of a start; the last one counts, and what is no level is as if it were not there. */
export function logLevel(words: readonly string[]): LogLevel {
  const named = words.filter((word) => word.startsWith(SWITCH)).map((word) => word.slice(SWITCH.length));
  return LEVELS.find((level) => level === named.at(-1)) ?? 'info';
}
