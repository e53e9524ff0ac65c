import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AttemptLimits,
  checkMs,
  gapGrowth,
  lookMs,
  maxAttempts,
  outwaits,
  overlapMs,
  overlaps,
} from '../../../electron/knock/policy.ts';

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

describe('the gap of a retry', () => {
  it('grows by and by where retries are quick, at once where each has to outwait the server', () => {
    const grown = (outwaiting: boolean) =>
      [1, 2, 3, 4, 9].map((attempt) => {
        const { factor, leastMs } = gapGrowth(attempt, outwaiting);
        return Math.max(leastMs, factor * 60);
      });
    expect(grown(false)).toEqual([60, 60, 78, 120, 120]);
    expect(grown(true)).toEqual([60, 120, 120, 120, 120]);
  });

  it('is long enough from the second attempt on, however small it was', () => {
    expect([1, 2, 3, 4].map((attempt) => gapGrowth(attempt, false).leastMs)).toEqual([0, 50, 65, 100]);
  });
});

describe('an attempt that begins while the door is still watched', () => {
  it('is a quick one, at the only address', () => {
    const which = (changes: Partial<AttemptLimits>) =>
      Array.from({ length: 11 }, (_, at) => at + 1).filter((attempt) => overlaps(attempt, limits(changes)));
    expect(which({})).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(which({ retries: 2 })).toEqual([2, 3]);
    expect(which({ everOpened: false })).toEqual([2, 3]);
    for (const changes of [{ addresses: 2 }, { serverKind: 'other' }, { canFlush: false }, { check: false }] as const)
      expect(which(changes)).toEqual([]);
  });

  it.each<readonly [wholeMs: number, spanMs: number, rttMs: number | null, ms: number]>([
    [600, 565, null, 300],
    [600, 200, null, 400],
    [600, 100, 5, 500],
    [600, 565, 5, 200],
    [600, 565, 100, 320],
    [850, 2000, 200, 520],
    [100, 2000, null, 100],
  ])('whole %i ms, span %i ms, round trip %j ms: after %i ms', (wholeMs, spanMs, rttMs, ms) => {
    expect(overlapMs(wholeMs, spanMs, rttMs)).toBe(ms);
  });

  it('never sends its last knock before the door was watched as long as it deserves', () => {
    const ms = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(ms, ms, fc.option(ms), (wholeMs, spanMs, rttMs) => {
        const waited = overlapMs(wholeMs, spanMs, rttMs);
        expect(waited + spanMs).toBeGreaterThanOrEqual(wholeMs);
        expect(waited).toBeLessThanOrEqual(wholeMs);
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
