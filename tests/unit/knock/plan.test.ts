import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attemptGapMs,
  attemptLifetimeMs,
  flushCount,
  flushKnock,
  planFlush,
  planSequence,
  retrySpanMs,
} from '../../../electron/knock/plan.ts';
import { gapGrowth } from '../../../electron/knock/policy.ts';
import { knockingLimitMs, knockingTimeMs } from '../../../shared/model/knocking-time.ts';
import { knocksOf } from '../../../shared/model/sequence.ts';
import { steps } from '../../fakes/profiles.ts';
import { sequence } from '../shared/model/sequence-arbitrary.ts';

const gaps = (text: string, gapMs = 50) => planSequence(steps(text), gapMs).map(({ gapAfterMs }) => gapAfterMs);

describe('the packets of a sequence', () => {
  it('keep order, port, protocol and payload; a lone UDP knock carries the NUL byte of knock(1)', () => {
    const packets = planSequence(steps('7000 8000:udp 8001:udp="é" 8002:udp=0xCAFE 8003:udp=0x 7000'), 50);
    expect(packets.map(({ port, protocol }) => `${port}/${protocol}`)).toEqual([
      ...['7000/tcp', '8000/udp', '8001/udp', '8002/udp', '8003/udp', '7000/tcp'],
    ]);
    expect(packets.slice(1, 5).map(({ payload }) => [...payload])).toEqual([[0], [0xc3, 0xa9], [0xca, 0xfe], []]);
    expect(packets.some(({ flush }) => flush)).toBe(false);
  });

  it.each([
    ['7000 8000 9000', [50, 50, 50]],
    ['7000@200 8000 9000@0', [200, 50, 0]],
    ['7000 2:s 8000 9000', [2050, 50, 50]],
    ['7000@0 1:s 500:ms 8000', [1500, 50]],
    ['9:s 7000 8000', [50, 50]],
  ])('%s: each pause belongs to the gap before it', (text, expected) => {
    expect(gaps(text)).toEqual(expected);
  });

  it('are as many as the knocks, whatever the pauses', () => {
    fc.assert(
      fc.property(sequence, fc.nat(10_000), (any, gapMs) => {
        const packets = planSequence(any, gapMs);
        expect(packets.map(({ port }) => port)).toEqual(knocksOf(any).map(({ port }) => port));
        expect(packets.every(({ gapAfterMs }) => gapAfterMs >= 0)).toBe(true);
      }),
    );
  });
});

describe('times that the server sets', () => {
  it.each([
    [5, 4000, 6000],
    [25, 24_000, 26_000],
    [1, 1000, 2000],
    [null, 4000, 26_000],
  ])('seq_timeout %j: knock within %i ms, forgotten after %i ms', (seqTimeoutS, limitMs, lifetimeMs) => {
    expect(knockingLimitMs(seqTimeoutS)).toBe(limitMs);
    expect(attemptLifetimeMs(seqTimeoutS)).toBe(lifetimeMs);
  });
});

describe('the gap of an attempt', () => {
  it.each<readonly [text: string, gapMs: number, attempt: number, seqTimeoutS: number | null, expected: number]>([
    ['7000 8000 9000', 50, 1, 5, 50],
    ['7000 8000 9000', 50, 2, 5, 100],
    ['7000 8000 9000', 0, 2, 5, 100],
    ['7000 8000 9000', 300, 2, 5, 600],
    ['7000 8000 9000', 1500, 2, 5, 2000],
    ['7000 8000 9000', 1500, 2, null, 2000],
    ['7000 8000 9000', 1500, 2, 25, 3000],
    ['7000 8000 9000', 2500, 2, 5, 2500],
    ['7000 3:s 8000 9000', 400, 2, 5, 500],
    ['7000 9:s 8000 9000', 400, 2, 5, 400],
    ['7000', 50, 2, 5, 100],
  ])('%s at %i ms, attempt %i, seq_timeout %j: %i ms', (text, gapMs, attempt, seqTimeoutS, expected) => {
    expect(attemptGapMs(steps(text), gapMs, gapGrowth(attempt, true), seqTimeoutS)).toBe(expected);
  });

  it('never shrinks, and never stops a sequence from fitting', () => {
    const seqTimeout = fc.option(fc.integer({ min: 1, max: 3600 }));
    fc.assert(
      fc.property(
        sequence,
        fc.nat(10_000),
        fc.integer({ min: 1, max: 12 }),
        seqTimeout,
        fc.boolean(),
        (any, gapMs, attempt, timeout, outwaiting) => {
          const gap = attemptGapMs(any, gapMs, gapGrowth(attempt, outwaiting), timeout);
          const fits = (ms: number) => knockingTimeMs(any, ms, 'syn') <= knockingLimitMs(timeout);
          expect(gap).toBeGreaterThanOrEqual(gapMs);
          expect(Number.isInteger(gap)).toBe(true);
          if (fits(gapMs)) expect(fits(gap)).toBe(true);
          else expect(gap).toBe(gapMs);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('how long flushing and knocking take', () => {
  it.each([
    ['7000 8000 9000', 50, 3, 190],
    ['7000 8000 9000', 100, 2, 320],
    ['7000 8000 9000', 10, 2, 40],
    ['7000', 50, 2, 70],
  ])('%s, %i ms apart, flushed %i times: %i ms', (text, gapMs, flushes, ms) => {
    expect(retrySpanMs(steps(text), gapMs, flushes, 'syn')).toBe(ms);
  });
});

describe('the knock that flushes', () => {
  it.each<readonly [open: string, close: string, port: number | null]>([
    ['7000 8000 9000', '', 8000],
    ['7000 8000 9000', '9000 8000 7000', 8000],
    ['7000 8000 9000', '8000 9000', null],
    ['7000 8000 8500 9000', '8000 1', 8500],
    ['7000 8000 8500 9000', '8500 1', 8000],
    ['1 2 3 4 5', '', 3],
    ['1 2 3 4 5', '3', 2],
    ['1 2 3 2 5', '', 3],
    ['1 2 2 1', '', null],
    ['1 2 1 3', '', 2],
    ['7000 7000 8000', '', null],
    ['7000 8000:udp 8000 9000', '', null],
    ['7000', '', null],
    ['7000 8000', '', null],
    ['7000 1:s 8000 1:s 9000', '2:s 9000', 8000],
  ])('of %s (the other is %j) is %j', (open, close, port) => {
    expect(flushKnock(steps(open), close === '' ? [] : steps(close))?.port ?? null).toBe(port);
  });

  it('keeps its protocol and payload', () => {
    const knock = flushKnock(steps('7000 8000:udp="x" 9000'), []);
    expect(knock).toMatchObject({ port: 8000, protocol: 'udp', payload: { value: 'x' } });
    if (knock === null) return;
    expect(planFlush(knock, 70, 3)).toEqual(
      [20, 20, 70].map((gapAfterMs) => ({
        port: 8000,
        protocol: 'udp',
        payload: Buffer.from('x'),
        gapAfterMs,
        flush: true,
      })),
    );
  });

  it('occurs once, is neither first nor last, and does not start the other sequence', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
        (open, close) => {
          const candidates = open.filter(
            (port, at) =>
              at > 0 && at < open.length - 1 && open.indexOf(port) === open.lastIndexOf(port) && port !== close[0],
          );
          const flush = flushKnock(steps(open.join(' ')), close.length === 0 ? [] : steps(close.join(' ')));
          if (candidates.length === 0) expect(flush).toBeNull();
          else expect(candidates).toContain(flush?.port);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is sent three times, two times on every other retry', () => {
    expect([0, 1, 2, 3].map(flushCount)).toEqual([3, 2, 3, 2]);
  });
});
