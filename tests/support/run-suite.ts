import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../build/runtime/process.ts';
import { projectRoot } from '../../build/runtime/project.ts';
import { playwrightFailures, vitestFailures } from './failures.ts';
import type { Suite } from './suites.ts';
import { type Counts, countPlaywright, countVitest, judge, noTests } from './summary.ts';

/** What came of a suite. */
export interface Outcome {
  readonly counts: Counts;
  /** What failed, a line or two each. */
  readonly failures: readonly string[];
  /** A remark for the end of the run, such as that its time was up. */
  readonly remark?: string;
  /** Why it could not run on this machine. */
  readonly notRun?: string;
  readonly interrupted: boolean;
  /** How long a whole suite took (ms). */
  readonly ms?: number;
}

/**
 * Runs one suite, or one file of it, to its end or to its time limit. Its output is shown as it comes; that of a file,
 * which is one of several at once, in one piece at its end. Never throws: what goes wrong counts as failed.
 */
export async function runSuite(suite: Suite, env: NodeJS.ProcessEnv, testFile?: string): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'toctoc-report-'));
  const report = join(folder, `${suite.name}.json`);
  const unhandled = join(folder, 'unhandled-errors.json');
  const limit = suite.minutes * 60_000;
  const command = commandLine(suite, report, testFile);
  const [file, ...args] = suite.lab && process.getuid?.() === 0 ? inLab(command) : command;
  const ended = await run(file, args, {
    cwd: projectRoot,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, TOCTOC_UNHANDLED_ERRORS: unhandled },
    limit,
    output: testFile === undefined ? 'show' : 'capture',
  });
  process.stdout.write(ended.stdout + ended.stderr);
  const { interrupted } = ended;
  const text = await readFile(report, 'utf8').catch(() => undefined);
  const outcome = {
    counts: count(suite, ended.code, text),
    failures: await failuresOf(suite, text, unhandled),
    interrupted,
  };
  await rm(folder, { recursive: true, force: true });
  if (interrupted) return { ...outcome, remark: 'interrupted' };
  if (ended.stopped) {
    const what = testFile === undefined ? '' : `${testFile} `;
    return { ...outcome, remark: `${what}ended after ${suite.minutes} minutes` };
  }
  return outcome;
}

/** What is started for a suite, or for one file of its folder. All of it runs on the Node that runs us. */
export function commandLine(suite: Suite, report: string, testFile?: string): [string, ...string[]] {
  const only = testFile === undefined ? [] : [`tests/${suite.name}/${testFile}`];
  const tool = (path: string, ...args: string[]): [string, ...string[]] => [
    process.execPath,
    join(projectRoot, 'node_modules', path),
    ...args,
  ];
  switch (suite.kind) {
    case 'command': {
      // On Windows npm is a script that only a shell can start; npm itself says where its JavaScript lies.
      const npm = process.env['npm_execpath'];
      const args = ['run', '--silent', suite.name];
      return npm === undefined ? ['npm', ...args] : [process.execPath, npm, ...args];
    }
    case 'vitest': {
      const project = ['run', ...only, '--project', suite.name];
      return tool(
        'vitest/vitest.mjs',
        ...project,
        '--reporter=default',
        '--reporter=json',
        `--reporter=${join(projectRoot, 'tests/support/unhandled-errors.ts')}`,
        `--outputFile.json=${report}`,
      );
    }
    case 'playwright': {
      const config = `tests/${suite.name}/playwright.config.ts`;
      // A folder of its own: Playwright empties it when it begins, and another lane may be in the suite's.
      const output = testFile === undefined ? [] : [`--output=test-results/${suite.name}/${testFile}`];
      return tool('@playwright/test/cli.js', 'test', ...only, `--config=${config}`, ...output, '--reporter=list,json');
    }
  }
}

/** The same command on the client of a lab made for it. */
function inLab(command: readonly string[]): [string, ...string[]] {
  return [process.execPath, join(projectRoot, 'tests/lab/support/with-lab.ts'), ...command];
}

function count(suite: Suite, code: number | null, report: string | undefined): Counts {
  if (suite.kind === 'command') return code === 0 ? { ...noTests, passed: 1 } : { ...noTests, failed: 1 };
  return judge(code, report, suite.kind === 'vitest' ? countVitest : countPlaywright);
}

async function failuresOf(suite: Suite, report: string | undefined, unhandled: string): Promise<readonly string[]> {
  if (suite.kind === 'command' || report === undefined) return [];
  try {
    if (suite.kind === 'playwright') return playwrightFailures(report);
    return vitestFailures(report, await readFile(unhandled, 'utf8').catch(() => undefined));
  } catch (error) {
    return [`its report could not be read: ${String(error)}`];
  }
}
