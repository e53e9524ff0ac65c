import type { Clock } from './clock.ts';
import type { Address } from './resolve.ts';

/**
 * What was learnt about servers and matters to the next run. Lives as long as the process: an unfinished attempt is
 * forgotten by the server too, and a round trip or a working family is found again quickly.
 */
export class ServerMemory {
  readonly #clock: Clock;
  readonly #unfinished = new Map<string, number>();
  readonly #roundTrips = new Map<string, number>();
  readonly #families = new Map<string, 4 | 6>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Packets left and the door was not seen open: until then (ms from now) the server may hold a half-done attempt. */
  noteUnfinished(address: string, lifetimeMs: number): void {
    this.#unfinished.set(address, this.#clock.now() + lifetimeMs);
  }

  noteFinished(address: string): void {
    this.#unfinished.delete(address);
  }

  /** How long the server may still remember an unfinished attempt (ms); 0 when there is none. */
  unfinishedForMs(address: string): number {
    return Math.max(0, (this.#unfinished.get(address) ?? 0) - this.#clock.now());
  }

  noteRoundTrip(address: string, ms: number | null): void {
    if (ms !== null) this.#roundTrips.set(address, ms);
  }

  roundTripMs(address: string): number | null {
    return this.#roundTrips.get(address) ?? null;
  }

  /** The family over which the door of `host` last opened. */
  noteWinner(host: string, family: 4 | 6): void {
    this.#families.set(host, family);
  }

  /** Puts the family that last worked in front. */
  ordered(host: string, addresses: readonly Address[]): readonly Address[] {
    const winner = this.#families.get(host);
    return winner === undefined
      ? addresses
      : addresses.toSorted((a, b) => Number(b.family === winner) - Number(a.family === winner));
  }
}
