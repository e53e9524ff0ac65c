// Runs the benchmarks on the client of a lab and prints their table; started by run.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../build/runtime/project.ts';
import { Lab } from '../lab/support/lab.ts';
import { benchmarks } from './benchmarks.ts';
import { options } from './support/options.ts';
import { MARKERS, markdown, type Row, writeBetween } from './support/table.ts';

const { names, long, write, runs } = options(process.argv.slice(2));
const lab = Lab.current();
const rows: Row[] = [];
for (const benchmark of benchmarks) {
  if (names.length > 0 ? !names.includes(benchmark.name) : benchmark.long && !long) continue;
  console.error(`${benchmark.name} …`);
  rows.push(...(await benchmark.run(lab, runs)));
}
console.log(`\nMedian (5th to 95th percentile); Node ${process.version}, ${cpus().length} cores.\n`);
console.log(markdown(rows));
if (write) writeReadme();
for (const { what, wrong } of rows) {
  if (wrong === undefined) continue;
  console.error(`${what}: ${wrong}`);
  process.exitCode = 1;
}
// The rough path's relay is a child that would keep us here; the lab's removal ends it.
process.exit();

function writeReadme(): void {
  const file = join(projectRoot, 'README.md');
  const written = writeBetween(readFileSync(file, 'utf8'), rows);
  if (written !== null) writeFileSync(file, written);
  else console.log(`\nREADME.md has no place for the table yet. Add these lines to it:\n\n${MARKERS.join('\n')}`);
}
