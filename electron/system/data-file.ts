import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import { fail, type Problem, type Result } from '../../shared/result.ts';
import { errorCode } from '../knock/errors.ts';
import { LockFiles } from '../knock/lock-file.ts';
import { ownIdentity } from '../knock/process-identity.ts';
import { Backups } from '../profiles/backups.ts';
import type { Aside, DataFile } from '../profiles/open-profiles.ts';

/** Names and hosts are nobody else's business, secrets even less. */
const PRIVATE = 0o600;
/** A write takes some 20 ms: who waits longer (ms) for another's waits for one that hangs. */
const LOCK_LIMIT_MS = 5000;
const LOCK_AGAIN_MS = 5;

/** `<folder>/<name>.json`, read by us (to judge it first) and written by electron-store (atomically, with fsync). */
export class JsonDataFile implements DataFile {
  readonly path: string;
  readonly backups: Backups;
  readonly #folder: string;
  readonly #name: string;
  readonly #locks = new LockFiles(ownIdentity());
  #store: Store<Record<string, unknown>> | null = null;
  /** Which file we last read or wrote. */
  #seen = '';

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
    this.path = join(folder, `${name}.json`);
    this.backups = new Backups(folder, name);
  }

  readonly read = (): string | null => {
    // First: what is written between the two shows as a change later, instead of being missed.
    this.#seen = this.#stamp();
    try {
      return readFileSync(this.path, 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  };

  readonly isChanged = (): boolean => this.#stamp() !== this.#seen;

  readonly setAside = (why: Aside, how: 'move' | 'copy'): string => {
    const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
    const free = (n: number): string => {
      const aside = join(this.#folder, `${this.#name}.${why}-${stamp}${n === 0 ? '' : `-${n}`}.json`);
      return existsSync(aside) ? free(n + 1) : aside;
    };
    const aside = free(0);
    if (how === 'move') renameSync(this.path, aside);
    else copyFileSync(this.path, aside, constants.COPYFILE_EXCL);
    return aside;
  };

  readonly alone = <T>(work: () => Result<T>): Result<T> => {
    const lock = `${this.path}.lock`;
    // Not by the time of day, which may be set back meanwhile.
    const until = performance.now() + LOCK_LIMIT_MS;
    let taken = this.#locks.take(lock);
    while (taken === 'somebodys' && performance.now() < until) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_AGAIN_MS);
      taken = this.#locks.take(lock);
    }
    if (taken === 'somebodys') return fail(this.#problem('EBUSY'));
    try {
      // Where no lock can be made (a full disk, a file system without links) the write will tell.
      return work();
    } catch (error) {
      return fail(this.#problem(errorCode(error)));
    } finally {
      this.#locks.leave(lock);
    }
  };

  /** Replaces the content by this one as JSON. Of the old one only the last is kept, until the next write. */
  readonly write = (content: object): Problem | null =>
    this.#put(Buffer.from(JSON.stringify(content, undefined, '\t')), () => this.backups.keepPrevious());

  readonly replace = (bytes: Buffer, head: string): Problem | null => {
    const problem = this.#put(bytes, () => this.backups.keep(Date.now()));
    if (problem === null) this.#settle(head);
    return problem;
  };

  /**
   * electron-store writes a new file beside the old one; it takes the old one's place once it is known to be whole. For a
   * disk that runs full may take the beginning of a write and say nothing (write(2)), and electron-store does not look.
   */
  #put(bytes: Buffer, keep: () => void): Problem | null {
    const next = join(this.#folder, `${this.#name}.next.json`);
    try {
      this.#open().store = { bytes };
      if (statSync(next).size !== bytes.length) throw Object.assign(new Error('cut off'), { code: 'ENOSPC' });
      keep();
      renameSync(next, this.path);
      this.#seen = this.#stamp();
      return null;
    } catch (error) {
      rmSync(next, { force: true });
      return this.#problem(errorCode(error));
    }
  }

  /** Starts electron-store. It is given bytes and hands back nothing, so that it neither parses nor keeps our secrets. */
  #open(): Store<Record<string, unknown>> {
    if (this.#store !== null) return this.#store;
    // What a write that was killed had begun.
    for (const name of readdirSync(this.#folder)) {
      if (name.startsWith(`${this.#name}.next.json`)) rmSync(join(this.#folder, name), { force: true });
    }
    this.#locks.tidy(`${this.path}.lock`);
    this.#store = new Store({
      cwd: this.#folder,
      name: `${this.#name}.next`,
      clearInvalidConfig: false,
      configFileMode: PRIVATE,
      accessPropertiesByDotNotation: false,
      serialize: (value: { readonly bytes?: unknown }) => (value.bytes instanceof Uint8Array ? value.bytes : ''),
      deserialize: () => ({}),
    });
    return this.#store;
  }

  /** The write has succeeded: what is left to do may fail without harm. */
  #settle(head: string): void {
    try {
      this.backups.drop(head);
      // The new name is on disk when its folder is. (Windows knows no such thing, and refuses.)
      const folder = openSync(this.#folder, 'r');
      fsyncSync(folder);
      closeSync(folder);
    } catch {
      // Said above.
    }
  }

  /** Tells one file of this name from the next. */
  #stamp(): string {
    const stats = statSync(this.path, { bigint: true, throwIfNoEntry: false });
    return stats === undefined ? 'absent' : [stats.ino, stats.size, stats.mtimeNs].join(' ');
  }

  #problem(reason: string): Problem {
    return { code: 'file-unwritable', params: { file: this.path, reason } };
  }
}
