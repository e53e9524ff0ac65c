import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSequence } from '../../../../electron/knock/plan.ts';
import {
  FULL_CONNECT_MS,
  isTooSlow,
  knockingLimitMs,
  knockingTime,
  knockingTimeMs,
} from '../../../../shared/model/knocking-time.ts';
import { steps } from '../../../fakes/profiles.ts';
import { sequence } from './sequence-arbitrary.ts';

describe('the time that knocking takes', () => {
  it.each<readonly [text: string, gapMs: number, mode: 'syn' | 'full', expected: number]>([
    ['7000', 50, 'syn', 0],
    ['7000 8000 9000', 50, 'syn', 100],
    ['3:s 7000 1:s 8000@200 9000 5:s', 50, 'syn', 1250],
    ['7000@9000 3:s', 50, 'syn', 0],
    ['7000', 50, 'full', 0],
    ['7000 8000 9000', 50, 'full', 1800],
    ['7000 8000:udp 9000', 50, 'full', 950],
    ['7000@2000 8000 500:ms 9000', 500, 'full', 3000],
  ])('%s at %i ms, %s: %i ms', (text, gapMs, mode, expected) => {
    expect(knockingTimeMs(steps(text), gapMs, mode)).toBe(expected);
  });

  it('is the one of the packets that are sent, and of a whole handshake each where that is waited for', () => {
    fc.assert(
      fc.property(sequence, fc.nat(10_000), (any, gapMs) => {
        const gaps = planSequence(any, gapMs).slice(0, -1);
        const total = (least: (protocol: string) => number) =>
          gaps.reduce((sum, { gapAfterMs, protocol }) => sum + Math.max(gapAfterMs, least(protocol)), 0);
        expect(knockingTimeMs(any, gapMs, 'syn')).toBe(total(() => 0));
        expect(knockingTimeMs(any, gapMs, 'full')).toBe(total((name) => (name === 'tcp' ? FULL_CONNECT_MS : 0)));
      }),
    );
  });
});

describe('knocking that is too slow', () => {
  it.each([
    [5, 4000],
    [25, 24_000],
    [1, 1000],
    [2, 1000],
    [null, 4000],
  ])('seq_timeout %j: knock within %i ms', (seqTimeoutS, limitMs) => {
    expect(knockingLimitMs(seqTimeoutS)).toBe(limitMs);
  });

  it.each<
    readonly [text: string, gapMs: number, seqTimeoutS: number | null, mode: 'syn' | 'full', total: number | null]
  >([
    ['7000 8000 9000', 50, null, 'syn', null],
    ['7000 8000 9000', 2000, null, 'syn', null],
    ['7000 8000 9000', 2001, null, 'syn', 4002],
    ['7000 8000 9000', 2001, 6, 'syn', null],
    ['7000 8000 9000', 2001, 5, 'syn', 4002],
    ['7000@4001 8000', 0, 5, 'syn', 4001],
    ['7000 5:s 8000', 0, 5, 'syn', 5000],
    ['7000 8000 5:s', 0, 5, 'syn', null],
    ['1 2 3 4 5', 50, 5, 'full', null],
    ['1 2 3 4 5 6', 50, 5, 'full', 4500],
    ['1 2 3 4 5 6', 50, 6, 'full', null],
    ['7000 8000', Number.NaN, 5, 'syn', null],
  ])('%s at %d ms, seq_timeout %j, %s: %j', (text, gapMs, seqTimeoutS, mode, totalMs) => {
    const known = seqTimeoutS !== null;
    const time = knockingTime(steps(text), gapMs, seqTimeoutS, mode);
    const slow = time !== null && isTooSlow(time) ? time : null;
    const expected = totalMs === null ? null : { totalMs, limitMs: knockingLimitMs(seqTimeoutS), known };
    expect(slow).toEqual(expected);
  });

  it('is not to be said of a single knock, or while the gap is no number', () => {
    expect(knockingTime(steps('7000 3:s'), 50, 5, 'syn')).toBeNull();
    expect(knockingTime(steps('7000 8000'), Number.NaN, 5, 'syn')).toBeNull();
    expect(knockingTime(steps('7000 8000'), 50, null, 'syn')).toEqual({ totalMs: 50, limitMs: 4000, known: false });
  });
});
