import { describe, expect, it } from 'vitest';
import {
  countNotRun,
  countPlaywright,
  countVitest,
  exitCode,
  judge,
  mustRun,
  suiteLine,
  sum,
  totalLine,
} from '../../support/summary.ts';

const vitest = (passed: number, failed: number, pending = 0, testResults: readonly object[] = []): string =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
    testResults,
  });

describe('a suite counts', () => {
  it('what a vitest report says', () => {
    expect(judge(1, vitest(7, 2, 1), countVitest)).toEqual({ passed: 7, failed: 2, skipped: 1 });
  });

  it('a file that could not be loaded as one failure', () => {
    const files = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] },
    ];
    expect(judge(1, vitest(1, 0, 0, files), countVitest)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('what a Playwright report says, a test that needed a second try as failed', () => {
    const report = JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] });
    expect(judge(1, report, countPlaywright)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('an error outside of tests as a failure', () => {
    const report = JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{}] });
    expect(judge(1, report, countPlaywright)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it.each([
    ['it crashed before it wrote a report', null, undefined],
    ['its report is cut off', 0, '{"numPassedTests": 3'],
    ['it ran nothing', 0, vitest(0, 0)],
  ])('as one failure when %s', (_what, code, report) => {
    expect(judge(code, report, countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('as one failure more when it ended badly though every test passed', () => {
    expect(judge(1, vitest(4, 0), countVitest)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  it('as passed only when it ended well', () => {
    expect(judge(0, vitest(4, 0), countVitest)).toEqual({ passed: 4, failed: 0, skipped: 0 });
  });
});

describe('a suite that cannot run', () => {
  it.each([
    ['with CI', { ci: true, root: false, prepared: true }, true],
    ['with CI and every package', { ci: true, root: true, prepared: true }, true],
    ['for root whose packages could not be installed', { ci: false, root: true, prepared: false }, true],
    ['for a person who lacks packages', { ci: false, root: false, prepared: false }, false],
    ['for a person elsewhere', { ci: false, root: false, prepared: true }, false],
    ['for root where nothing was to be installed', { ci: false, root: true, prepared: true }, false],
  ])('%s', (_where, run, failed) => {
    expect(mustRun(run)).toBe(failed);
  });

  it('makes the run fail, and says why, where it must run', () => {
    const counts = countNotRun(true);
    expect(exitCode(sum([{ passed: 5, failed: 0, skipped: 0 }, counts]))).toBe(1);
    expect(suiteLine('lab', { counts, notRun: 'needs knockd' })).toBe('FAILED, not run: lab (needs knockd)');
  });

  it('is skipped by name elsewhere', () => {
    const counts = countNotRun(false);
    expect(exitCode(sum([{ passed: 5, failed: 0, skipped: 0 }, counts]))).toBe(0);
    expect(suiteLine('lab', { counts, notRun: 'needs root on Linux' })).toBe('not run: lab (needs root on Linux)');
  });

  it('has another line than one that ran', () => {
    const counts = { passed: 2, failed: 1, skipped: 0 };
    expect(suiteLine('ui', { counts, remark: 'interrupted', ms: 61_400 })).toBe(
      'ui: 2 passed, 1 failed, in 61 s (interrupted)',
    );
  });
});

describe('the last line', () => {
  it.each([
    [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed', 0],
    [{ passed: 12, failed: 3, skipped: 1 }, '12 passed, 3 failed, 1 skipped', 1],
    [{ passed: 1, failed: 0, skipped: 2 }, '1 passed, 0 failed, 2 skipped', 0],
    [{ passed: 0, failed: 0, skipped: 2 }, '0 passed, 0 failed, 2 skipped', 1],
    [{ passed: 0, failed: 0, skipped: 0 }, '0 passed, 0 failed', 1],
  ])('of %o is %j, and the exit code %i', (counts, line, code) => {
    expect(totalLine(counts)).toBe(line);
    expect(exitCode(counts)).toBe(code);
  });

  it('sums every suite', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(sum([one, one, { passed: 10, failed: 0, skipped: 0 }])).toEqual({ passed: 12, failed: 4, skipped: 6 });
    expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
