import { describe, expect, it, vi } from 'vitest';
import { sleeper, systemClock } from '../../../electron/knock/clock.ts';

describe('the real clock', () => {
  it.each([0, 1, 3, 25])('never wakes before the deadline: %i ms', async (ms) => {
    const deadline = systemClock.now() + ms;
    await systemClock.sleepUntil(deadline);
    expect(systemClock.now()).toBeGreaterThanOrEqual(deadline);
  });

  it('does not sleep for a deadline that has passed', async () => {
    await systemClock.sleepUntil(systemClock.now() - 1000);
    await systemClock.sleepUntil(Number.NEGATIVE_INFINITY);
    expect(systemClock.now()).toBeGreaterThan(0);
  });

  it.each([1, 5, 3_600_000])('is woken by an abort, %i ms before the deadline', async (ms) => {
    const abort = new AbortController();
    const reason = new Error('enough');
    const sleep = systemClock.sleepUntil(systemClock.now() + ms, abort.signal);
    abort.abort(reason);
    await expect(sleep).rejects.toBe(reason);
  });

  it('sleeps for longer than a timer can', async () => {
    vi.useFakeTimers();
    try {
      const month = 31 * 86_400_000;
      const timers = vi.spyOn(globalThis, 'setTimeout');
      const immediates = vi.spyOn(globalThis, 'setImmediate');
      const deadline = systemClock.now() + month;
      const sleep = systemClock.sleepUntil(deadline).then(() => systemClock.now());
      await vi.advanceTimersByTimeAsync(month - 1000);
      expect(immediates).not.toHaveBeenCalled();
      expect(Math.max(...timers.mock.calls.map(([, ms]) => ms ?? 0))).toBeLessThan(2 ** 31);
      await vi.advanceTimersByTimeAsync(2000);
      expect((await sleep) - deadline).toBeCloseTo(0, 0);
    } finally {
      vi.restoreAllMocks();
      vi.useRealTimers();
    }
  });

  it('does not go to sleep when aborted before', async () => {
    await expect(systemClock.sleepUntil(0, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });

  it('lets the loop go on while it spins', async () => {
    let turns = 0;
    const immediate = () => {
      turns += 1;
      if (turns < 3) setImmediate(immediate);
    };
    setImmediate(immediate);
    await systemClock.sleepUntil(systemClock.now() + 2);
    expect(turns).toBeGreaterThan(0);
  });

  it('lets nothing in at the very end of a wait that is the only one to end', async () => {
    const hold = sleeper({ spinMs: 500, holdMs: 500 });
    const deadline = systemClock.now() + 20;
    const [turnedAt] = await Promise.all([turnAfter(3), hold(deadline)]);
    expect(turnedAt).toBeGreaterThanOrEqual(deadline);
  });

  it('never holds up another wait that is about to end', async () => {
    const hold = sleeper({ spinMs: 60_000, holdMs: 60_000 });
    const abort = new AbortController();
    const late = hold(systemClock.now() + 50_000, abort.signal);
    await hold(systemClock.now() + 1);
    abort.abort(new Error('enough'));
    await expect(late).rejects.toThrow('enough');
  });

  it('holds again after an abort has ended the other wait', async () => {
    const hold = sleeper({ spinMs: 60_000, holdMs: 60_000 });
    const abort = new AbortController();
    const other = hold(systemClock.now() + 50_000, abort.signal);
    const deadline = systemClock.now() + 20;
    const held = hold(deadline);
    abort.abort(new Error('enough'));
    await expect(other).rejects.toThrow('enough');
    const [turnedAt] = await Promise.all([turnAfter(3), held]);
    expect(turnedAt).toBeGreaterThanOrEqual(deadline);
  });

  it('knows the date', () => {
    expect(Math.abs(systemClock.date() - Date.now())).toBeLessThan(60_000);
  });
});

/** When the loop has gone round so often (on the clock). */
function turnAfter(turns: number): Promise<number> {
  return new Promise((resolve) => {
    const turn = (left: number) => setImmediate(() => (left > 1 ? turn(left - 1) : resolve(systemClock.now())));
    turn(turns);
  });
}
