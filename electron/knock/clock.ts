/** Where the engine gets its time from: ms on a clock that never jumps, and the date. */
export interface Clock {
  /** Monotonic ms, sub-millisecond resolution. */
  now(): number;
  /** ms since 1970. */
  date(): number;
  /**
   * Resolves at `deadline` (on {@link Clock.now}), not before the loop's next turn; rejects with the signal's reason when it
   * is aborted first.
   */
  sleepUntil(deadline: number, signal?: AbortSignal): Promise<void>;
}

/**
 * `setTimeout` fires 1.1 to 1.4 ms late on average. Sleeping to this long before the deadline (ms) and spinning on
 * `setImmediate` for the rest hits it exactly; the loop stays free for sockets in between.
 */
const SPIN_MS = 2;

/** `setTimeout` takes no more than this (ms, 24.8 days): a longer wait would be over at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The real clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  sleepUntil,
};

function sleepUntil(deadline: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    let timer: NodeJS.Timeout | undefined;
    let immediate: NodeJS.Immediate | undefined;
    const stop = () => {
      clearTimeout(timer);
      clearImmediate(immediate);
      signal?.removeEventListener('abort', abort);
    };
    const abort = () => {
      stop();
      reject(signal?.reason);
    };
    const spin = () => {
      if (performance.now() < deadline) {
        immediate = setImmediate(spin);
        return;
      }
      stop();
      resolve();
    };
    const sleep = () => {
      const wait = Math.min(MAX_TIMER_MS, Math.floor(deadline - performance.now() - SPIN_MS));
      if (wait > 0) timer = setTimeout(sleep, wait);
      // Many runs that never wait would keep the loop from ever closing their sockets.
      else immediate = setImmediate(spin);
    };
    signal?.addEventListener('abort', abort, { once: true });
    sleep();
  });
}
