import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome } from './run-suite.ts';
import { sum } from './summary.ts';

/**
 * One lane of several: takes the next file that is left as soon as it is free, and adds up what came of its own. What a
 * person interrupts is not begun again: nothing is left then, for any lane.
 *
 * @param left shared by the lanes, which empty it
 */
export async function runInLane(left: string[], runFile: (file: string) => Promise<Outcome>): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (let file = left.shift(); file !== undefined; file = left.shift()) {
    const outcome = await runFile(file);
    outcomes.push(outcome);
    if (outcome.interrupted) left.length = 0;
  }
  return addUp(outcomes);
}

/** One outcome of several parts of a suite. */
export function addUp(outcomes: readonly Outcome[]): Outcome {
  const remarks = outcomes.flatMap(({ remark }) => (remark === undefined ? [] : [remark]));
  return {
    counts: sum(outcomes.map(({ counts }) => counts)),
    failures: outcomes.flatMap(({ failures }) => failures),
    interrupted: outcomes.some(({ interrupted }) => interrupted),
    ...(remarks.length > 0 && { remark: remarks.join('; ') }),
  };
}

/**
 * The files of a suite's folder whose name says that they hold tests, those that take longest first, so that no lane is
 * left with a long one at the end; the others by size, which is the best guess there is.
 */
export async function testFiles(folder: string, slowest: readonly string[]): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /\.(test|spec)\.ts$/.test(name));
  const sized = await Promise.all(names.map(async (name) => ({ name, size: (await stat(join(folder, name))).size })));
  const rank = (name: string): number => {
    const at = slowest.findIndex((stem) => name.startsWith(`${stem}.`));
    return at === -1 ? slowest.length : at;
  };
  return sized.sort((a, b) => rank(a.name) - rank(b.name) || b.size - a.size).map(({ name }) => name);
}
