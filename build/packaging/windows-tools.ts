import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../runtime/process.ts';
import { projectRoot } from '../runtime/project.ts';

/** mingw's compiler under its name on Linux, and on Windows. */
const COMPILER = process.platform === 'win32' ? 'gcc' : 'x86_64-w64-mingw32-gcc';

const PROGRAMS = {
  toctoc: ['-lshell32', '-ladvapi32'],
  'toctoc-path': ['-lshell32', '-ladvapi32', '-luser32'],
} as const;

/** The flags of a build: everything that the compiler can say is an error, and no library of its own is needed. */
const FLAGS = ['-std=c11', '-O2', '-s', '-municode', '-mconsole', '-Wall', '-Wextra', '-Werror', '-static'];

/**
 * Compiles the two console programs of `build/windows` (x64; Windows on arm64 runs them too).
 *
 * @param into the folder for them
 * @param defines for tests: `TOCTOC_PROGRAM=L"…"` puts another program in the app's place
 */
export async function buildWindowsTools(
  into = join(projectRoot, 'dist/windows'),
  defines: readonly string[] = [],
): Promise<void> {
  await mkdir(into, { recursive: true });
  for (const [name, libraries] of Object.entries(PROGRAMS)) {
    const source = join(projectRoot, `build/windows/${name}.c`);
    const defined = defines.map((define) => `-D${define}`);
    const args = [...FLAGS, ...defined, '-o', join(into, `${name}.exe`), source, ...libraries];
    const compiled = await run(COMPILER, args, { limit: 120_000 });
    if (compiled.code !== 0) throw new Error(`${name}.exe could not be built:\n${compiled.stderr}`);
  }
}
