import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeepOpen } from '../../../electron/knock/keep-open.ts';
import type { KeptOpen } from '../../../shared/model/app-state.ts';
import type { Outcome } from '../../../shared/model/run.ts';

const OPEN: Outcome = { result: 'open', ms: 5, alreadyOpen: false, banner: null, mute: false };
const FAILED: Outcome = { result: 'failed', problem: { code: 'network-unreachable' } };
const MINUTE = 60_000;
const HOME = '192.0.2.7';
const AWAY = '198.51.100.7';

let knocks: number[];
let kept: readonly KeptOpen[];
let outcome: Outcome | null;
let source: string | null;
let door = 'one';
let keepOpen: KeepOpen;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  knocks = [];
  outcome = OPEN;
  source = HOME;
  door = 'one';
  keepOpen = new KeepOpen({
    knock: async () => {
      knocks.push(Date.now());
      return outcome;
    },
    source: async () => source,
    door: () => door,
    onChange: (now) => {
      kept = now;
    },
    date: Date.now,
  });
});
afterEach(() => {
  keepOpen.dispose();
  vi.useRealTimers();
});

describe('keeping a door open', () => {
  it('knocks at once, and again every so many minutes', async () => {
    keepOpen.start('web', 5);
    await vi.advanceTimersByTimeAsync(11 * MINUTE);
    expect(knocks).toHaveLength(3);
    expect(kept).toEqual([{ profileId: 'web', nextAtMs: expect.closeTo(15 * MINUTE, -5) }]);
  });

  it('knocks again at once where the profile was edited to another door during the knock', async () => {
    keepOpen.dispose();
    keepOpen = new KeepOpen({
      knock: async () => {
        knocks.push(Date.now());
        door = 'other';
        return outcome;
      },
      source: async () => source,
      door: () => door,
      onChange: () => {},
      date: Date.now,
    });
    keepOpen.start('web', 60);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(knocks).toHaveLength(2);
  });

  it('makes up for a sleep with one knock, not with a burst', async () => {
    keepOpen.start('web', 5);
    await vi.advanceTimersByTimeAsync(1000);
    // The timers stood still for three hours.
    vi.setSystemTime(3 * 60 * MINUTE);
    keepOpen.look();
    await vi.advanceTimersByTimeAsync(4 * MINUTE);
    expect(knocks).toHaveLength(2);
  });

  it('survives a sleep that cuts a knock off', async () => {
    outcome = { result: 'cancelled' };
    keepOpen.pause();
    keepOpen.start('web', 5);
    keepOpen.resume();
    keepOpen.pause();
    await vi.advanceTimersByTimeAsync(0);
    expect(kept).toHaveLength(1);
    outcome = OPEN;
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(knocks).toHaveLength(1);
    keepOpen.resume();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(knocks).toHaveLength(2);
    expect(kept).toHaveLength(1);
  });

  it('survives a sleep that is over before the knock it cut off has said so', async () => {
    let cutOff = (_: Outcome) => {};
    const outcomes = [new Promise<Outcome>((resolve) => (cutOff = resolve)), Promise.resolve(OPEN)];
    const changes: (readonly KeptOpen[])[] = [];
    const asleep = new KeepOpen({
      knock: async () => {
        knocks.push(Date.now());
        return (await outcomes.shift()) ?? null;
      },
      source: async () => source,
      door: () => door,
      onChange: (now) => changes.push(now),
      date: Date.now,
    });
    asleep.start('web', 5);
    asleep.pause();
    asleep.resume();
    cutOff({ result: 'cancelled' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(knocks).toHaveLength(2);
    expect(changes.at(-1)).toHaveLength(1);
    asleep.dispose();
  });

  it('puts no knock off when the clock is set back, and shows it', async () => {
    keepOpen.start('web', 10);
    await vi.advanceTimersByTimeAsync(4 * MINUTE);
    const day = 24 * 60 * MINUTE;
    vi.setSystemTime(4 * MINUTE - day);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(kept[0]?.nextAtMs).toBeLessThanOrEqual(Date.now() + 10 * MINUTE);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(knocks).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(knocks).toHaveLength(3);
  });

  it('knocks once on a clock that is set forward by days', async () => {
    keepOpen.start('web', 10);
    await vi.advanceTimersByTimeAsync(MINUTE);
    vi.setSystemTime(5 * 24 * 60 * MINUTE);
    await vi.advanceTimersByTimeAsync(9 * MINUTE);
    expect(knocks).toHaveLength(2);
  });

  it('tries less and less often while knocks go on failing, and as often as ever once one has not', async () => {
    outcome = FAILED;
    keepOpen.start('web', 30);
    await vi.advanceTimersByTimeAsync(121 * MINUTE);
    outcome = OPEN;
    await vi.advanceTimersByTimeAsync(31 * MINUTE);
    outcome = FAILED;
    await vi.advanceTimersByTimeAsync(31 * MINUTE);
    const minutes = knocks.map((ms) => Math.round(ms / MINUTE));
    expect(minutes).toEqual([0, 1, 3, 7, 15, 31, 61, 91, 121, 151, 181, 182]);
  });

  it('counts no knock that a sleep cut off as one that failed', async () => {
    outcome = { result: 'cancelled' };
    keepOpen.pause();
    keepOpen.start('web', 30);
    keepOpen.resume();
    keepOpen.pause();
    await vi.advanceTimersByTimeAsync(0);
    outcome = FAILED;
    keepOpen.resume();
    await vi.advanceTimersByTimeAsync(1.2 * MINUTE);
    expect(knocks).toHaveLength(3);
  });

  it('that was let go of and begun anew while it was knocked on is not ended by that knock', async () => {
    const cancels: ((outcome: Outcome) => void)[] = [];
    let now: readonly KeptOpen[] = [];
    const slow = new KeepOpen({
      knock: () => new Promise((resolve) => cancels.push(resolve)),
      source: async () => source,
      door: () => door,
      onChange: (all) => {
        now = all;
      },
      date: Date.now,
    });
    slow.start('web', 5);
    slow.stop('web');
    slow.start('web', 5);
    cancels[0]?.({ result: 'cancelled' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(cancels).toHaveLength(2);
    expect(now).toHaveLength(1);
    slow.dispose();
  });

  it('tries again after a minute when a knock failed', async () => {
    keepOpen.start('web', 30);
    await vi.advanceTimersByTimeAsync(MINUTE);
    outcome = FAILED;
    await vi.advanceTimersByTimeAsync(29.5 * MINUTE);
    outcome = OPEN;
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(knocks).toHaveLength(3);
  });

  it('ends when told to, when its run is cancelled, and when its profile is gone', async () => {
    keepOpen.start('web', 1);
    await vi.advanceTimersByTimeAsync(1000);
    keepOpen.stop('web');
    expect(kept).toEqual([]);
    for (const last of [{ result: 'cancelled' } as const, null]) {
      outcome = last;
      keepOpen.start('web', 1);
      await vi.advanceTimersByTimeAsync(1000);
      expect(kept).toEqual([]);
    }
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(knocks).toHaveLength(3);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('follows its profile when that is saved with another interval, or with none', async () => {
    keepOpen.start('web', 60);
    await vi.advanceTimersByTimeAsync(1000);
    keepOpen.change('web', 60);
    keepOpen.change('mail', 1);
    expect(knocks).toHaveLength(1);
    keepOpen.change('web', 2);
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(knocks).toHaveLength(3);
    keepOpen.change('web', null);
    expect(kept).toEqual([]);
  });

  it('never knocks twice at a time on one door', async () => {
    let finish = (_: Outcome) => {};
    const slow = new KeepOpen({
      knock: () => {
        knocks.push(Date.now());
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
      source: async () => source,
      door: () => door,
      onChange: () => {},
      date: Date.now,
    });
    slow.start('web', 1);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(knocks).toHaveLength(1);
    finish(OPEN);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(knocks).toHaveLength(2);
    slow.dispose();
  });
});

describe('a door that is kept open, when the network changes', () => {
  beforeEach(async () => {
    keepOpen.start('web', 60);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(knocks).toEqual([0]);
  });

  it('is knocked on once from the new address, and its hour begins again', async () => {
    source = AWAY;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(knocks).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(59 * MINUTE);
    expect(knocks).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(knocks).toHaveLength(3);
  });

  it('is not hurried by another door whose network has changed: each is looked at twice', async () => {
    const from = new Map<string, string>();
    const knocked: string[] = [];
    const two = new KeepOpen({
      knock: async (profileId) => {
        knocked.push(profileId);
        return OPEN;
      },
      source: async (profileId) => from.get(profileId) ?? HOME,
      door: () => door,
      onChange: () => {},
      date: Date.now,
    });
    two.start('first', 60);
    two.start('second', 60);
    await vi.advanceTimersByTimeAsync(1000);
    from.set('first', AWAY);
    await vi.advanceTimersByTimeAsync(5000);
    from.set('second', AWAY);
    await vi.advanceTimersByTimeAsync(5000);
    expect(knocked).toEqual(['first', 'second', 'first']);
    await vi.advanceTimersByTimeAsync(5000);
    expect(knocked).toEqual(['first', 'second', 'first', 'second']);
    two.dispose();
  });

  it('is left alone while there is no network, and by the same one when it is back', async () => {
    source = null;
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    source = HOME;
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(knocks).toHaveLength(1);
  });

  it('is not knocked on while the network goes to and fro', async () => {
    for (let looks = 0; looks < 60; looks++) {
      source = looks % 2 === 0 ? AWAY : null;
      await vi.advanceTimersByTimeAsync(5_000);
    }
    expect(knocks).toHaveLength(1);
  });

  it('is knocked on as soon as there is one again, where the last knock failed for want of it', async () => {
    source = null;
    outcome = FAILED;
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    const failed = knocks.length;
    expect(failed).toBeGreaterThan(1);
    outcome = OPEN;
    source = HOME;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(knocks).toHaveLength(failed + 1);
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(knocks).toHaveLength(failed + 1);
  });

  it('begins a new row of attempts there, where the last ones have failed for long', async () => {
    outcome = FAILED;
    await vi.advanceTimersByTimeAsync(90 * MINUTE);
    source = AWAY;
    await vi.advanceTimersByTimeAsync(15_000);
    const failed = knocks.length;
    await vi.advanceTimersByTimeAsync(1.2 * MINUTE);
    expect(knocks).toHaveLength(failed + 1);
  });

  it('is knocked on once after a sleep in which it changed, and not again when its time comes too', async () => {
    keepOpen.pause();
    source = AWAY;
    await vi.advanceTimersByTimeAsync(3 * 60 * MINUTE);
    expect(knocks).toHaveLength(1);
    keepOpen.resume();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(knocks).toHaveLength(2);
  });

  it('is not knocked on when it was stopped at that moment', async () => {
    source = AWAY;
    await vi.advanceTimersByTimeAsync(5_000);
    keepOpen.stop('web');
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(knocks).toHaveLength(1);
  });
});
