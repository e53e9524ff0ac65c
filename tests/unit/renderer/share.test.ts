import { expect, it } from 'vitest';
import { share } from '../../../renderer/features/import/share.ts';
import { IMPORT_STAGES, type ImportStage } from '../../../shared/formats/steps.ts';

const ends = (stages: readonly ImportStage[], busy: 'reading' | 'saving') =>
  stages.flatMap((stage) => [0, 5, 10].map((done) => share({ stage, done, total: 10 }, busy)));

it('the bar only grows, from stage to stage, and ends at the end', () => {
  for (const [stages, busy] of [
    [['lines', 'servers', 'comparing'], 'reading'],
    [['files', 'servers', 'comparing'], 'reading'],
    [['comparing', 'saving'], 'saving'],
  ] as const) {
    const shares = ends(stages, busy);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  }
});

it('is never out of bounds, whatever is told', () => {
  for (const stage of IMPORT_STAGES) {
    for (const [done, total] of [
      [0, 0],
      [7, 3],
    ] as const) {
      const value = share({ stage, done, total }, 'reading');
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  }
});
