import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import log from 'electron-log/node';
import type { LogLevel } from './log-level.ts';
import { redact } from './redact.ts';

/** Of `main.log`; what is older is in `main.old.log`, until the next turn (bytes). */
const LIMIT = 512 * 1024;

log.transports.console.level = false;
log.transports.file.level = false;

/** Where the log lies, below the data folder. */
export function logFile(dataFolder: string): string {
  return join(dataFolder, 'logs', 'main.log');
}

/**
 * From now on the log is kept in this data folder, from this level on. What cannot be written is left out: a log is never
 * worth a failure.
 */
export function openLog(dataFolder: string, level: LogLevel): void {
  const path = logFile(dataFolder);
  try {
    mkdirSync(join(dataFolder, 'logs'), { recursive: true, mode: 0o700 });
  } catch {
    return;
  }
  const { file } = log.transports;
  file.resolvePathFn = () => path;
  file.maxSize = LIMIT;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.format = '{iso} {level} {text}';
  file.level = level;
}

/**
 * Errors that nobody expected: into the log, and to whoever started the app in a terminal (which a desktop keeps as well).
 * Without anything that a profile could have put into them.
 */
export function reportError(error: unknown): void {
  const text = redact(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.stderr.write(`toctoc: ${text}\n`);
  log.error(text);
}

/** What happened, in words of our own: never a value that a profile, a server or a person has put in. */
export function note(level: 'info' | 'debug', text: string): void {
  log[level](text);
}
