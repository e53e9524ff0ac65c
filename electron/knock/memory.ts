import type { Clock } from './clock.ts';
import type { Address } from './resolve.ts';

/** Notes that outlive the process and are seen by the person's other programs. */
export interface UnfinishedNotes {
  /** How much longer (ms) the server may remember an unfinished attempt; never longer than was noted. */
  readonly unfinishedForMs: (address: string) => number;
  /** From now on for so long (ms); `0`: nothing is unfinished any more. */
  readonly noteUnfinished: (address: string, lifetimeMs: number) => void;
}

/** Which family opened a door, kept beyond this process; see family-notes.ts. */
export interface WinnerNotes {
  /** `null` where nothing is known. */
  readonly winner: (host: string) => 4 | 6 | null;
  readonly noteWinner: (host: string, family: 4 | 6) => void;
}

/** A note that is this much off is not worth another write, between two packets (ms). */
const NOTE_TOLERANCE_MS = 1000;

/**
 * What was learnt about servers and matters to the next run. Round trips live as long as the process: they are found
 * again quickly. Unfinished attempts and working families are also noted for the person's other programs.
 */
export class ServerMemory {
  readonly #clock: Clock;
  readonly #unfinished = new Map<string, number>();
  readonly #roundTrips = new Map<string, number>();
  readonly #families = new Map<string, 4 | 6>();
  /** Hosts with addresses of both families: for others there is nothing to choose, and nothing is noted. */
  readonly #choices = new Set<string>();
  readonly #notes: UnfinishedNotes | null;
  readonly #winners: WinnerNotes | null;
  readonly #noted = new Map<string, number>();

  constructor(clock: Clock, notes: UnfinishedNotes | null = null, winners: WinnerNotes | null = null) {
    this.#clock = clock;
    this.#notes = notes;
    this.#winners = winners;
  }

  /** Packets left and the door was not seen open: until then (ms from now) the server may hold a half-done attempt. */
  noteUnfinished(address: string, lifetimeMs: number): void {
    const untilMs = this.#clock.now() + lifetimeMs;
    this.#unfinished.set(address, untilMs);
    if (untilMs - (this.#noted.get(address) ?? Number.NEGATIVE_INFINITY) < NOTE_TOLERANCE_MS) return;
    this.#noted.set(address, untilMs);
    this.#notes?.noteUnfinished(address, lifetimeMs);
  }

  noteFinished(address: string): void {
    this.#unfinished.delete(address);
    this.#noted.delete(address);
    this.#notes?.noteUnfinished(address, 0);
  }

  /** How long the server may still remember an unfinished attempt (ms); 0 when there is none. */
  unfinishedForMs(address: string): number {
    const here = (this.#unfinished.get(address) ?? 0) - this.#clock.now();
    return Math.max(0, here, this.#notes?.unfinishedForMs(address) ?? 0);
  }

  noteRoundTrip(address: string, ms: number | null): void {
    if (ms !== null) this.#roundTrips.set(address, ms);
  }

  roundTripMs(address: string): number | null {
    return this.#roundTrips.get(address) ?? null;
  }

  /** The family over which the door of `host` (as seen from one network) last opened. */
  noteWinner(host: string, family: 4 | 6): void {
    this.#families.set(host, family);
    if (this.#choices.has(host)) this.#winners?.noteWinner(host, family);
  }

  /** Puts the family that last worked in front. */
  ordered(host: string, addresses: readonly Address[]): readonly Address[] {
    if (addresses.every(({ family }) => family === addresses[0]?.family)) return addresses;
    this.#choices.add(host);
    // The note before our own memory: another program may have learnt better since.
    const winner = this.#winners?.winner(host) ?? this.#families.get(host);
    return winner === undefined
      ? addresses
      : addresses.toSorted((a, b) => Number(b.family === winner) - Number(a.family === winner));
  }
}
