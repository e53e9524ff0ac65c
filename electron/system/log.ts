/**
 * Errors that nobody expected, for whoever started the app in a terminal. Nothing of a profile is ever passed in: a log
 * is read by others.
 */
export function reportError(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`toctoc: ${text}\n`);
}
