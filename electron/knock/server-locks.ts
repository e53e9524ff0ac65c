import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './clock.ts';
import { fingerprint } from './fingerprint.ts';
import { LockFiles } from './lock-file.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** How often a run looks whether the other program's run is over (ms). */
const POLL_MS = 100;
/**
 * A run that was cut off by a crash may have left an attempt that it had not noted yet, of unknown timeout: knockd's
 * default of 25 s, and one (ms). What it had noted, it knew better.
 */
const CRASHED_LIFETIME_MS = 26_000;

/** The longest an attempt can live: knockd's timeout may be an hour, and one second (ms). */
const MAX_LIFETIME_MS = 3_601_000;

/** Until when (ms since 1970) an attempt may be remembered, and for how long (ms) that was when it was noted. */
interface UnfinishedNote {
  readonly untilMs: number;
  readonly lifetimeMs: number;
}

/**
 * One run at a time per server among all programs of one person: window, tray and command lines.
 *
 * A lock is a file named after the address; see lock-file.ts. A lock whose process has gone is taken over, and its server
 * counts as holding an unfinished attempt. Beside the locks lie notes: until when a server may remember an attempt that
 * was not finished.
 */
export class ServerLocks {
  readonly #folder: string;
  readonly #locks: LockFiles;
  readonly #clock: Clock;

  /** @param folder private to this person; see private-folder.ts */
  constructor(folder: string, self: ProcessIdentity, clock: Clock) {
    this.#folder = folder;
    this.#locks = new LockFiles(self);
    this.#clock = clock;
  }

  /**
   * Resolves once this process holds the locks of all addresses, with the function that gives them back.
   *
   * @param onWait called once, if another program has to be waited for
   * @throws the signal's reason when aborted while waiting
   */
  async enter(addresses: readonly string[], signal: AbortSignal, onWait: () => void): Promise<() => void> {
    const held: string[] = [];
    const leave = () => {
      for (const file of held.splice(0)) this.#locks.leave(file);
    };
    try {
      let waited = false;
      // In one order for everybody, so that two programs never wait for each other.
      for (const address of addresses.toSorted()) {
        while (!this.#take(address, held)) {
          if (!waited) onWait();
          waited = true;
          await this.#clock.sleepUntil(this.#clock.now() + POLL_MS, signal);
        }
      }
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  /**
   * How much longer (ms) the server may remember an unfinished attempt of any of our programs; 0 for none. Never longer
   * than was noted, though somebody may have set the computer's clock back since.
   */
  unfinishedForMs(address: string): number {
    const note = readNote(this.#file(address, 'unfinished'));
    return note === null ? 0 : Math.min(note.lifetimeMs, Math.max(0, note.untilMs - this.#clock.date()));
  }

  /** Writes the note down, or (0) takes it away. Costs no run: a note that cannot be written is only a slower retry. */
  noteUnfinished(address: string, lifetimeMs: number): void {
    const file = this.#file(address, 'unfinished');
    const note: UnfinishedNote = { untilMs: this.#clock.date() + lifetimeMs, lifetimeMs };
    try {
      if (lifetimeMs === 0) unlinkSync(file);
      else writeFileSync(file, JSON.stringify(note), { mode: 0o600 });
    } catch {
      // Said above; and what is not there need not be taken away.
    }
  }

  #take(address: string, held: string[]): boolean {
    const file = this.#file(address, 'lock');
    const taken = this.#locks.take(file, () => {
      if (this.unfinishedForMs(address) === 0) this.noteUnfinished(address, CRASHED_LIFETIME_MS);
    });
    if (taken === 'taken') held.push(file);
    // Where there can be no lock, nobody is kept out: it protects a run, it is not the run.
    return taken !== 'somebodys';
  }

  /** File names tell nobody which servers a person knocks at. */
  #file(address: string, kind: 'lock' | 'unfinished'): string {
    return join(this.#folder, `${fingerprint(address)}.${kind}`);
  }
}

/** `null` where there is none, and where it is not one of ours. By hand: see {@link LockFiles}. */
function readNote(file: string): UnfinishedNote | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('untilMs' in value) || !('lifetimeMs' in value)) return null;
    const { untilMs, lifetimeMs } = value;
    if (typeof untilMs !== 'number' || typeof lifetimeMs !== 'number') return null;
    return lifetimeMs >= 0 && lifetimeMs <= MAX_LIFETIME_MS ? { untilMs, lifetimeMs } : null;
  } catch {
    return null;
  }
}
