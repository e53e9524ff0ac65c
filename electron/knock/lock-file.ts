import {
  closeSync,
  fstatSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './errors.ts';
import { isAlive, type ProcessIdentity } from './process-identity.ts';

/** `unlockable`: no lock can be made there (full disk, lost folder, a file system without links). */
export type Taken = 'taken' | 'somebodys' | 'unlockable';

/**
 * Locks among the processes of one person: files made by linking, which one of many can do, that hold the id and start
 * of their process.
 *
 * A lock whose process has gone is broken by who finds it so. Between finding and breaking, another one could have
 * broken it and taken the lock itself; so who breaks a lock first takes a second one, named after it, and looks again.
 * While it holds that one nobody else breaks, and the dead do nothing: what it saw stays true. A breaker that dies
 * leaves a dead lock itself, which is broken in the same way.
 */
export class LockFiles {
  readonly #self: ProcessIdentity;
  readonly #isAlive: typeof isAlive;
  readonly #held = new Set<string>();

  constructor(self: ProcessIdentity, alive = isAlive) {
    this.#self = self;
    this.#isAlive = alive;
  }

  /** @param onBroken called before a dead process's lock is taken away */
  take(file: string, onBroken = () => {}): Taken {
    const taken = this.#link(file);
    if (taken !== 'somebodys' || !this.#isDead(file)) return taken;
    const breaker = `${file}.break`;
    if (this.take(breaker) !== 'taken') return 'somebodys';
    try {
      if (this.#isDead(file)) {
        onBroken();
        remove(file);
      }
    } finally {
      this.leave(breaker);
    }
    return this.#link(file);
  }

  /** Gives a lock back. One that cannot be removed counts as dead from now on. */
  leave(file: string): void {
    if (!this.#held.delete(file)) return;
    const owner = look(file)?.owner ?? null;
    if (owner !== null && this.#isOurs(owner)) remove(file);
  }

  /** Takes away the drafts of this lock whose processes were ended before they could link them. */
  tidy(file: string): void {
    const folder = dirname(file);
    for (const name of readdirSync(folder)) {
      if (!name.startsWith(`${basename(file)}.`)) continue;
      const pid = Number(/\.(\d+)\.new$/.exec(name)?.[1]);
      const draft = join(folder, name);
      // By its name: a draft that a living process has only begun says nothing yet.
      if (pid >= 1 && pid !== this.#self.pid && !this.#isAlive({ pid, started: null }, writtenAt(draft))) remove(draft);
    }
  }

  #link(file: string): Taken {
    const draft = `${file}.${this.#self.pid}.new`;
    try {
      // Written first and linked then, so that a lock never stands there without its owner's name. A draft that a crash
      // left may be linked already: it is not written to.
      remove(draft);
      writeFileSync(draft, JSON.stringify(this.#self), { mode: 0o600, flag: 'wx' });
      linkSync(draft, file);
      this.#held.add(file);
      return 'taken';
    } catch (error) {
      return errorCode(error) === 'EEXIST' ? 'somebodys' : 'unlockable';
    } finally {
      remove(draft);
    }
  }

  /** A lock that names nobody is dead, and one that names us though we do not hold it. One that has just gone is not. */
  #isDead(file: string): boolean {
    const found = look(file);
    if (found === null) return false;
    const { owner, seenMs } = found;
    if (owner === null) return true;
    return this.#isOurs(owner) ? !this.#held.has(file) : !this.#isAlive(owner, seenMs);
  }

  #isOurs({ pid, started }: ProcessIdentity): boolean {
    return pid === this.#self.pid && started === this.#self.started;
  }
}

interface Found {
  /** `null` where the file names nobody. */
  readonly owner: ProcessIdentity | null;
  /** When it was written (ms since 1970). */
  readonly seenMs: number;
}

/** A virus scanner that has the file open right now keeps it there (Windows): no reason to end a run. */
function remove(file: string): void {
  try {
    // Not rmSync, which loads what removes whole trees.
    unlinkSync(file);
  } catch {
    // Said above; or it is not there.
  }
}

/** ms since 1970; now, for a file that has just gone. */
function writtenAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
}

/** `null` where no file can be read. */
function look(file: string): Found | null {
  let open: number | undefined;
  try {
    open = openSync(file, 'r');
    return { owner: ownerIn(readFileSync(open, 'utf8')), seenMs: fstatSync(open).mtimeMs };
  } catch {
    return null;
  } finally {
    if (open !== undefined) closeSync(open);
  }
}

/** By hand, as no schema library may cost a command line its time; what is not exactly an owner is none. */
function ownerIn(text: string): ProcessIdentity | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('started' in value)) return null;
    const { pid, started } = value;
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid < 1) return null;
    return started === null || typeof started === 'string' ? { pid, started } : null;
  } catch {
    return null;
  }
}
