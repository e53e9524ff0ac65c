import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { createProfiles } from '../../../electron/profiles/profiles.ts';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { FakeKeychain } from '../../fakes/vault.ts';
import { RICH } from '../../unit/profiles/stored.ts';

// electron-store asks the electron package, which in plain Node wants to know where Electron is, or fetches it.
vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', tmpdir());
const { JsonDataFile } = await import('../../../electron/system/data-file.ts');

/** What no file may hold that is sealed. (Digits alone may stand in a seal or a date.) */
export const SECRET = /"port":7000|"cafe"|sequence/;

/** Of {@link RICH}. */
export const { id: _id, doorSeenAt: _seen, ...draft } = RICH;

export const names = (profiles: readonly ProfileSummary[]) => profiles.map(({ name }) => name);

export function noKeychain(): FakeKeychain {
  return Object.assign(new FakeKeychain(), { name: null });
}

/** A data folder for every test, and what is in it. */
export class ADataFolder {
  path = '';

  constructor() {
    beforeEach(() => {
      this.path = mkdtempSync(join(tmpdir(), 'toctoc-profiles-'));
    });
    afterEach(() => rmSync(this.path, { recursive: true }));
  }

  readonly file = (name = 'profiles.json'): string => join(this.path, name);
  readonly files = (): readonly string[] => readdirSync(this.path).sort();
  /** What was set aside. */
  readonly asides = () => this.files().filter((name) => /damaged|newer|changed|locked/.test(name));
  readonly text = (name?: string): string => readFileSync(this.file(name), 'utf8');

  /** What a start of the app does with the folder. */
  readonly start = async (keychain = new FakeKeychain()) => {
    const told: string[] = [];
    const profiles = createProfiles({
      data: new JsonDataFile(this.path, 'profiles'),
      keychain,
      passphraseOnly: false,
      seed: [],
      newId: randomUUID,
      onProfiles: () => {},
      onVault: () => {},
      onNotice: ({ problem }) => told.push(problem.code),
    });
    await profiles.vault.open();
    return { ...profiles, told };
  };
}
