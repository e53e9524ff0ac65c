// `npm test`: runs the suites that this machine can run; `npm test -- unit lab` runs those named, and
// `npm test -- tests/e2e/crash.spec.ts` only that file, with all that its suite needs around it.
// `--long`: with more random calls, and every kind of package.
// A suite that this machine cannot run is skipped by name; with CI=true it has failed.
// The last line is the sum: `N passed, N failed`, and `, N skipped` when something was.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDebian } from '../build/runtime/debian.ts';
import { projectRoot } from '../build/runtime/project.ts';
import { chosenFiles } from './support/chosen-files.ts';
import { noSetting, type Setting, setUpE2e } from './support/e2e-setting.ts';
import { addUp, runInLane, testFiles } from './support/lanes.ts';
import { findBrowser, lookAtMachine, systemPath, withoutLocale } from './support/machine.ts';
import { type Outcome, runSuite } from './support/run-suite.ts';
import { reasonToSkip, type Suite, selectSuites } from './support/suites.ts';
import { countNotRun, exitCode, mustRun, noTests, suiteLine, sum, totalLine } from './support/summary.ts';

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log(totalLine({ ...noTests, failed: 1 }));
  process.exitCode = 1;
}

async function main(words: readonly string[]): Promise<number> {
  const asked = words.filter((word) => word !== '--long');
  const { names, files } = chosenFiles(asked, projectRoot, existsSync);
  const suites = selectSuites(names, ({ name }) => existsSync(join(projectRoot, 'tests', name)));
  const prepared = await prepareDebian(
    suites.flatMap((suite) => suite.packages),
    console.log,
  );
  if (!prepared.ready) console.log(prepared.advice);

  const path = systemPath(process.env['PATH'] ?? '');
  const long = words.includes('--long') ? { TOCTOC_LONG: '1' } : {};
  const machine = lookAtMachine(path);
  const required = mustRun({ ci: process.env['CI'] === 'true', root: machine.root, prepared: prepared.ready });
  // For tests that alone in their suite need a program: see describeWith.
  const must = required ? { TOCTOC_MUST_RUN: '1' } : {};
  const env = { ...withoutLocale(process.env), ...long, ...must, PATH: path, TOCTOC_CHROMIUM: findBrowser(path) };
  const outcomes = new Map<Suite, Outcome>();
  for (const suite of suites) {
    console.log(`\n── ${suite.name} ${'─'.repeat(60 - suite.name.length)}`);
    const reason = reasonToSkip(suite, machine);
    const begun = performance.now();
    const outcome =
      reason === undefined ? await runSuiteHere(suite, env, files.get(suite.name)) : notRun(reason, required);
    outcomes.set(suite, { ...outcome, ms: performance.now() - begun });
    if (outcome.interrupted) break;
  }
  return report(outcomes);
}

/**
 * All of a suite, at once or its files in lanes; or only these files of it. Never throws: what goes wrong counts as
 * failed.
 */
async function runSuiteHere(suite: Suite, env: NodeJS.ProcessEnv, files?: readonly string[]): Promise<Outcome> {
  const settings: Setting[] = [];
  try {
    // One after the other: each may create its user.
    const count = Math.min(suite.lanes?.count ?? 1, files?.length ?? Number.POSITIVE_INFINITY);
    for (let lane = 0; lane < count; lane += 1) settings.push(await settingFor(suite, lane));
    const [first = noSetting] = settings;
    if (suite.lanes === undefined && files === undefined) return await runSuite(suite, { ...env, ...first.env });
    const folder = join(projectRoot, 'tests', suite.name);
    const left = files === undefined ? await testFiles(folder, suite.lanes?.slowest ?? []) : [...files];
    const lanes = settings.map((setting) =>
      runInLane(left, (file) => runSuite(suite, { ...env, ...setting.env }, file)),
    );
    return addUp(await Promise.all(lanes));
  } catch (error) {
    const remark = error instanceof Error ? error.message : String(error);
    return { counts: { ...noTests, failed: 1 }, failures: [], remark, interrupted: false };
  } finally {
    await Promise.all(settings.map((setting) => setting.stop()));
  }
}

/** A suite that needs a desktop is given one for as long as it runs. */
function settingFor(suite: Suite, lane: number): Promise<Setting> {
  return suite.needs.includes('desktop') ? setUpE2e(console.log, lane) : Promise.resolve(noSetting);
}

function notRun(reason: string, required: boolean): Outcome {
  return { counts: countNotRun(required), failures: [], notRun: reason, interrupted: false };
}

/** Prints what failed, a line per suite, and the sum; returns the exit code. */
function report(outcomes: ReadonlyMap<Suite, Outcome>): number {
  for (const [{ name }, { failures }] of outcomes) {
    if (failures.length === 0) continue;
    console.log(`\n── failed in ${name} ${'─'.repeat(50 - name.length)}`);
    for (const failure of failures) console.log(failure);
  }
  console.log(`\n── sum ${'─'.repeat(57)}`);
  for (const [{ name }, outcome] of outcomes) console.log(suiteLine(name, outcome));
  const total = sum([...outcomes.values()].map((outcome) => outcome.counts));
  console.log(totalLine(total));
  return exitCode(total);
}
