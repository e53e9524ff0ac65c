import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttemptLimits, checkMs, lookMs, maxAttempts, outwaits } from '../../../electron/knock/policy.ts';

const limits = (changes: Partial<AttemptLimits> = {}): AttemptLimits => ({
  check: true,
  serverKind: 'knockd',
  canFlush: true,
  everOpened: true,
  addresses: 1,
  retries: null,
  ...changes,
});

describe('how many attempts', () => {
  it.each<readonly [what: string, changes: Partial<AttemptLimits>, attempts: number]>([
    ['a knockd that can be flushed: eight, and one after its memory', {}, 9],
    ['another family is one more', { addresses: 2 }, 10],
    ['a knockd that cannot be flushed', { canFlush: false }, 3],
    ['another server', { serverKind: 'other' }, 3],
    ['another server with two families', { serverKind: 'other', addresses: 2 }, 4],
    ['a door that was never seen open', { everOpened: false }, 3],
    ['the same with two families', { everOpened: false, addresses: 2 }, 4],
    ['the person’s own limit', { retries: 0 }, 1],
    ['the person’s own limit, whatever the policy', { retries: 20, everOpened: false, serverKind: 'other' }, 21],
    ['nobody looks: one', { check: false }, 1],
    ['nobody looks: one, whatever the person says', { check: false, retries: 5, addresses: 2 }, 1],
  ])('%s', (_what, changes, attempts) => {
    expect(maxAttempts(limits(changes))).toBe(attempts);
  });
});

describe('a retry', () => {
  it('flushes a knockd eight times and then sits its memory out', () => {
    expect(Array.from({ length: 10 }, (_, at) => outwaits(at + 1, limits()))).toEqual([
      ...[false, false, false, false, false, false, false, false, true, true],
    ]);
    expect(outwaits(9, limits({ addresses: 2 }))).toBe(false);
    expect(outwaits(10, limits({ addresses: 2 }))).toBe(true);
  });

  it('never flushes what is no knockd, or has no port to flush with', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 2 }), (attempt, addresses) => {
        expect(outwaits(attempt, limits({ serverKind: 'other', addresses }))).toBe(true);
        expect(outwaits(attempt, limits({ canFlush: false, addresses }))).toBe(true);
      }),
    );
  });
});

describe('how long to watch the door', () => {
  it.each<readonly [attempt: number, rttMs: number | null, leastMs: number, ms: number]>([
    [1, null, 600, 600],
    [2, null, 600, 720],
    [3, null, 600, 864],
    [10, null, 600, 3000],
    [1, 5, 600, 600],
    [3, 200, 600, 850],
    [1, 2000, 600, 3000],
    [1, null, 5000, 5000],
    [4, null, 5000, 5000],
    [1, 100, 5000, 5000],
  ])('attempt %i, round trip %j ms, at least %i ms: %i ms', (attempt, rttMs, leastMs, ms) => {
    expect(checkMs(attempt, rttMs, leastMs)).toBeCloseTo(ms, 6);
  });

  it('is never less than asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.option(fc.nat(5000)),
        fc.integer({ min: 1, max: 600_000 }),
        (attempt, rtt, least) => {
          expect(checkMs(attempt, rtt, least)).toBeGreaterThanOrEqual(least);
        },
      ),
    );
  });

  it.each([
    [null, 300],
    [0, 150],
    [100, 250],
    [2000, 1000],
  ])('a look on a path of %j ms: %i ms', (rttMs, ms) => {
    expect(lookMs(rttMs)).toBe(ms);
  });
});
