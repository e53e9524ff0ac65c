import type { ImportProgress, Steps } from '../../../shared/formats/steps.ts';
import { fail, type Result } from '../../../shared/result.ts';

/** How long at a stretch: within a frame, whatever else the process does gets its turn (ms). */
const SLICE_MS = 10;

/** Who waits for long work: hears how far it is, and may stop it. */
export interface Watcher {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/**
 * Does long work in slices, so that the windows and everything else in this process go on meanwhile. Work that fits into
 * one slice tells nothing of itself.
 *
 * @returns `null` when `signal` stopped it
 */
export async function inTurns<T>(steps: Steps<T>, { signal, onProgress }: Watcher = {}): Promise<T | null> {
  while (signal?.aborted !== true) {
    const until = performance.now() + SLICE_MS;
    let step = steps.next();
    while (step.done !== true && performance.now() < until) step = steps.next();
    if (step.done === true) return step.value;
    onProgress?.(step.value);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return null;
}

/** The same for work that may fail: stopped, it fails with `import-cancelled`. */
export async function stoppable<T>(steps: Steps<Result<T>>, watcher: Watcher): Promise<Result<T>> {
  return (await inTurns(steps, watcher)) ?? fail({ code: 'import-cancelled' });
}
