import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../runtime/process.ts';
import { projectRoot } from '../runtime/project.ts';

/** mingw under its Debian name, and as Windows knows it. */
const COMPILERS = ['x86_64-w64-mingw32-gcc', 'gcc'];

/** Compiles the two console programs of `build/windows` into `dist/windows`; answers with their folder. */
export async function buildWindowsTools(into = join(projectRoot, 'dist/windows')): Promise<string> {
  await mkdir(into, { recursive: true });
  for (const [name, libraries] of [
    ['toctoc', ['-lshell32', '-ladvapi32']],
    ['toctoc-path', ['-lshell32', '-ladvapi32', '-luser32']],
  ] as const) {
    const source = join(projectRoot, `build/windows/${name}.c`);
    const flags = ['-std=c11', '-O2', '-s', '-municode', '-mconsole', '-Wall', '-Wextra', '-Werror', '-static'];
    const args = [...flags, '-o', join(into, `${name}.exe`), source, ...libraries];
    let failure = '';
    for (const compiler of process.platform === 'win32' ? [...COMPILERS].reverse() : COMPILERS.slice(0, 1)) {
      const compiled = await run(compiler, args, { limit: 120_000 });
      failure = compiled.code === 0 ? '' : compiled.stderr;
      if (failure === '') break;
    }
    if (failure !== '') throw new Error(`${name}.exe could not be built:\n${failure}`);
  }
  return into;
}
