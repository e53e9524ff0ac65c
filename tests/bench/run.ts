// `npm run bench`: measures the built command line and the engine beside their peers, and prints a table.
// `npm run bench -- gaps door` runs those named; --long adds those that take minutes (--runs N of each kind);
// --write puts the table into README.md. Root on Linux. Times are compared, never judged; it fails on a wrong count (doors
// that stayed shut or were closed by accident, packets that left twice) and where bytes were changed.
import { dirname, join } from 'node:path';
import { buildApp } from '../../build/runtime/build-app.ts';
import { prepareDebian } from '../../build/runtime/debian.ts';
import { findElectron } from '../../build/runtime/find-electron.ts';
import { run } from '../../build/runtime/process.ts';
import { projectRoot } from '../../build/runtime/project.ts';
import { systemPath } from '../support/machine.ts';
import { benchmarks, chosen } from './benchmarks.ts';
import { options } from './support/options.ts';

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(words: readonly string[]): Promise<number> {
  const known = benchmarks.map(({ name }) => name);
  const asked = options(words);
  const unknown = asked.names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`No benchmark is called ${unknown.join(', ')}. The benchmarks are: ${known.join(', ')}.`);
  }
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Error('The benchmarks need root on Linux.');
  const prepared = await prepareDebian(['lab', 'window', 'desktop'], console.error);
  if (!prepared.ready) throw new Error(prepared.advice);
  if (!(await buildApp())) return 1;
  const electron = chosen(asked).some((one) => one.electron) ? await fetchElectron() : {};
  const script = (...parts: string[]) => join(projectRoot, 'tests', ...parts);
  const args = [script('lab/support/with-lab.ts'), process.execPath, script('bench/in-lab.ts'), ...words];
  const env = { ...process.env, ...electron, PATH: systemPath(process.env['PATH'] ?? '') };
  const { code } = await run(process.execPath, args, { cwd: projectRoot, env, output: 'show' });
  return code ?? 1;
}

/** For the environment of those who look for an Electron in the lab, where there is no network to fetch one by. */
async function fetchElectron(): Promise<NodeJS.ProcessEnv> {
  const { executable, line } = await findElectron(console.error);
  console.error(line);
  return { ELECTRON_OVERRIDE_DIST_PATH: dirname(executable) };
}
