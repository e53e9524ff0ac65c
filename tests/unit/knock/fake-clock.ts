import type { Clock } from '../../../electron/knock/clock.ts';

interface Sleeper {
  readonly deadline: number;
  readonly wake: () => void;
}

/** A clock that stands still until it is told to go on. It begins at 1000 ms, and its date an hour later. */
export class FakeClock implements Clock {
  #now = 1000;
  #sleepers: Sleeper[] = [];

  now(): number {
    return this.#now;
  }

  date(): number {
    return this.#now + 3_600_000;
  }

  sleepUntil(deadline: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (deadline <= this.#now) return resolve();
      const sleeper: Sleeper = { deadline, wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', () => {
        this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
        reject(signal.reason);
      });
    });
  }

  advance(ms: number): void {
    this.#now += ms;
    const due = this.#sleepers.filter(({ deadline }) => deadline <= this.#now);
    this.#sleepers = this.#sleepers.filter((one) => !due.includes(one));
    for (const { wake } of due) wake();
  }
}
