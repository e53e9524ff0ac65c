import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { run } from '../runtime/process.ts';
import { projectRoot } from '../runtime/project.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Writes what Linux packages install beside the app, into `dist/share`: completions and the manual page. */
export async function writeShare(): Promise<void> {
  const share = join(projectRoot, 'dist/share');
  await mkdir(join(share, 'completions'), { recursive: true });
  await mkdir(join(share, 'man'), { recursive: true });
  for (const shell of SHELLS) {
    const made = await run(process.execPath, [join(projectRoot, 'out/main/toctoc.js'), 'completion', shell]);
    if (made.code !== 0) throw new Error(`toctoc completion ${shell} failed:\n${made.stderr}`);
    await writeFile(join(share, 'completions', shell), made.stdout);
  }
  const manual = await readFile(join(projectRoot, 'build/linux/toctoc.1'));
  // No time and no name inside, so that the same page gives the same file.
  await writeFile(join(share, 'man/toctoc.1.gz'), gzipSync(manual, { level: 9 }));
}
