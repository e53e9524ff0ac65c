import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SettingsFile, SettingsStore } from '../../../electron/settings/settings-store.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/model/settings.ts';
import type { Problem } from '../../../shared/result.ts';

const PATH = '/home/ann/settings.json';

/** A file with this content, what was done to it, and a store on it. */
function open(content: string | null | Error, failing: { write?: Problem; aside?: Error } = {}) {
  const done: string[] = [];
  const written: object[] = [];
  const seen: Settings[] = [];
  const file: SettingsFile = {
    path: PATH,
    read: () => {
      if (content instanceof Error) throw content;
      return content;
    },
    setAside: (why, how) => {
      if (failing.aside !== undefined) throw failing.aside;
      done.push(`${how} ${why}`);
      return '/home/ann/aside.json';
    },
    write: (value) => {
      if (failing.write !== undefined) return failing.write;
      written.push(value);
      return null;
    },
  };
  return { store: new SettingsStore(file, (settings) => seen.push(settings)), done, written, seen };
}

describe('settings', () => {
  it('are the defaults where nothing was chosen', () => {
    const { store, done, written } = open(null);
    expect(store.settings).toEqual(DEFAULT_SETTINGS);
    expect(store.notice).toBeNull();
    expect([...done, ...written]).toEqual([]);
  });

  it('change one at a time, are written first, and are told', () => {
    const { store, written, seen } = open('{"theme":"dark"}');
    expect(store.change({ language: 'fr' })).toEqual({ ok: true, value: null });
    expect(written).toEqual([{ theme: 'dark', language: 'fr' }]);
    expect(store.settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', language: 'fr' });
    expect(seen).toEqual([store.settings]);
  });

  it('keep what a newer version has put there', () => {
    const { store, written } = open('{"ofTomorrow":{"a":1},"theme":"light"}');
    store.change({ theme: 'dark' });
    expect(written).toEqual([{ ofTomorrow: { a: 1 }, theme: 'dark' }]);
  });

  it('fall back one by one where an entry is damaged', () => {
    const { store } = open('{"theme":"purple","language":"fr","quickPickShortcut":{"x":1}}');
    expect(store.settings).toEqual({ ...DEFAULT_SETTINGS, language: 'fr' });
    expect(store.notice).toBeNull();
  });

  it.each([
    ['cut off', '{"theme":'],
    ['no object', '[1]'],
    ['unreadable', new Error('EACCES')],
  ])('a file that is %s is set aside, and the notice says where', (_what, content) => {
    const { store, done } = open(content);
    expect(done).toEqual(['move damaged']);
    expect(store.settings).toEqual(DEFAULT_SETTINGS);
    expect(store.notice?.problem).toEqual({ code: 'settings-damaged', params: { file: '/home/ann/aside.json' } });
    expect(store.change({ theme: 'dark' }).ok).toBe(true);
  });

  it('nothing is written over a file that could be neither read nor set aside', () => {
    const { store, written, seen } = open('{', { aside: new Error('EROFS') });
    expect(store.change({ theme: 'dark' })).toMatchObject({ ok: false, problems: [{ code: 'file-unwritable' }] });
    expect([...written, ...seen]).toEqual([]);
    expect(store.settings).toEqual(DEFAULT_SETTINGS);
  });

  it('what could not be written did not happen', () => {
    const problem: Problem = { code: 'file-unwritable', params: { file: PATH, reason: 'ENOSPC' } };
    const { store, seen } = open(null, { write: problem });
    expect(store.change({ theme: 'dark' })).toEqual({ ok: false, problems: [problem] });
    expect(store.settings).toEqual(DEFAULT_SETTINGS);
    expect(seen).toEqual([]);
  });

  it('come out whole, whatever is in the file', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (content) => {
        expect(Object.keys(open(content).store.settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
      }),
    );
  });
});
