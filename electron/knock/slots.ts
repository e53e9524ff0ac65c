import { Room } from './room.ts';
import type { Turns } from './turns.ts';

/**
 * How many runs go on at once. Enough to keep a slow network busy, few enough that a tag with a thousand servers neither
 * exhausts the system's sockets nor delays the packets of a run that is under way.
 */
const CONCURRENT_RUNS = 32;

/** Bounds how many runs go on at once; the others wait in the order they came. */
export class Slots {
  readonly #room: Room;

  constructor(limit: number = CONCURRENT_RUNS) {
    this.#room = new Room(limit);
  }

  /**
   * Resolves with the function that frees the slot again.
   *
   * @throws the signal's reason when aborted while waiting
   */
  async enter(signal: AbortSignal, onWait: () => void): Promise<() => void> {
    signal.throwIfAborted();
    if (!this.#room.has(1)) onWait();
    await this.#room.take(1, signal);
    return () => this.#room.give(1);
  }
}

/** A slot first, then the server's turn: a run that waits for its server holds a slot, but never the other way round. */
export function slotsThenTurns(slots: Slots, turns: Turns): Turns {
  return {
    enter: async (addresses, signal, onWait) => {
      const free = await slots.enter(signal, onWait);
      try {
        const leave = await turns.enter(addresses, signal, onWait);
        return () => {
          leave();
          free();
        };
      } catch (error) {
        free();
        throw error;
      }
    },
  };
}
