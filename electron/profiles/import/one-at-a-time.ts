import type { ImportProgress } from '../../../shared/formats/steps.ts';
import type { Watcher } from './in-turns.ts';

/** The window's long work: there is one, which a newer one or a cancellation ends. */
export class OneAtATime {
  readonly #onProgress: (progress: ImportProgress | null) => void;
  #current: AbortController | null = null;

  /** @param onProgress hears how far it is, and `null` when there is nothing to wait for any more */
  constructor(onProgress: (progress: ImportProgress | null) => void) {
    this.#onProgress = onProgress;
  }

  async run<T>(work: (watcher: Watcher) => Promise<T>): Promise<T> {
    this.#current?.abort();
    const mine = new AbortController();
    this.#current = mine;
    try {
      return await work({
        signal: mine.signal,
        onProgress: (progress) => {
          if (this.#current === mine) this.#onProgress(progress);
        },
      });
    } finally {
      if (this.#current === mine) this.#end();
    }
  }

  cancel(): void {
    this.#current?.abort();
    this.#end();
  }

  #end(): void {
    this.#current = null;
    this.#onProgress(null);
  }
}
