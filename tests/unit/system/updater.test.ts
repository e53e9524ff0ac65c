import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createUpdater } from '../../../electron/system/updater.ts';
import { Updates } from '../../../electron/updates/updates.ts';
import type { UpdateChoice } from '../../../shared/model/settings.ts';

// Only when names may be looked up around electron-updater; itself it runs in the end-to-end suite.
const { resolver, asked } = vi.hoisted(() => ({
  resolver: vi.fn((_rules: { readonly secureDnsMode: string }) => {}),
  asked: { check: async (): Promise<unknown> => null, download: async (): Promise<unknown> => null },
}));
vi.mock('electron', () => ({
  app: { isPackaged: true, configureHostResolver: resolver },
  session: { fromPartition: () => ({ webRequest: { onBeforeRequest: () => {} } }) },
}));
vi.mock('electron-updater', () => {
  class Updater {
    readonly currentVersion = { version: '1.0.0' };
    on() {}
    checkForUpdates = () => asked.check();
    downloadUpdate = () => asked.download();
  }
  class CancellationToken {
    cancel() {}
  }
  return { AppImageUpdater: Updater, MacUpdater: Updater, NsisUpdater: Updater, CancellationToken };
});

/** Chromium's modes, as they were set, one after the other: `secure` (with no server) looks up nothing. */
const modes = () => resolver.mock.calls.map(([{ secureDnsMode }]) => secureDnsMode);
const found = async () => ({ isUpdateAvailable: true, updateInfo: { version: '2.0.0' } });
const none = async () => ({ isUpdateAvailable: false });

beforeEach(() => {
  resolver.mockClear();
  Object.assign(asked, { check: found, download: async () => [] });
});

function setUp(choice: UpdateChoice) {
  const person = { choice };
  const phases: string[] = [];
  const updates = new Updates({
    kind: 'nsis',
    choice: () => person.choice,
    load: async () => createUpdater(null, () => {}),
    onChange: ({ status }) => phases.push(status.phase),
    promise: () => {},
    quit: () => {},
    report: () => {},
  });
  return { updates, phases };
}

describe('names for a look for a new version', () => {
  it.each(['off', 'unasked'] as const)('are looked up for nobody where the person said %s', (choice) => {
    const { updates, phases } = setUp(choice);
    expect(updates.check()).toMatchObject({ ok: false, problems: [{ code: 'updates-off' }] });
    expect(updates.download()).toMatchObject({ ok: false, problems: [{ code: 'update-missing' }] });
    expect(phases).toEqual([]);
    expect(modes()).toEqual([]);
  });

  it('are looked up for nobody before the first one, though the updater is there', () => {
    createUpdater(null, () => {});
    expect(modes()).toEqual([]);
  });

  it.each([
    ['finds one', found, '2.0.0'],
    ['finds none', none, null],
  ])('are looked up while one %s, and for nobody after it', async (_, answer, version) => {
    const updater = createUpdater(null, () => {});
    asked.check = () => {
      expect(modes()).toEqual(['automatic']);
      return answer();
    };
    expect(await updater.check('stable')).toBe(version);
    expect(modes()).toEqual(['automatic', 'secure']);
  });

  it.each([
    ['is refused', () => Promise.reject(new Error('ENOTFOUND'))],
    [
      'throws',
      () => {
        throw new Error('ENOTFOUND');
      },
    ],
    ['cannot be made by this copy', async () => null],
    ['finds what is no version', async () => ({ isUpdateAvailable: true, updateInfo: { version: 'newest' } })],
  ])('are looked up for nobody after one that %s', async (_, answer) => {
    asked.check = answer;
    await expect(createUpdater(null, () => {}).check('stable')).rejects.toThrow();
    expect(modes()).toEqual(['automatic', 'secure']);
  });

  it('are looked up while a new version is fetched, and for nobody after it, whole or not', async () => {
    const updater = createUpdater(null, () => {});
    const forever = new AbortController().signal;
    asked.download = async () => expect(modes()).toEqual(['automatic']);
    await updater.download(() => {}, forever);
    asked.download = () => Promise.reject(new Error('ECONNRESET'));
    await expect(updater.download(() => {}, forever)).rejects.toThrow('ECONNRESET');
    expect(modes()).toEqual(['automatic', 'secure', 'automatic', 'secure']);
  });

  it('are looked up for nobody once the person gives up a download, though it goes on', async () => {
    const limit = new AbortController();
    asked.download = () => new Promise(() => {});
    const fetched = createUpdater(null, () => {}).download(() => {}, limit.signal);
    expect(modes()).toEqual(['automatic']);
    limit.abort(new Error('given up'));
    await expect(fetched).rejects.toThrow('given up');
    expect(modes()).toEqual(['automatic', 'secure']);
    // One that was given up before it began asks nobody.
    await expect(createUpdater(null, () => {}).download(() => {}, limit.signal)).rejects.toThrow('given up');
    expect(modes()).toEqual(['automatic', 'secure']);
  });
});
