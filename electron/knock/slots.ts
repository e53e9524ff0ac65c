import { collectEarly } from './collecting.ts';
import { Room } from './room.ts';
import type { Turns } from './turns.ts';

/**
 * How many runs go on at once. Enough to keep a slow network busy, few enough that a tag with a thousand servers neither
 * exhausts the system's sockets nor delays the packets of a run that is under way.
 */
const CONCURRENT_RUNS = 32;

/** So many runs at once are a crowd, and no longer a person's one or two; it is one until only `few` are left. */
const CROWD = { many: 8, few: 4 } as const;

/** Bounds how many runs go on at once; the others wait in the order they came. */
export class Slots {
  readonly #room: Room;
  readonly #onCrowd: (crowded: boolean) => void;
  #inside = 0;
  #crowded = false;

  /** @param onCrowd told when a crowd has come together, and when it is none any more */
  constructor(limit: number, onCrowd: (crowded: boolean) => void = () => {}) {
    this.#room = new Room(limit);
    this.#onCrowd = onCrowd;
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
    this.#inside += 1;
    if (this.#inside >= CROWD.many) this.#setCrowded(true);
    return () => this.#leave();
  }

  #leave(): void {
    this.#inside -= 1;
    if (this.#inside <= CROWD.few) this.#setCrowded(false);
    this.#room.give(1);
  }

  #setCrowded(crowded: boolean): void {
    if (crowded === this.#crowded) return;
    this.#crowded = crowded;
    this.#onCrowd(crowded);
  }
}

/** The slots of a program that knocks on many servers. */
export function appSlots(): Slots {
  return new Slots(CONCURRENT_RUNS, collectEarly);
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
