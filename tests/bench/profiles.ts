import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { entryOf } from '../../electron/profiles/entry.ts';
import { FILE_VERSION } from '../../electron/profiles/profile-file.ts';
import { createProfiles } from '../../electron/profiles/profiles.ts';
import type { Profile, ProfileDraft } from '../../shared/model/profile.ts';
import { aProfile, steps } from '../fakes/profiles.ts';
import { FakeKeychain } from '../fakes/vault.ts';
import { type Row, series } from './support/table.ts';

const COUNT = 10_000;
const ROUNDS = 40;
const PAUSE_MS = 60;

/** 10,000 sealed profiles: how long until they can be listed, and how long to save one of them, safely on disk. */
export async function profiles(): Promise<readonly Row[]> {
  // electron-store asks the electron package, which in plain Node wants to know where Electron is.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= tmpdir();
  const { JsonDataFile } = await import('../../electron/system/data-file.ts');
  const folder = mkdtempSync(join(tmpdir(), 'toctoc-bench-'));
  const keychain = new FakeKeychain();
  const open = async () => {
    const begin = performance.now();
    const made = createProfiles({
      data: new JsonDataFile(folder, 'profiles'),
      keychain,
      passphraseOnly: false,
      seed: [],
      newId: randomUUID,
      onProfiles: () => {},
      onVault: () => {},
      onNotice: () => {},
    });
    const listed = made.store.summaries.length;
    const ms = performance.now() - begin;
    await made.vault.open();
    return { ...made, listed, ms };
  };
  try {
    const { vault, store } = await open();
    const { lock } = vault;
    if (lock === null) throw new Error('the vault is locked');
    const entries = Array.from({ length: COUNT - 1 }, (_, at) => entryOf(numbered(at), lock));
    store.reset({ version: FILE_VERSION, vault: lock.header, profiles: entries, deleted: [] });
    store.save(null, draftOf(numbered(COUNT)));
    const [loads, saves]: [number[], number[]] = [[], []];
    for (let round = 0; round <= ROUNDS; round++) {
      if (round % 8 === 0) loads.push((await open()).ms);
    }
    const again = await open();
    for (let round = 0; round <= ROUNDS; round++) {
      const id = `server-${(round * 251) % (COUNT - 1)}`;
      await sleep(PAUSE_MS);
      const begin = performance.now();
      const saved = again.store.save(id, { ...draftOf(numbered(round)), name: `Changed ${round}` });
      if (!saved.ok) throw new Error(saved.problems[0].code);
      if (round > 0) saves.push(performance.now() - begin);
    }
    const megabytes = (statSync(join(folder, 'profiles.json')).size / 1e6).toFixed(1);
    const none = { peer: '', ratio: '' };
    return [
      {
        what: `save of one of 10,000 profiles (${megabytes} MB, on disk)`,
        ours: series(saves, 'ms', 1),
        ...none,
        target: '≤ 50 ms',
      },
      { what: '10,000 profiles read, until they can be listed', ours: series(loads, 'ms', 1), ...none, target: '' },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function numbered(at: number): Profile {
  const sequence = [...steps(`${7000 + (at % 1000)} ${8000 + (at % 900)}:udp="open sesame" ${9000 + (at % 800)}`)];
  const tags = [`rack ${at % 40}`, at % 3 === 0 ? 'production' : 'lab'];
  return aProfile({ id: `server-${at}`, name: `Server ${at}`, host: `server-${at}.example.org`, sequence, tags });
}

function draftOf({ id: _id, doorSeenAt: _seen, ...draft }: Profile): ProfileDraft {
  return draft;
}
