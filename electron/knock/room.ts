interface Waiting {
  readonly count: number;
  readonly enter: () => void;
}

/** Room for so many things at once. Who asks for more than is left waits, and nobody overtakes who waits longer. */
export class Room {
  readonly #limit: number;
  readonly #waiting: Waiting[] = [];
  #taken = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether `count` things would fit now, without a wait. More than fit at all go in alone. */
  has(count: number): boolean {
    return this.#waiting.length === 0 && this.#fits(count);
  }

  /**
   * Resolves once `count` things have their room; {@link give} gives it back, one by one or all together.
   *
   * @throws the signal's reason when aborted while waiting; then nothing is taken
   */
  async take(count: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.has(count)) this.#taken += count;
    else await this.#wait(count, signal);
  }

  give(count: number): void {
    this.#taken -= count;
    this.#admit();
  }

  #fits(count: number): boolean {
    return this.#taken === 0 || this.#taken + count <= this.#limit;
  }

  /** Room is taken here, for who waits, and not when they hear of it: whoever comes in between finds it gone. */
  #admit(): void {
    for (let next = this.#waiting[0]; next !== undefined && this.#fits(next.count); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#taken += next.count;
      next.enter();
    }
  }

  #wait(count: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        signal.removeEventListener('abort', abort);
        resolve();
      };
      const waiting = { count, enter };
      const abort = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(signal.reason);
        // Who came later may need less than this one did.
        this.#admit();
      };
      this.#waiting.push(waiting);
      signal.addEventListener('abort', abort, { once: true });
    });
  }
}
