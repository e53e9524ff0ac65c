import { describe, expect, it } from 'vitest';
import { itemsOf, pictureOf, placeOf, type Row } from '../../../renderer/features/timeline/picture.ts';
import type { Mark } from '../../../shared/model/timeline.ts';

const knock = (ms: number, index: number): Mark => ({ kind: 'knock', ms, index, of: 2, flush: false, protocol: 'tcp' });
const probe = (ms: number): Mark => ({ kind: 'probe', ms });
const stage = (ms: number, name: Extract<Mark, { kind: 'stage' }>['stage']): Mark => ({
  kind: 'stage',
  ms,
  stage: name,
});
const attempt = (ms: number, number: number): Mark => ({ kind: 'attempt', ms, attempt: number, family: 4 });

const opened: readonly Mark[] = [
  ...[stage(0, 'resolving'), attempt(4, 1), stage(5, 'knocking'), knock(6, 1), knock(56, 2), stage(56, 'checking')],
  ...[probe(62), probe(77)],
  ...([
    { kind: 'open', ms: 80 },
    { kind: 'end', ms: 95 },
  ] as const),
];
const row = (rows: readonly Row[], at = 0): Row => {
  const one = rows[at];
  if (one === undefined) throw new Error(`no row ${at}`);
  return one;
};

describe('the picture of a run', () => {
  it('has stretches that touch, and the moments between', () => {
    const picture = pictureOf(opened, null);
    expect(
      itemsOf(picture).map((item) =>
        item.kind === 'span' ? [item.stage, item.from, item.to] : [item.kind, item.from],
      ),
    ).toEqual([
      ['resolving', 0, 5],
      ['knocking', 5, 56],
      ['knock', 6],
      ['knock', 56],
      ['checking', 56, 80],
      ['probe', 62],
      ['probe', 77],
      ['open', 80],
      ['greeting', 80, 95],
    ]);
    expect(itemsOf(picture).filter(({ kind }) => kind === 'knock' || kind === 'open')).toMatchObject([
      { since: null },
      { since: 50 },
      { since: 24 },
    ]);
  });

  it('is as wide as the run when it is over, and places by time', () => {
    const { rows, scale } = pictureOf(opened, null);
    expect(scale).toBe(95);
    expect(placeOf(row(rows), 0, scale)).toBe(0);
    expect(placeOf(row(rows), 47.5, scale)).toBe(0.5);
    expect(placeOf(row(rows), 95, scale)).toBe(1);
  });

  it('grows up to now in steps while the run goes on', () => {
    const marks = opened.slice(0, 6);
    expect(pictureOf(marks, 100).scale).toBe(200);
    expect(pictureOf(marks, 150).scale).toBe(200);
    expect(pictureOf(marks, 190).scale).toBe(300);
    const last = itemsOf(pictureOf(marks, 190)).at(-1);
    expect(last).toMatchObject({ stage: 'checking', from: 56, to: 190, live: true });
    // A clock that lags behind the newest packet does not draw it in the future.
    expect(placeOf(row(pictureOf(marks, 20).rows), 56, 56)).toBe(1);
  });

  it('has a row for each attempt, to one scale, with long waits cut short', () => {
    const marks = [
      ...opened.slice(0, 6),
      ...[attempt(656, 2), stage(656, 'waiting'), stage(26_656, 'knocking'), knock(26_657, 1), knock(26_757, 2)],
      ...[stage(26_757, 'checking'), { kind: 'end', ms: 27_357 } as const],
    ];
    const { rows, scale } = pictureOf(marks, null);
    expect(rows.map(({ from, to, width }) => [from, to, width])).toEqual([
      [0, 656, 656],
      [656, 27_357, 851],
    ]);
    expect(scale).toBe(851);
    const second = row(rows, 1);
    expect(placeOf(second, 13_656, scale)).toBeCloseTo(75 / 851);
    expect(placeOf(second, 26_757, scale)).toBeCloseTo(251 / 851);
    expect(placeOf(second, 27_357, scale)).toBe(1);
    expect(second.items.at(-1)).toEqual({ kind: 'end', from: 27_357 });
  });

  it.each([0.4, 7, 60, 95, 851, 12_000])('has four to ten lines over %d ms', (end) => {
    const { scale, grid } = pictureOf([stage(0, 'resolving'), { kind: 'end', ms: end }], null);
    expect(scale / grid).toBeGreaterThan(3.9);
    expect(scale / grid).toBeLessThanOrEqual(10);
  });

  it('of nothing is empty', () => {
    expect(itemsOf(pictureOf([], null))).toEqual([]);
  });
});
