import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, quantile, ratio, repeated, summarize, wrongCount } from '../../bench/support/stats.ts';

/** Without -0, which sorting does not tell from 0 and `toEqual` does. */
const values = fc.array(
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0),
  { minLength: 1 },
);

describe('quantiles', () => {
  it.each([
    [[1, 2, 3], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[10], 0.95, 10],
    [[0, 100], 0.05, 5],
  ])('%j at %d is %d', (numbers, q, expected) => {
    expect(quantile(numbers, q)).toBeCloseTo(expected, 10);
  });

  it('has none for an empty series', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('lies between the extremes, and grows with the share', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        const { p5, median, p95, count } = summarize(numbers);
        expect(count).toBe(numbers.length);
        expect([Math.min(...numbers), p5, median, p95, Math.max(...numbers)]).toEqual(
          [p5, median, p95, Math.min(...numbers), Math.max(...numbers)].sort((a, b) => a - b),
        );
      }),
    );
  });

  it('leaves the series as it was', () => {
    const numbers = [3, 1, 2];
    quantile(numbers, 0.5);
    expect(numbers).toEqual([3, 1, 2]);
  });
});

describe('series', () => {
  it('compares medians, ours to theirs', () => {
    expect(ratio([1, 1, 50], [2, 2, 2])).toBe(0.5);
  });

  it('has one difference less than it has values', () => {
    expect(differences([1, 3, 6])).toEqual([2, 3]);
    expect(differences([1])).toEqual([]);
  });

  it('names what came more than once, once', () => {
    expect(repeated(['a', 'b', 'a', 'a'])).toEqual(['a']);
    expect(repeated(['a', 'b'])).toEqual([]);
  });
});

describe('counts of runs', () => {
  it.each([
    [0, 1000, 0.999, 0, null],
    [1, 1000, 0.999, 0, null],
    [2, 1000, 0.999, 0, '2 of 1000 runs failed, more than 1'],
    [5, 1000, 0.995, 0, null],
    [6, 1000, 0.995, 0, '6 of 1000 runs failed, more than 5'],
    [1, 100, 0.999, 0, null],
    [2, 100, 0.999, 0, '2 of 100 runs failed, more than 1'],
    [0, 1000, 0.999, 1, '1 doors were closed by accident'],
  ])('%i of %i failed where %d must not, %i accidents: %j', (failures, runs, share, accidents, wrong) => {
    expect(wrongCount(failures, runs, share, accidents)).toBe(wrong);
  });
});
