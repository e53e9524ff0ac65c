/** How the tests of a suite ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noTests: Counts = { passed: 0, failed: 0, skipped: 0 };

/** The part of `vitest --reporter=json` (Jest's format) that is counted. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests?: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** The part of Playwright's `--reporter=json` that is counted. */
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
}

/** Counts a vitest report. A file that could not be loaded holds no tests and counts as one that failed. */
export function countVitest(json: string): Counts {
  const report: VitestReport = JSON.parse(json);
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** Counts a Playwright report. A test that needed a second try has not passed; an error outside of tests is a failure. */
export function countPlaywright(json: string): Counts {
  const { stats, errors }: PlaywrightReport = JSON.parse(json);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/**
 * What a suite counts for: its report, set against how its process ended. A suite without a readable report has
 * crashed, and one that ended badly though every test in its report passed has failed all the same.
 */
export function judge(code: number | null, report: string | undefined, count: (json: string) => Counts): Counts {
  const counts = report === undefined ? noTests : readable(report, count);
  const nothingRan = counts.passed + counts.failed + counts.skipped === 0;
  return counts.failed === 0 && (code !== 0 || nothingRan) ? { ...counts, failed: 1 } : counts;
}

/**
 * Whether a suite that cannot run is a failure: with CI, where a red run must not look green, and for root on a
 * Debian whose packages could not be installed. Elsewhere, such as on a developer's Mac, it is only named.
 */
export function mustRun(run: { readonly ci: boolean; readonly root: boolean; readonly prepared: boolean }): boolean {
  return run.ci || (run.root && !run.prepared);
}

/** What a suite that could not run counts for. */
export function countNotRun(required: boolean): Counts {
  return required ? { ...noTests, failed: 1 } : { ...noTests, skipped: 1 };
}

/** What a suite's line says: `notRun` is why it could not run, `ms` how long it took. */
interface Told {
  readonly counts: Counts;
  readonly remark?: string;
  readonly notRun?: string;
  readonly ms?: number;
}

/** A suite's line at the end of a run. */
export function suiteLine(name: string, { counts, remark, notRun, ms }: Told): string {
  if (notRun !== undefined) return `${counts.failed > 0 ? 'FAILED, ' : ''}not run: ${name} (${notRun})`;
  const time = ms === undefined ? '' : `, in ${Math.round(ms / 1000)} s`;
  return `${name}: ${totalLine(counts)}${time}${remark === undefined ? '' : ` (${remark})`}`;
}

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    noTests,
  );
}

/** The last line of a test run: `N passed, N failed`, and `, N skipped` when there are any. */
export function totalLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A run succeeds when nothing failed and something passed: a run of nothing proves nothing. */
export function exitCode({ passed, failed }: Counts): number {
  return failed === 0 && passed > 0 ? 0 : 1;
}

function readable(report: string, count: (json: string) => Counts): Counts {
  try {
    return count(report);
  } catch {
    return noTests;
  }
}
