import { constants, copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import type { Problem } from '../../shared/result.ts';
import { errorCode } from '../knock/errors.ts';
import type { DataFile } from '../profiles/open-profiles.ts';

/** Names and hosts are nobody else's business, sequences even less. */
const PRIVATE = 0o600;

/** `<folder>/<name>.json`, read by us (to judge it first) and written by electron-store (atomically, with fsync). */
export class JsonDataFile<T extends object> implements DataFile {
  readonly path: string;
  readonly #folder: string;
  readonly #name: string;
  #store: Store<Record<string, unknown>> | null = null;

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
    this.path = join(folder, `${name}.json`);
  }

  readonly read = (): string | null => {
    try {
      return readFileSync(this.path, 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  };

  readonly setAside = (why: string, how: 'move' | 'copy'): string => {
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

  /** Starts electron-store, which reads the file once more; call it after the file was judged. */
  readonly open = (): void => {
    this.#store ??= new Store({
      cwd: this.#folder,
      name: this.#name,
      clearInvalidConfig: false,
      configFileMode: PRIVATE,
      accessPropertiesByDotNotation: false,
    });
  };

  /** Replaces the content; answers with the problem when it could not be written, and the old content is then untouched. */
  readonly write = (value: T): Problem | null => {
    try {
      this.open();
      if (this.#store !== null) this.#store.store = Object.fromEntries(Object.entries(value));
      return null;
    } catch (error) {
      return { code: 'file-unwritable', params: { file: this.path, reason: errorCode(error) } };
    }
  };
}
