import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { FakeKeychain } from '../../fakes/vault.ts';
import { fileText, oldFileText, RICH, stored } from '../../unit/profiles/stored.ts';
import { ADataFolder, draft, names, noKeychain, SECRET } from './a-data-folder.ts';

const folder = new ADataFolder();
const { asides, file, files, start, text } = folder;

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
    for (const name of files()) expect([name, statSync(join(folder.path, name)).mode & 0o077]).toEqual([name, 0]);
  });

  it('is not written to by a start', async () => {
    writeFileSync(file(), fileText([stored(RICH)]));
    const before = readFileSync(file());
    await start();
    expect(readFileSync(file())).toEqual(before);
    expect(files()).toEqual(['profiles.json']);
  });

  it('holds no secret that a keychain could seal, in any file', async () => {
    const { store } = await start();
    for (const name of ['One', 'Two', 'Three']) store.save(null, { ...draft, name });
    for (const name of files()) expect(text(name)).not.toMatch(SECRET);
  });

  it('holds no file that was begun and not ended', async () => {
    const { store } = await start();
    writeFileSync(join(folder.path, 'profiles.next.json.tmp-1234567890abcdef'), 'half');
    store.save(null, draft);
    expect(files()).toEqual(['profiles.json']);
  });
});

describe('an old, readable file', () => {
  it('is sealed by the first write, and no readable copy stays', async () => {
    writeFileSync(file(), oldFileText([RICH], [{ profile: aProfile({ id: 'gone' }), index: 0 }]), { mode: 0o644 });
    const keychain = new FakeKeychain();
    const { store, vault } = await start(keychain);
    expect(vault.view).toMatchObject({ mode: 'keychain', state: 'open' });
    expect(store.save(null, { ...draft, name: 'New' })).toMatchObject({ ok: true });
    expect(files()).toEqual(['profiles.json']);
    expect(text()).not.toMatch(SECRET);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const second = await start(keychain);
    expect(second.store.get('rich')).toEqual(ok(RICH));
    expect(second.store.restore('gone')).toEqual(ok(null));
    expect(second.store.get('gone')).toEqual(ok(aProfile({ id: 'gone' })));
  });

  it('stays as it is where nothing seals, until the person has chosen', async () => {
    writeFileSync(file(), oldFileText([RICH]));
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
    const damaged = damage(readFileSync(file()));
    writeFileSync(file(), damaged);
    const second = await start(keychain);
    expect(names(second.store.summaries)).toEqual(['One']);
    expect(second.notices.map(({ problem }) => problem.code)).toEqual(['file-restored']);
    expect(readFileSync(join(folder.path, asides()[0] ?? ''))).toEqual(damaged);
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
      copyFileSync(join(folder.path, first), join(folder.path, name));
      utimesSync(join(folder.path, name), 4_070_908_800 + at, 4_070_908_800 + at);
    }
    rmSync(join(folder.path, first));
    store.save(null, { ...draft, name: 'Four' });
    const [made = '', ...others] = backups();
    expect(made).not.toContain('2099');
    expect(others).toEqual(wrong.slice(1));
    store.save(null, { ...draft, name: 'Five' });
    expect(backups()).toEqual([made, ...others]);
    writeFileSync(file(), '');
    expect(names((await start()).store.summaries)).toEqual(['One', 'Two', 'Three', 'Four']);
  });

  it('that are damaged too are passed over', async () => {
    const keychain = new FakeKeychain();
    const { store } = await start(keychain);
    for (const name of ['One', 'Two', 'Three']) store.save(null, { ...draft, name });
    writeFileSync(file(), '');
    rmSync(join(folder.path, 'profiles.previous.json'));
    writeFileSync(join(folder.path, 'profiles.previous.json'), 'junk');
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
    writeFileSync(file(), bytes);
    const { notices, store } = await start();
    const [aside = ''] = asides();
    expect(aside).toMatch(new RegExp(`^profiles\\.${why}-.*\\.json$`));
    expect(notices[0]?.problem.params?.['file']).toBe(join(folder.path, aside));
    expect(existsSync(file())).toBe(false);
    store.save(null, draft);
    expect(readFileSync(join(folder.path, aside))).toEqual(bytes);
    expect((await start()).store.summaries).toHaveLength(1);
  });

  it('twice in one second is kept twice', async () => {
    writeFileSync(file(), 'one');
    await start();
    writeFileSync(file(), 'two');
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
    writeFileSync(file(), before);
    const { store, notices } = await start();
    expect(store.get('web')).toEqual(ok(aProfile()));
    expect(notices.map(({ problem }) => problem.code)).toEqual(['profile-damaged']);
    store.save(null, draft);
    expect(asides().map((name) => text(name))).toEqual([before]);
    expect((await start()).notices).toEqual([]);
  });
});

describe('a folder that cannot be written to', () => {
  it('keeps what was there, and says why', async () => {
    const { store } = await start();
    store.save(null, draft);
    rmSync(file());
    // Also root cannot put a file where a folder with something in it stands.
    mkdirSync(join(file(), 'in the way'), { recursive: true });
    const [one] = store.summaries;
    expect(store.delete(one?.id ?? '')).toMatchObject({
      ok: false,
      problems: [{ code: 'file-unwritable', params: { file: file() } }],
    });
    expect(store.summaries).toEqual([one]);
  });
});
