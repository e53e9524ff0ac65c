import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Which version the next start should be, noted before an update is put in place. An installer that fails does so when
 * nobody is there to hear it: the start that finds itself unchanged says it.
 */
export class UpdatePromise {
  readonly #path: string;

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'update.json');
  }

  make(version: string): void {
    writeFileSync(this.#path, JSON.stringify({ version }), { mode: 0o600 });
  }

  /** The version that was promised and did not come; `null`: none was, or it did. Asked once per promise. */
  broken(ownVersion: string): string | null {
    const promised = readVersion(this.#path);
    rmSync(this.#path, { force: true });
    return promised === ownVersion ? null : promised;
  }
}

function readVersion(path: string): string | null {
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const version = typeof found === 'object' && found !== null ? Reflect.get(found, 'version') : null;
    return typeof version === 'string' && /^[\w.+-]{1,60}$/.test(version) ? version : null;
  } catch {
    return null;
  }
}
