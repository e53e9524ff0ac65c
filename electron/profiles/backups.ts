import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

/** So many older copies are kept, at least so far apart (ms). */
const KEPT = 3;
const APART_MS = 60 * 60_000;

/** A good copy of the data file. */
export interface Backup {
  readonly path: string;
  /** When it was written (ms since 1970). */
  readonly writtenMs: number;
}

/**
 * The last good copies of a data file, beside it: `<name>.previous.json` is the file before its last write,
 * `<name>.backup-<time>.json` are older ones. A copy is a second name of the old file (a hard link), so it costs nothing;
 * writing gives the data file a new one.
 */
export class Backups {
  readonly #folder: string;
  readonly #name: string;
  readonly #path: string;

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
    this.#path = join(folder, `${name}.json`);
  }

  /** The newest first: that is the previous one, whatever the clock said when it and the older ones were written. */
  list(): readonly Backup[] {
    const names = readdirSync(this.#folder).filter((name) => name === this.#previousName || this.#isOlder(name));
    const isPrevious = ({ path }: Backup) => Number(path.endsWith(this.#previousName));
    return names
      .map((name) => join(this.#folder, name))
      .map((path) => ({ path, writtenMs: statSync(path).mtimeMs }))
      .sort((a, b) => isPrevious(b) - isPrevious(a) || b.writtenMs - a.writtenMs);
  }

  /** Before a write: keeps the file as it is now. */
  keep(date: number): void {
    const stats = statSync(this.#path, { throwIfNoEntry: false });
    if (stats === undefined) return;
    this.keepPrevious();
    const all = this.list().filter(({ path }) => !path.endsWith(this.#previousName));
    // What seems to be written after the file is from before the clock was set back: the oldest.
    const isSound = ({ writtenMs }: Backup) => writtenMs <= stats.mtimeMs;
    const older = [...all.filter(isSound), ...all.filter((one) => !isSound(one))];
    const newest = all.find(isSound)?.writtenMs;
    if (newest !== undefined && stats.mtimeMs - newest < APART_MS) return;
    const stamp = new Date(date).toISOString().slice(0, 19).replaceAll(':', '-');
    copy(this.#path, join(this.#folder, `${this.#name}.backup-${stamp}.json`));
    for (const { path } of older.slice(KEPT - 1)) rmSync(path, { force: true });
  }

  /** The same, without the older ones. */
  keepPrevious(): void {
    if (existsSync(this.#path)) copy(this.#path, join(this.#folder, this.#previousName));
  }

  /** Takes away the copies that do not begin like this: they are sealed in another way, or not at all. */
  drop(head: string): void {
    for (const { path } of this.list()) if (!begins(path, head)) rmSync(path, { force: true });
  }

  /** Puts a copy in the place of a data file that is gone. */
  restore({ path }: Backup): void {
    copyFileSync(path, this.#path, constants.COPYFILE_EXCL);
  }

  get #previousName(): string {
    return `${this.#name}.previous.json`;
  }

  #isOlder(name: string): boolean {
    return name.startsWith(`${this.#name}.backup-`) && name.endsWith('.json');
  }
}

/** Atomic, replacing what is there; by bytes where the file system knows no second names. */
function copy(from: string, to: string): void {
  const draft = `${to}.new`;
  rmSync(draft, { force: true });
  try {
    linkSync(from, draft);
  } catch {
    copyFileSync(from, draft, constants.COPYFILE_EXCL);
  }
  renameSync(draft, to);
  // Between two names of one file a rename does nothing (POSIX).
  rmSync(draft, { force: true });
}

function begins(path: string, head: string): boolean {
  const bytes = Buffer.alloc(Buffer.byteLength(head));
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(file);
  }
  return bytes.toString() === head;
}

/** The text of a copy. */
export function textOf({ path }: Backup): string {
  return readFileSync(path, 'utf8');
}
