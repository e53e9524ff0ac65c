import { createHash } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Clock } from './clock.ts';
import { errorCode } from './errors.ts';
import { isAlive, type ProcessIdentity } from './process-identity.ts';

/** How often a run looks whether the other program's run is over (ms). */
const POLL_MS = 100;
/** A run that was cut off by a crash may have left an attempt of unknown timeout: knockd's default of 25 s, and one (ms). */
const CRASHED_LIFETIME_MS = 26_000;

const LockSchema = v.object({ pid: v.pipe(v.number(), v.integer(), v.minValue(1)), started: v.nullable(v.string()) });
const NoteSchema = v.object({ untilMs: v.number() });

/**
 * One run at a time per server among all programs of one person: window, tray and command lines.
 *
 * A lock is a file named after the address, made by linking, that holds the id and start of its process. A lock whose
 * process has gone is taken over, and its server counts as holding an unfinished attempt. Beside the locks lie notes:
 * until when a server may remember an attempt that was not finished.
 */
export class ServerLocks {
  readonly #folder: string;
  readonly #self: ProcessIdentity;
  readonly #clock: Clock;

  /** @param folder private to this person; see private-folder.ts */
  constructor(folder: string, self: ProcessIdentity, clock: Clock) {
    this.#folder = folder;
    this.#self = self;
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
      for (const file of held.splice(0)) rmSync(file, { force: true });
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

  /** Until when (ms since 1970) the server may remember an unfinished attempt of any of our programs; 0 for none. */
  unfinishedUntil(address: string): number {
    const note = readJson(this.#file(address, 'unfinished'), NoteSchema);
    return note?.untilMs ?? 0;
  }

  /** Writes the note down, or (0) takes it away. Costs no run: a note that cannot be written is only a slower retry. */
  noteUnfinished(address: string, untilMs: number): void {
    const file = this.#file(address, 'unfinished');
    try {
      if (untilMs === 0) rmSync(file, { force: true });
      else writeFileSync(file, JSON.stringify({ untilMs }), { mode: 0o600 });
    } catch {
      // Said above.
    }
  }

  #take(address: string, held: string[]): boolean {
    const file = this.#file(address, 'lock');
    const draft = `${file}.${this.#self.pid}.new`;
    try {
      // Written first and linked then, so that a lock never stands there without its owner's name.
      writeFileSync(draft, JSON.stringify(this.#self), { mode: 0o600 });
      linkSync(draft, file);
      held.push(file);
      return true;
    } catch (error) {
      // A full disk or a lost folder must not keep anybody out: the lock protects a run, it is not the run.
      if (errorCode(error) !== 'EEXIST') return true;
    } finally {
      rmSync(draft, { force: true });
    }
    const owner = readJson(file, LockSchema);
    if (owner === null || !isAlive(owner)) this.#breakLock(file, address);
    return false;
  }

  /** Takes a dead process's lock away. By renaming: of two programs that both found it dead, one succeeds. */
  #breakLock(file: string, address: string): void {
    const aside = `${file}.${this.#self.pid}`;
    try {
      renameSync(file, aside);
      const owner = readJson(aside, LockSchema);
      if (owner !== null && isAlive(owner)) renameSync(aside, file);
      else {
        rmSync(aside, { force: true });
        this.noteUnfinished(address, this.#clock.date() + CRASHED_LIFETIME_MS);
      }
    } catch {
      // Somebody else was first.
    }
  }

  /** File names tell nobody which servers a person knocks at. */
  #file(address: string, kind: 'lock' | 'unfinished'): string {
    return join(this.#folder, `${createHash('sha256').update(address).digest('hex').slice(0, 32)}.${kind}`);
  }
}

function readJson<T>(file: string, schema: v.GenericSchema<unknown, T>): T | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
