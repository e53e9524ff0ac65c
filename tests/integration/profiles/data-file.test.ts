import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProfiles } from '../../../electron/profiles/profiles.ts';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { fail, ok } from '../../../shared/result.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { FakeKeychain } from '../../fakes/vault.ts';
import { fileText, oldFileText, RICH, stored } from '../../unit/profiles/stored.ts';

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
const files = () => readdirSync(folder).sort();
/** What no file may hold that is sealed. (Digits alone may stand in a seal or a date.) */
const SECRET = /"port":7000|"cafe"|sequence/;
const asides = () => files().filter((name) => /damaged|newer|changed|locked/.test(name));
const text = (name = 'profiles.json') => readFileSync(join(folder, name), 'utf8');

/** What a start of the app does with the folder. */
async function start(keychain = new FakeKeychain()) {
  const told: string[] = [];
  const profiles = createProfiles({
    data: new JsonDataFile(folder, 'profiles'),
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
}
function noKeychain(): FakeKeychain {
  return Object.assign(new FakeKeychain(), { name: null });
}
const names = (profiles: readonly ProfileSummary[]) => profiles.map(({ name }) => name);
const { id: _id, doorSeenAt: _seen, ...draft } = RICH;

describe('the data folder', () => {
  it('holds after a start what was saved before', async () => {
    const keychain = new FakeKeychain();
    const first = await start(keychain);
    expect(first.firstRun).toBe(true);
    const saved = first.store.save(null, draft);
    const other = first.store.save(null, { ...draft, name: 'Other' });
    if (!saved.ok || !other.ok) throw new Error('not saved');
    first.store.delete(other.value);
    const second = await start(keychain);
    expect(second).toMatchObject({ firstRun: false, notices: [] });
    expect(second.store.get(saved.value)).toEqual(ok({ ...draft, id: saved.value, doorSeenAt: null }));
    expect(second.store.restore(other.value)).toEqual(ok(null));
    expect(names((await start(keychain)).store.summaries)).toEqual([RICH.name, 'Other']);
  });

  it('is nobody else’s to read, copies included', async () => {
    const { store } = await start();
    for (const name of ['One', 'Two', 'Three']) store.save(null, { ...draft, name });
    expect(files().length).toBeGreaterThan(1);
    for (const name of files()) expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0]);
  });

  it('is not written to by a start', async () => {
    writeFileSync(path(), fileText([stored(RICH)]));
    const before = readFileSync(path());
    await start();
    expect(readFileSync(path())).toEqual(before);
    expect(files()).toEqual(['profiles.json']);
  });

  it('holds no secret that a keychain could seal, in any file', async () => {
    const { store } = await start();
    for (const name of ['One', 'Two', 'Three']) store.save(null, { ...draft, name });
    for (const name of files()) expect(text(name)).not.toMatch(SECRET);
  });

  it('holds no file that was begun and not ended', async () => {
    const { store } = await start();
    writeFileSync(join(folder, 'profiles.next.json.tmp-1234567890abcdef'), 'half');
    store.save(null, draft);
    expect(files()).toEqual(['profiles.json']);
  });
});

describe('an old, readable file', () => {
  it('is sealed by the first write, and no readable copy stays', async () => {
    writeFileSync(path(), oldFileText([RICH], [{ profile: aProfile({ id: 'gone' }), index: 0 }]), { mode: 0o644 });
    const keychain = new FakeKeychain();
    const { store, vault } = await start(keychain);
    expect(vault.view).toMatchObject({ mode: 'keychain', state: 'open' });
    expect(store.save(null, { ...draft, name: 'New' })).toMatchObject({ ok: true });
    expect(files()).toEqual(['profiles.json']);
    expect(text()).not.toMatch(SECRET);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    const second = await start(keychain);
    expect(second.store.get('rich')).toEqual(ok(RICH));
    expect(second.store.restore('gone')).toEqual(ok(null));
    expect(second.store.get('gone')).toEqual(ok(aProfile({ id: 'gone' })));
  });

  it('stays as it is where nothing seals, until the person has chosen', async () => {
    writeFileSync(path(), oldFileText([RICH]));
    const before = text();
    const { store, vault } = await start(noKeychain());
    expect(store.get('rich')).toEqual(ok(RICH));
    expect(store.save(null, draft)).toEqual(fail({ code: 'vault-undecided' }));
    expect(text()).toBe(before);
    expect(await vault.choose({ mode: 'passphrase', passphrase: 'open sesame', current: null })).toEqual(ok(null));
    expect(text()).not.toMatch(SECRET);
    expect(files()).toEqual(['profiles.json']);
  });
});

describe('copies', () => {
  it('are of the write before, and of an hour before', async () => {
    const keychain = new FakeKeychain();
    const { store } = await start(keychain);
    for (const name of ['One', 'Two', 'Three', 'Four']) store.save(null, { ...draft, name });
    const [older = '', ...rest] = files().filter((name) => name.startsWith('profiles.backup-'));
    expect([text('profiles.previous.json').includes('Three'), text('profiles.previous.json').includes('Four')]).toEqual(
      [true, false],
    );
    expect([text(older).includes('One'), text(older).includes('Two'), rest]).toEqual([true, false, []]);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 300)],
    ['empty', () => Buffer.alloc(0)],
    ['all zeros', () => Buffer.alloc(4096)],
  ])('take the place of a file that is %s; that one is kept', async (_what, damage) => {
    const keychain = new FakeKeychain();
    const { store } = await start(keychain);
    for (const name of ['One', 'Two']) store.save(null, { ...draft, name });
    const damaged = damage(readFileSync(path()));
    writeFileSync(path(), damaged);
    const second = await start(keychain);
    expect(names(second.store.summaries)).toEqual(['One']);
    expect(second.notices.map(({ problem }) => problem.code)).toEqual(['file-restored']);
    expect(readFileSync(join(folder, asides()[0] ?? ''))).toEqual(damaged);
    // Also after another start, without any write.
    expect(names((await start(keychain)).store.summaries)).toEqual(['One']);
    expect(second.store.save(null, draft)).toMatchObject({ ok: true });
    expect(names((await start(keychain)).store.summaries)).toEqual(['One', RICH.name]);
  });

  it('go by what was written last when the clock was set back, and are made as before', async () => {
    const { store } = await start();
    for (const name of ['One', 'Two', 'Three']) store.save(null, { ...draft, name });
    const backups = () => files().filter((name) => name.startsWith('profiles.backup-'));
    const [first = ''] = backups();
    const wrong = [1, 2, 3].map((month) => `profiles.backup-2099-0${month}-01T00-00-00.json`);
    for (const [at, name] of wrong.entries()) {
      copyFileSync(join(folder, first), join(folder, name));
      utimesSync(join(folder, name), 4_070_908_800 + at, 4_070_908_800 + at);
    }
    rmSync(join(folder, first));
    store.save(null, { ...draft, name: 'Four' });
    const [made = '', ...others] = backups();
    expect(made).not.toContain('2099');
    expect(others).toEqual(wrong.slice(1));
    store.save(null, { ...draft, name: 'Five' });
    expect(backups()).toEqual([made, ...others]);
    writeFileSync(path(), '');
    expect(names((await start()).store.summaries)).toEqual(['One', 'Two', 'Three', 'Four']);
  });

  it('that are damaged too are passed over', async () => {
    const keychain = new FakeKeychain();
    const { store } = await start(keychain);
    for (const name of ['One', 'Two', 'Three']) store.save(null, { ...draft, name });
    writeFileSync(path(), '');
    rmSync(join(folder, 'profiles.previous.json'));
    writeFileSync(join(folder, 'profiles.previous.json'), 'junk');
    expect(names((await start(keychain)).store.summaries)).toEqual(['One']);
  });
});

describe('a file that cannot be read', () => {
  const good = fileText([stored(RICH)]);
  it.each([
    ['cut off', Buffer.from(good).subarray(0, 200), 'damaged'],
    ['empty', Buffer.alloc(0), 'damaged'],
    ['all zeros', Buffer.alloc(4096), 'damaged'],
    ['binary', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x80]), 'damaged'],
    ['newer', Buffer.from(fileText([stored(RICH)], [], 99)), 'newer'],
  ])('%s is kept byte by byte, and the new one does not touch it', async (_what, bytes, why) => {
    writeFileSync(path(), bytes);
    const { notices, store } = await start();
    const [aside = ''] = asides();
    expect(aside).toMatch(new RegExp(`^profiles\\.${why}-.*\\.json$`));
    expect(notices[0]?.problem.params?.['file']).toBe(join(folder, aside));
    expect(existsSync(path())).toBe(false);
    store.save(null, draft);
    expect(readFileSync(join(folder, aside))).toEqual(bytes);
    expect((await start()).store.summaries).toHaveLength(1);
  });

  it('twice in one second is kept twice', async () => {
    writeFileSync(path(), 'one');
    await start();
    writeFileSync(path(), 'two');
    await start();
    expect(
      asides()
        .map((name) => text(name))
        .sort(),
    ).toEqual(['one', 'two']);
  });

  it('in part is copied, and stays in use', async () => {
    const web = stored(aProfile());
    const before = fileText([{ ...stored(RICH), profile: { ...RICH, host: '-x' } }, web]);
    writeFileSync(path(), before);
    const { store, notices } = await start();
    expect(store.get('web')).toEqual(ok(aProfile()));
    expect(notices.map(({ problem }) => problem.code)).toEqual(['profile-damaged']);
    store.save(null, draft);
    expect(asides().map((name) => text(name))).toEqual([before]);
    expect((await start()).notices).toEqual([]);
  });
});

describe('a file that somebody else has written meanwhile', () => {
  it('is merged, profile by profile', async () => {
    const keychain = new FakeKeychain();
    const { store: ours } = await start(keychain);
    ours.save(null, { ...draft, name: 'Both' });
    const { store: theirs } = await start(keychain);
    theirs.save(null, { ...draft, name: 'Theirs' });
    ours.save(null, { ...draft, name: 'Ours' });
    expect(names(ours.summaries)).toEqual(['Both', 'Ours', 'Theirs']);
    const { store, notices } = await start(keychain);
    expect(names(store.summaries)).toEqual(['Both', 'Ours', 'Theirs']);
    for (const { id } of store.summaries) expect(store.get(id)).toMatchObject({ value: { sequence: draft.sequence } });
    expect([notices, asides()]).toEqual([[], []]);
  });

  it('is kept where both changed the same profile', async () => {
    const keychain = new FakeKeychain();
    const { store: ours, told } = await start(keychain);
    const saved = ours.save(null, draft);
    const { store: theirs } = await start(keychain);
    if (!saved.ok) throw new Error('not saved');
    theirs.save(saved.value, { ...draft, name: 'Theirs' });
    ours.save(saved.value, { ...draft, name: 'Ours' });
    expect(names((await start(keychain)).store.summaries)).toEqual(['Ours']);
    expect(told).toEqual(['file-changed']);
    expect(text(asides()[0])).toContain('Theirs');
  });

  it('is kept where it cannot be merged: damaged, or under another key', async () => {
    const { store, told, vault } = await start(noKeychain());
    await vault.choose({ mode: 'readable', passphrase: null, current: null });
    store.save(null, draft);
    writeFileSync(path(), 'junk');
    store.save(null, { ...draft, name: 'Two' });
    const other = await start(noKeychain());
    await other.vault.choose({ mode: 'passphrase', passphrase: 'open sesame', current: null });
    store.save(null, { ...draft, name: 'Three' });
    expect(told).toEqual(['file-changed', 'file-changed']);
    expect(
      asides()
        .map((name) => text(name).slice(0, 4))
        .toSorted(),
    ).toEqual(['junk', '{"ve']);
    expect(names((await start(noKeychain())).store.summaries)).toEqual([RICH.name, 'Two', 'Three']);
  });

  it('is taken over before everything is sealed anew', async () => {
    const { store, vault } = await start(noKeychain());
    await vault.choose({ mode: 'readable', passphrase: null, current: null });
    store.save(null, draft);
    const { store: theirs } = await start(noKeychain());
    theirs.save(null, { ...draft, name: 'Theirs' });
    expect(await vault.choose({ mode: 'passphrase', passphrase: 'open sesame', current: null })).toEqual(ok(null));
    expect(names(store.summaries)).toEqual([RICH.name, 'Theirs']);
    expect(text()).not.toMatch(SECRET);
  });

  it('that is gone is written anew', async () => {
    const { store } = await start();
    store.save(null, draft);
    rmSync(path());
    store.save(null, { ...draft, name: 'Two' });
    expect(names(store.summaries)).toEqual([RICH.name, 'Two']);
  });
});

describe('another way of keeping secrets', () => {
  it.each([
    ['passphrase', 'readable'],
    ['readable', 'passphrase'],
    ['passphrase', 'passphrase'],
  ] as const)('from %s to %s rewrites all of them, and leaves no copy of the old way', async (from, to) => {
    const { store, vault } = await start(noKeychain());
    await vault.choose({ mode: from, passphrase: 'open sesame', current: null });
    const saved = store.save(null, draft);
    const gone = store.save(null, { ...draft, name: 'Gone' });
    if (!saved.ok || !gone.ok) throw new Error('not saved');
    store.delete(gone.value);
    const before = files().map((name) => text(name));
    expect(await vault.choose({ mode: to, passphrase: 'another one', current: 'open sesame' })).toEqual(ok(null));
    expect(store.get(saved.value)).toEqual(ok({ ...draft, id: saved.value, doorSeenAt: null }));
    expect(files()).toEqual(['profiles.json']);
    expect(before).not.toContain(text());
    expect(SECRET.test(text())).toBe(to === 'readable');
    const second = await start(noKeychain());
    if (to === 'passphrase') {
      expect(second.store.get(saved.value)).toEqual(fail({ code: 'vault-locked' }));
      expect(await second.vault.unlock('another one')).toEqual(ok(null));
    }
    expect(second.store.restore(gone.value)).toEqual(ok(null));
    expect(second.store.get(gone.value)).toMatchObject({ value: { sequence: draft.sequence } });
  });

  it('that cannot be written is not in force', async () => {
    const { store, vault } = await start(noKeychain());
    await vault.choose({ mode: 'passphrase', passphrase: 'open sesame', current: null });
    const saved = store.save(null, draft);
    rmSync(path());
    mkdirSync(join(path(), 'in the way'), { recursive: true });
    expect(await vault.choose({ mode: 'readable', passphrase: null, current: 'open sesame' })).toMatchObject({
      problems: [{ code: 'file-unwritable' }],
    });
    expect(vault.view.mode).toBe('passphrase');
    expect(saved.ok && store.get(saved.value)).toMatchObject({ ok: true });
  });
});

describe('starting over', () => {
  it('keeps the locked file under another name, and begins anew', async () => {
    const keychain = new FakeKeychain();
    const first = await start(keychain);
    first.store.save(null, draft);
    expect(await first.vault.startOver()).toMatchObject({ problems: [{ code: 'request-refused' }] });
    const before = text();
    keychain.change();
    const { store, vault } = await start(keychain);
    expect(vault.view).toMatchObject({ state: 'locked', reason: 'keychain-changed' });
    expect(store.save(null, draft)).toEqual(fail({ code: 'vault-locked' }));
    expect(await vault.startOver()).toEqual(ok(null));
    expect([store.summaries, vault.view.state, asides().map((name) => text(name))]).toEqual([[], 'open', [before]]);
    expect(store.save(null, draft)).toMatchObject({ ok: true });
    expect((await start(keychain)).store.summaries).toHaveLength(1);
  });
});

describe('a folder that cannot be written to', () => {
  it('keeps what was there, and says why', async () => {
    const { store } = await start();
    store.save(null, draft);
    rmSync(path());
    // Also root cannot put a file where a folder with something in it stands.
    mkdirSync(join(path(), 'in the way'), { recursive: true });
    const [one] = store.summaries;
    expect(store.delete(one?.id ?? '')).toMatchObject({
      ok: false,
      problems: [{ code: 'file-unwritable', params: { file: path() } }],
    });
    expect(store.summaries).toEqual([one]);
  });
});
