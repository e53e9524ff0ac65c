// `npm run pictures`: takes the README's pictures anew, of the real app, server and terminal. Root on Linux.
import { join } from 'node:path';
import { buildApp } from '../../build/runtime/build-app.ts';
import { prepareDebian } from '../../build/runtime/debian.ts';
import { run } from '../../build/runtime/process.ts';
import { projectRoot } from '../../build/runtime/project.ts';
import { systemPath } from '../support/machine.ts';

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Error('The pictures need root on Linux.');
  const prepared = await prepareDebian(['lab', 'window', 'desktop', 'pictures'], console.error);
  if (!prepared.ready) throw new Error(prepared.advice);
  if (!(await buildApp())) return 1;
  const script = (...parts: string[]) => join(projectRoot, 'tests', ...parts);
  const env = { ...process.env, PATH: systemPath(process.env['PATH'] ?? '') };
  const args = [script('lab/support/with-lab.ts'), process.execPath, script('pictures/take.ts')];
  const { code } = await run(process.execPath, args, { cwd: projectRoot, env, output: 'show' });
  return code ?? 1;
}
