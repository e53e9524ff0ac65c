import { untilAborted } from './abort.ts';

/**
 * One run at a time per server: two sequences from one client to one server interleave, and both die.
 * Runs to the same address wait for each other in the order they came.
 */
export class Gate {
  readonly #tails = new Map<string, Promise<void>>();

  /**
   * Resolves once every address is free, with the function that frees them again. Calls `onWait` if that takes a wait.
   *
   * @throws the signal's reason when aborted while waiting
   */
  async enter(addresses: readonly string[], signal: AbortSignal, onWait: () => void): Promise<() => void> {
    let leave = () => {};
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const before = addresses.map((address) => this.#tails.get(address)).filter((tail) => tail !== undefined);
    const ahead = before.length === 0 ? null : Promise.all(before);
    const tail = ahead === null ? left : ahead.then(() => left);
    for (const address of addresses) this.#tails.set(address, tail);
    // Whoever is last in the line takes its entries away.
    tail.then(() => {
      for (const address of addresses) if (this.#tails.get(address) === tail) this.#tails.delete(address);
    });
    if (ahead === null) return leave;
    onWait();
    try {
      await untilAborted(ahead, signal);
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }
}
