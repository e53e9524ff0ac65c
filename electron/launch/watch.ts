import type { StartedProcess } from './start.ts';

/** What became of a program in its first moments. */
export type Watched =
  | { readonly kind: 'alive' }
  | { readonly kind: 'ended'; readonly status: number | null; readonly signal: string | null }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Starts a program and looks after it for a moment. Never rejects.
 *
 * @param watchMs how long one that lives is watched (ms)
 */
export function watch(start: () => StartedProcess, watchMs: number): Promise<Watched> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    // A timer that is left behind would keep a command's process running for nothing.
    const over = (what: Watched) => {
      clearTimeout(timer);
      resolve(what);
    };
    const failed = (error: unknown) => over({ kind: 'failed', reason: reasonOf(error) });
    try {
      const child = start();
      child.once('error', failed);
      child.once('spawn', () => {
        timer = setTimeout(() => over({ kind: 'alive' }), watchMs);
      });
      child.once('exit', (status, signal) => over({ kind: 'ended', status, signal }));
      child.unref();
    } catch (error) {
      failed(error);
    }
  });
}

/** `ENOENT` says more in a sentence than a stack of words; the rest of Node's message repeats the path. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
