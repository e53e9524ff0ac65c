import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watch } from '../../../electron/launch/watch.ts';

/** A program that does what the test says. */
class Program extends EventEmitter {
  unref(): void {}
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a program that was started', () => {
  it.each([
    ['ends', (program: Program) => program.emit('exit', 3, null), { kind: 'ended', status: 3, signal: null }],
    ['fails', (program: Program) => program.emit('error', new Error('no')), { kind: 'failed', reason: 'no' }],
  ])('and %s leaves no timer behind', async (_what, happens, expected) => {
    const program = new Program();
    const watched = watch(() => program, 60_000);
    program.emit('spawn');
    happens(program);
    expect(await watched).toEqual(expected);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('lives, as far as it was watched', async () => {
    const program = new Program();
    const watched = watch(() => program, 60_000);
    program.emit('spawn');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await watched).toEqual({ kind: 'alive' });
  });
});
