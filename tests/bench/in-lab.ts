// Runs the benchmarks on the client of a lab and prints their table; started by run.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../build/runtime/project.ts';
import { Lab } from '../lab/support/lab.ts';
import { type Benchmark, chosen } from './benchmarks.ts';
import { options } from './support/options.ts';
import { MARKERS, markdown, type Row, writeBetween } from './support/table.ts';

/** Far more than any takes without `--runs` (ms). What hangs ends here, and what comes after it is measured all the same. */
const LIMIT_MS = 15 * 60_000;

const asked = options(process.argv.slice(2));
const lab = Lab.current();
const rows: Row[] = [];
for (const benchmark of chosen(asked)) {
  console.error(`${benchmark.name} …`);
  try {
    rows.push(...(await limited(benchmark)));
    if (asked.write) writeReadme();
  } catch (error) {
    console.error(`${benchmark.name} failed: ${error instanceof Error ? error.stack : error}`);
    process.exitCode = 1;
  }
}
console.log(`\nMedian (5th to 95th percentile); Node ${process.version}, ${cpus().length} cores.\n`);
console.log(markdown(rows));
for (const { what, wrong } of rows) {
  if (wrong === undefined) continue;
  console.error(`${what}: ${wrong}`);
  process.exitCode = 1;
}
// The rough path's relay is a child that would keep us here; the lab's removal ends it.
process.exit();

/** The timer also keeps the process from ending, without a word, while it waits for what does not come any more. */
async function limited({ run, long }: Benchmark): Promise<readonly Row[]> {
  const limit = long === true ? 4 * LIMIT_MS : LIMIT_MS;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${limit / 60_000} minutes`)), limit);
  });
  try {
    return await Promise.race([run(lab, asked.runs), late]);
  } finally {
    clearTimeout(timer);
  }
}

function writeReadme(): void {
  const file = join(projectRoot, 'README.md');
  const written = writeBetween(readFileSync(file, 'utf8'), rows);
  if (written !== null) writeFileSync(file, written);
  else throw new Error(`README.md has no place for the table. Add these lines to it:\n\n${MARKERS.join('\n')}`);
}
