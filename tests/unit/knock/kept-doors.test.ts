import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeepOpen } from '../../../electron/knock/keep-open.ts';
import { keepDoorsOpen } from '../../../electron/knock/kept-doors.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { RunState } from '../../../shared/model/run.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { aProfile, aRun, steps } from '../../fakes/profiles.ts';

const MINUTE = 60_000;
const SERVER = '203.0.113.5';

let found: Result<Profile>;
let runs: RunState[];
let knocks: (readonly [name: string, action: string])[];
let asked: (readonly [target: string, from: string | undefined])[];
let source: string | null;
let kept: number;
let doors: KeepOpen;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  found = ok(aProfile({ keepOpenMinutes: 5 }));
  runs = [];
  knocks = [];
  asked = [];
  source = '192.0.2.7';
  doors = keepDoorsOpen({
    profile: () => found,
    runs: {
      get runs() {
        return runs;
      },
      outcome: async ({ name }, action) => {
        knocks.push([name, action]);
        runs = [aRun({ phase: 'checking' }, { profileId: 'web', address: SERVER })];
        return { result: 'sent', ms: 5 };
      },
    },
    sourceTowards: async ({ address }, from) => {
      asked.push([address, from]);
      return source;
    },
    onChange: (all) => {
      kept = all.length;
    },
  });
});
afterEach(() => {
  doors.dispose();
  vi.useRealTimers();
});

describe('doors of saved profiles', () => {
  it('are knocked on whether they are open or not, by the profile as it is now', async () => {
    doors.start('web', 5);
    await vi.advanceTimersByTimeAsync(MINUTE);
    found = ok(aProfile({ name: 'Renamed', keepOpenMinutes: 5 }));
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(knocks).toEqual([
      ['Web server', 'refresh'],
      ['Renamed', 'refresh'],
    ]);
  });

  it.each([
    ['is gone', () => fail({ code: 'profile-unknown' })],
    ['does not want that any more', () => ok(aProfile({ keepOpenMinutes: null }))],
  ])('are let go of, without a packet, when their profile %s', async (_, now) => {
    doors.start('web', 5);
    await vi.advanceTimersByTimeAsync(MINUTE);
    found = now();
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(knocks).toHaveLength(1);
    expect(kept).toBe(0);
  });

  it('are watched by the way to the very address that was knocked, also once its run is forgotten', async () => {
    doors.start('web', 60);
    await vi.advanceTimersByTimeAsync(MINUTE);
    runs = [];
    source = '198.51.100.7';
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(knocks).toHaveLength(2);
    expect(new Set(asked.map(([target]) => target))).toEqual(new Set([SERVER]));
  });

  it.each<Partial<Profile>>([
    { host: 'elsewhere.example.org' },
    { door: { port: 2022, check: true } },
    { sequence: [...steps('7100 8100')] },
  ])('are knocked on within seconds once their profile means another: %j', async (change) => {
    doors.start('web', 60);
    await vi.advanceTimersByTimeAsync(MINUTE);
    found = ok(aProfile({ keepOpenMinutes: 60, ...change }));
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(knocks).toHaveLength(2);
    found = ok(aProfile({ keepOpenMinutes: 60, ...change, tags: ['only that'], doorSeenAt: 1 }));
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(knocks).toHaveLength(2);
  });

  it('wait where the interface they are to be knocked from has no address', async () => {
    found = ok(aProfile({ keepOpenMinutes: 60, source: 'nowhere0' }));
    doors.start('web', 60);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(knocks).toHaveLength(1);
    expect(asked).toEqual([]);
    expect(kept).toBe(1);
  });
});
