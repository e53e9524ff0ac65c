import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { quitWhenIdle } from '../../../electron/remote/idle.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('quits once, after that long without need, counted anew after each need', () => {
  const quit = vi.fn();
  let needed = false;
  quitWhenIdle(() => needed, 600_000, quit);
  vi.advanceTimersByTime(590_000);
  needed = true;
  vi.advanceTimersByTime(3_600_000);
  needed = false;
  vi.advanceTimersByTime(580_000);
  expect(quit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(quit).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(3_600_000);
  expect(quit).toHaveBeenCalledTimes(1);
});

it('can be called off', () => {
  const quit = vi.fn();
  quitWhenIdle(() => false, 0, quit)();
  vi.advanceTimersByTime(60_000);
  expect(quit).not.toHaveBeenCalled();
});
