import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundSource } from '../../../shared/model/importing.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { stoppable, type Watcher } from './in-turns.ts';
import type { ImportText } from './parse-text.ts';
import { readImportFile } from './read-files.ts';
import { readImportFolder } from './read-many.ts';

export interface FoundDeps {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** `/etc` */
  readonly etc: string;
  /** A registry key and all below it as a .reg text; `null` where there is none. */
  readonly registry: (key: string) => Promise<string | null>;
}

/** A place that may hold servers, and how it is read. */
interface Place extends FoundSource {
  readonly exists: () => boolean | Promise<boolean>;
  readonly read: (watcher: Watcher) => Result<readonly ImportText[]> | Promise<Result<readonly ImportText[]>>;
}

/** What there is on this computer to import: looked for, never read before it is chosen. */
export class FoundSources {
  readonly #places: readonly Place[];

  constructor(deps: FoundDeps) {
    this.#places = placesOf(deps);
  }

  async list(): Promise<readonly FoundSource[]> {
    const there = await Promise.all(this.#places.map(({ exists }) => exists()));
    return this.#places.filter((_, at) => there[at]).map(({ id, kind, place }) => ({ id, kind, place }));
  }

  async read(id: string, watcher: Watcher = {}): Promise<Result<readonly ImportText[]>> {
    const place = this.#places.find((one) => one.id === id);
    return place === undefined ? fail({ code: 'import-gone' }) : place.read(watcher);
  }
}

function placesOf({ platform, home, etc, registry }: FoundDeps): readonly Place[] {
  const file = (id: string, kind: FoundSource['kind'], path: string): Place => ({
    id,
    kind,
    place: path.startsWith(home) ? `~${path.slice(home.length)}` : path,
    exists: () => existsSync(path),
    read: () => {
      const text = readImportFile(path, home);
      return text.ok ? ok([text.value]) : text;
    },
  });
  const key = (id: string, kind: FoundSource['kind'], path: string): Place => ({
    id,
    kind,
    place: path,
    exists: async () => (await registry(path)) !== null,
    read: async () => {
      const text = await registry(path);
      if (text === null) return fail({ code: 'import-unreadable', params: { file: path, reason: 'ENOENT' } });
      return ok([{ text, fileName: path, sshFiles: null }]);
    },
  });
  const ssh = file('ssh-config', 'ssh-config', join(home, '.ssh', 'config'));
  if (platform === 'win32') {
    return [
      ssh,
      key('putty', 'putty', 'HKCU\\Software\\SimonTatham\\PuTTY\\Sessions'),
      key('kitty', 'kitty', 'HKCU\\Software\\9bis.com\\KiTTY\\Sessions'),
    ];
  }
  const sessions = join(home, '.putty', 'sessions');
  return [
    ssh,
    {
      id: 'putty',
      kind: 'putty',
      place: '~/.putty/sessions',
      exists: () => existsSync(sessions) && readdirSync(sessions).some((name) => name !== 'Default%20Settings'),
      read: (watcher) => stoppable(readImportFolder(sessions, home), watcher),
    },
    file('knockd', 'knockd', join(etc, 'knockd.conf')),
  ];
}
