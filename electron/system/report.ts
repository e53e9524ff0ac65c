/** {@link reportError} for what runs before the log is loaded, and mostly has no use for it. */
export async function report(error: unknown): Promise<void> {
  const { reportError } = await import('./log.ts');
  reportError(error);
}
