import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openProfiles } from '../../../electron/profiles/open-profiles.ts';
import type { ProfileFile } from '../../../electron/profiles/profile-file.ts';
import { ProfileStore } from '../../../electron/profiles/profile-store.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { fileText, RICH } from '../../unit/profiles/stored.ts';

// electron-store asks the electron package, which in plain Node wants to know where Electron is, or fetches it.
vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', tmpdir());
const { JsonDataFile } = await import('../../../electron/system/data-file.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-profiles-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const path = () => join(folder, 'profiles.json');
const asides = () => readdirSync(folder).filter((name) => name !== 'profiles.json');

/** What a start of the app does with the folder. */
function start() {
  const data = new JsonDataFile<ProfileFile>(folder, 'profiles');
  const opened = openProfiles(data, []);
  let ids = 0;
  const store = new ProfileStore(opened.file, { write: data.write, newId: () => `id-${++ids}`, onChange: () => {} });
  return { ...opened, store };
}
const { id: _id, doorSeenAt: _seen, ...draft } = RICH;

describe('the data folder', () => {
  it('holds after a start what was saved before', () => {
    const first = start();
    expect(first.firstRun).toBe(true);
    first.store.save(null, draft);
    first.store.save(null, { ...draft, name: 'Other' });
    first.store.delete('id-2');
    const second = start();
    expect(second).toMatchObject({ firstRun: false, notices: [], writable: true });
    expect(second.store.profiles).toEqual([{ ...draft, id: 'id-1', doorSeenAt: null }]);
    expect(second.store.restore('id-2').ok).toBe(true);
    expect(start().store.profiles.map(({ name }) => name)).toEqual([RICH.name, 'Other']);
  });

  it('is nobody else’s to read', () => {
    start().store.save(null, draft);
    expect(statSync(path()).mode & 0o077).toBe(0);
  });

  it('is not written to by a start', () => {
    writeFileSync(path(), fileText([RICH]));
    const before = readFileSync(path());
    start();
    expect(readFileSync(path())).toEqual(before);
    expect(asides()).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['cut off', Buffer.from(fileText([RICH])).subarray(0, 200), 'damaged'],
    ['empty', Buffer.alloc(0), 'damaged'],
    ['all zeros', Buffer.alloc(4096), 'damaged'],
    ['binary', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x80]), 'damaged'],
    ['newer', Buffer.from(fileText([RICH], [], 99)), 'newer'],
  ])('%s is kept byte by byte, and the new one does not touch it', (_what, bytes, why) => {
    writeFileSync(path(), bytes);
    const { notices, store } = start();
    const [aside = ''] = asides();
    expect(aside).toMatch(new RegExp(`^profiles\\.${why}-.*\\.json$`));
    expect(notices[0]?.problem.params?.['file']).toBe(join(folder, aside));
    expect(existsSync(path())).toBe(false);
    store.save(null, draft);
    expect(readFileSync(join(folder, aside))).toEqual(bytes);
    expect(start().store.profiles).toHaveLength(1);
  });

  it('twice in one second is kept twice', () => {
    writeFileSync(path(), 'one');
    start();
    writeFileSync(path(), 'two');
    start();
    expect(
      asides()
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .sort(),
    ).toEqual(['one', 'two']);
  });

  it('in part is copied, and stays in use', () => {
    const text = fileText([{ ...RICH, host: '-x' }, aProfile()]);
    writeFileSync(path(), text);
    const { store, notices } = start();
    expect(store.profiles).toEqual([aProfile()]);
    expect(notices.map(({ problem }) => problem.code)).toEqual(['profile-damaged']);
    store.save(null, draft);
    expect(asides().map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([text]);
    expect(start().notices).toEqual([]);
  });
});

describe('a folder that cannot be written to', () => {
  it('keeps what was there, and says why', () => {
    start().store.save(null, draft);
    const { store } = start();
    rmSync(path());
    // Also root cannot put a file where a folder with something in it stands.
    mkdirSync(join(path(), 'in the way'), { recursive: true });
    expect(store.delete('id-1')).toMatchObject({
      ok: false,
      problems: [{ code: 'file-unwritable', params: { file: path(), reason: expect.stringMatching(/^E[A-Z]+$/) } }],
    });
    expect(store.profiles.map(({ id }) => id)).toEqual(['id-1']);
  });
});
