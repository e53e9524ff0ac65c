import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import { FakeKeychain } from '../../fakes/vault.ts';
import { RICH } from '../../unit/profiles/stored.ts';
import { ADataFolder, draft, names, noKeychain, SECRET } from './a-data-folder.ts';

const folder = new ADataFolder();
const { asides, file, files, start, text } = folder;

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
    writeFileSync(file(), 'junk');
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
    rmSync(file());
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
    rmSync(file());
    mkdirSync(join(file(), 'in the way'), { recursive: true });
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
