import type { ExitStatus } from './exit-status.ts';

/** Resolves when everything that was written has left the process, or nobody is left to read it. */
export function flushed(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    stream.on('error', () => resolve());
    stream.write('', () => resolve());
  });
}

/**
 * Ends the process with `status` once its words have left it. `process.exit` alone drops what a pipe with a slow reader
 * has not taken yet: all but the first 64 KiB (https://nodejs.org/api/process.html#a-note-on-process-io).
 *
 * @param used where something may have been written; opening an output only to flush it takes a millisecond
 */
export async function finish(
  status: ExitStatus,
  used: Iterable<'stdout' | 'stderr'> = ['stdout', 'stderr'],
): Promise<never> {
  await Promise.all([...used].map((name) => flushed(process[name])));
  process.exit(status);
}
