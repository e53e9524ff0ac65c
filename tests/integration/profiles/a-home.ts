import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A home folder for every test, and away again. */
export class AHome {
  #folder = '';

  constructor() {
    beforeEach(() => {
      this.#folder = mkdtempSync(join(tmpdir(), 'toctoc-import-'));
    });
    afterEach(() => rmSync(this.#folder, { recursive: true, force: true }));
  }

  get path(): string {
    return this.#folder;
  }

  /** Writes a file, with the folders on the way to it; returns where it lies. */
  put(path: string, content: string | Buffer): string {
    const full = join(this.#folder, path);
    mkdirSync(join(full, '..'), { recursive: true });
    writeFileSync(full, content);
    return full;
  }
}
