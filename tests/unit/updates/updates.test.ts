import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHECK_LIMIT_MS, FIRST_CHECK_MS, NEXT_CHECK_MS, STALL_LIMIT_MS } from '../../../electron/updates/limits.ts';
import { type Updater, Updates } from '../../../electron/updates/updates.ts';
import type { UpdateChoice } from '../../../shared/model/settings.ts';
import type { InstallKind } from '../../../shared/model/updates.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<never>(() => {});

function setUp(start: { kind?: InstallKind; choice?: UpdateChoice; updater?: Partial<Updater> } = {}) {
  const seen = { checks: [] as string[], installs: [] as boolean[], promised: [] as string[], quits: 0 };
  const updater: Updater = {
    check: async () => '2.0.0',
    download: async () => {},
    install: (restart) => void seen.installs.push(restart),
    ...start.updater,
  };
  const person = { choice: start.choice ?? 'stable' };
  const updates = new Updates({
    kind: start.kind ?? 'nsis',
    choice: () => person.choice,
    load: async () => ({
      ...updater,
      check: (channel) => {
        seen.checks.push(channel);
        return updater.check(channel);
      },
    }),
    onChange: () => {},
    promise: (version) => void seen.promised.push(version),
    quit: () => {
      seen.quits += 1;
    },
    report: () => {},
  });
  const choose = (choice: UpdateChoice) => {
    person.choice = choice;
    updates.settingsChanged();
  };
  return { updates, seen, choose };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('when it looks for a new version', () => {
  it('a minute after the start, and once a day', async () => {
    const { seen, updates } = setUp({ updater: { check: async () => null } });
    await pass(FIRST_CHECK_MS - 1);
    expect(seen.checks).toEqual([]);
    await pass(1);
    expect(seen.checks).toEqual(['stable']);
    expect(updates.state.status).toEqual({ phase: 'current' });
    await pass(3 * NEXT_CHECK_MS);
    expect(seen.checks).toHaveLength(4);
  });

  it.each([
    ['nsis', 'unasked'],
    ['nsis', 'off'],
    ['deb', 'stable'],
    ['rpm', 'beta'],
    ['portable', 'stable'],
    ['archive', 'stable'],
    ['source', 'stable'],
  ] as const)('never as %s where the person said %s, asked to or not', async (kind, choice) => {
    const { seen, updates } = setUp({ kind, choice });
    expect(updates.check()).toMatchObject({ ok: false, problems: [{ code: 'updates-off' }] });
    await pass(10 * NEXT_CHECK_MS);
    expect(seen.checks).toEqual([]);
  });

  it('at once when it is allowed, on another channel, and no more when it is forbidden', async () => {
    const { seen, choose, updates } = setUp({ choice: 'unasked' });
    choose('stable');
    await pass(0);
    choose('beta');
    await pass(0);
    expect(seen.checks).toEqual(['stable', 'beta']);
    choose('off');
    expect(updates.state.status).toEqual({ phase: 'idle' });
    await pass(10 * NEXT_CHECK_MS);
    expect(seen.checks).toHaveLength(2);
    // What was found before is not fetched any more.
    expect(updates.download()).toMatchObject({ ok: false, problems: [{ code: 'update-missing' }] });
  });

  it('not twice at once, and not over a version that is ready', async () => {
    const { seen, updates } = setUp();
    updates.check();
    updates.check();
    await pass(0);
    updates.download();
    await pass(0);
    updates.check();
    await pass(0);
    expect(seen.checks).toHaveLength(1);
    expect(updates.state.status).toEqual({ phase: 'ready', version: '2.0.0' });
  });
});

describe('a server that does not answer', () => {
  it('is given up, and tried again', async () => {
    const { updates } = setUp({ updater: { check: never } });
    updates.check();
    await pass(CHECK_LIMIT_MS - 1);
    expect(updates.state.status).toEqual({ phase: 'checking' });
    await pass(1);
    const problem = { code: 'update-check-failed', params: { reason: 'ETIMEDOUT' } };
    expect(updates.state.status).toEqual({ phase: 'failed', version: null, problem });
    updates.check();
    await pass(0);
    expect(updates.state.status).toEqual({ phase: 'checking' });
  });

  it('in the middle of the file is given up when updates are forbidden, and is no news then', async () => {
    let ended = false;
    const download: Updater['download'] = (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          ended = true;
          reject(new Error('cancelled'));
        });
      });
    const { updates, choose } = setUp({ updater: { download } });
    await pass(FIRST_CHECK_MS);
    updates.download();
    await pass(0);
    expect(ended).toBe(false);
    choose('off');
    await pass(0);
    expect(ended).toBe(true);
    expect(updates.state.status).toEqual({ phase: 'idle' });
    await pass(STALL_LIMIT_MS);
    expect(updates.state.status).toEqual({ phase: 'idle' });
  });

  it('in the middle of the file is given up when nothing has come for a minute', async () => {
    let progress: (percent: number) => void = () => {};
    const { updates } = setUp({
      updater: {
        download: (onProgress, signal) => {
          progress = onProgress;
          return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('cancelled'))));
        },
      },
    });
    updates.check();
    await pass(0);
    updates.download();
    for (const percent of [10, 20, 30]) {
      await pass(STALL_LIMIT_MS - 1);
      progress(percent);
      expect(updates.state.status).toEqual({ phase: 'downloading', version: '2.0.0', percent });
    }
    await pass(STALL_LIMIT_MS);
    expect(updates.state.status).toMatchObject({
      phase: 'failed',
      version: '2.0.0',
      problem: { code: 'update-failed', params: { reason: 'ETIMEDOUT' } },
    });
    // And may be asked again.
    expect(updates.download()).toMatchObject({ ok: true });
  });
});

describe('a version that was found', () => {
  it('is fetched only when asked to, and installed when the app ends', async () => {
    const { updates, seen } = setUp();
    expect(updates.download()).toMatchObject({ ok: false });
    updates.check();
    await pass(0);
    expect(updates.install()).toMatchObject({ ok: false, problems: [{ code: 'update-missing' }] });
    expect(updates.finish(true)).toBe(false);
    expect(seen.installs).toEqual([]);
    updates.download();
    await pass(0);
    expect(updates.finish(false)).toBe(false);
    expect(seen).toMatchObject({ installs: [false], promised: ['2.0.0'], quits: 0 });
  });

  it('is started where somebody wants the app again while it ends', async () => {
    const { updates, seen } = setUp();
    updates.check();
    await pass(0);
    updates.download();
    await pass(0);
    expect(updates.finish(true)).toBe(true);
    expect(seen).toMatchObject({ installs: [true], promised: ['2.0.0'] });
  });

  it('starts again where that was asked for, after the app has asked for unsaved changes', async () => {
    const { updates, seen } = setUp();
    updates.check();
    await pass(0);
    updates.download();
    await pass(0);
    updates.install();
    expect(seen).toMatchObject({ quits: 1, installs: [] });
    expect(updates.finish(false)).toBe(true);
    expect(seen.installs).toEqual([true]);
  });

  it('that cannot be installed does not keep the app from ending', async () => {
    const install = () => {
      throw new Error('EACCES');
    };
    const { updates, seen } = setUp({ updater: { install } });
    updates.check();
    await pass(0);
    updates.download();
    await pass(0);
    expect(updates.finish(true)).toBe(false);
    expect(seen.promised).toEqual(['2.0.0']);
  });
});
