/** So many wrong passphrases may follow each other at once. */
const FREE = 3;
/** From then on the wait doubles with every wrong one, from 2 s up to this (ms). */
const MAX_WAIT_MS = 60_000;

/**
 * Slows down who guesses at the keyboard. (Who has the file guesses without us: against that stands the cost of scrypt.)
 */
export class Attempts {
  readonly #date: () => number;
  #wrong = 0;
  #until = 0;

  constructor(date: () => number) {
    this.#date = date;
  }

  /** How long to wait before the next attempt (s); 0: not at all. */
  waitSeconds(): number {
    return Math.max(0, Math.ceil((this.#until - this.#date()) / 1000));
  }

  note(right: boolean): void {
    this.#wrong = right ? 0 : this.#wrong + 1;
    const waitMs = this.#wrong < FREE ? 0 : Math.min(MAX_WAIT_MS, 2000 * 2 ** (this.#wrong - FREE));
    this.#until = waitMs === 0 ? 0 : this.#date() + waitMs;
  }
}
