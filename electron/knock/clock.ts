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

/** How the end of a wait is hit exactly, where `setTimeout` would be 1.1 to 1.4 ms late on average. */
export interface Exactness {
  /** So long before the deadline (ms) the timer ends, and `setImmediate` turns the loop, which stays free for sockets. */
  readonly spinMs: number;
  /** So long before it (ms) nothing else is let in, unless another wait is about to end as well; 0: never. */
  readonly holdMs: number;
}

/** In plain Node a turn of the loop takes a few microseconds. */
const NODE: Exactness = { spinMs: 2, holdMs: 0 };

/**
 * In Electron's main process timers are later, and each turn of the loop goes by way of Chromium's and of the thread that
 * polls for libuv: on a busy machine it comes back after the deadline.
 */
const ELECTRON: Exactness = { spinMs: 4, holdMs: 1 };

/** `setTimeout` takes no more than this (ms, 24.8 days): a longer wait would be over at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The real clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  sleepUntil: sleeper(process.versions['electron'] === undefined ? NODE : ELECTRON),
};

/** A {@link Clock.sleepUntil} on the real time. */
export function sleeper({ spinMs, holdMs }: Exactness): Clock['sleepUntil'] {
  /** How many waits are about to end: one that held the others up would make them late. */
  let ending = 0;
  return (deadline, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      let timer: NodeJS.Timeout | undefined;
      let immediate: NodeJS.Immediate | undefined;
      const stop = () => {
        clearTimeout(timer);
        if (immediate !== undefined) ending -= 1;
        clearImmediate(immediate);
        signal?.removeEventListener('abort', abort);
      };
      const abort = () => {
        stop();
        reject(signal?.reason);
      };
      const spin = () => {
        if (performance.now() < deadline - (ending === 1 ? holdMs : 0)) {
          immediate = setImmediate(spin);
          return;
        }
        while (performance.now() < deadline);
        stop();
        resolve();
      };
      const sleep = () => {
        const wait = Math.min(MAX_TIMER_MS, Math.floor(deadline - performance.now() - spinMs));
        if (wait > 0) {
          timer = setTimeout(sleep, wait);
          return;
        }
        // Many runs that never wait would keep the loop from ever closing their sockets.
        ending += 1;
        immediate = setImmediate(spin);
      };
      signal?.addEventListener('abort', abort, { once: true });
      sleep();
    });
}
