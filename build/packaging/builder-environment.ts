import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../runtime/process.ts';
import { projectRoot } from '../runtime/project.ts';

/** What electron-builder takes from the environment, and how to clean up behind it. */
export interface BuilderEnvironment {
  readonly variables: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
}

/**
 * For a machine without GitHub: the system's own tools in place of those that electron-builder would download. 7-Zip for
 * archives and, for deb and rpm, a stand-in for fpm over dpkg-deb and rpmbuild (build/linux/fpm.ts), all of them quick
 * rather than thorough. What the caller has set already stays.
 */
export async function builderEnvironment(env: NodeJS.ProcessEnv = process.env): Promise<BuilderEnvironment> {
  const folder = await mkdtemp(join(tmpdir(), 'toctoc-package-'));
  const variables: Record<string, string> = {};
  const offer = (name: string, value: string | null): void => {
    if (value !== null && !env[name]) variables[name] = value;
  };
  offer('ELECTRON_BUILDER_COMPRESSION_LEVEL', '1');
  offer('ELECTRON_BUILDER_7ZIP_PATH', await firstOnPath(['7za', '7zz', '7z']));
  if (process.platform === 'linux') {
    const fpm = join(folder, 'fpm');
    await writeFile(fpm, `#!/bin/sh\nexec '${process.execPath}' '${join(projectRoot, 'build/linux/fpm.ts')}' "$@"\n`);
    await chmod(fpm, 0o755);
    offer('CUSTOM_FPM_PATH', fpm);
  }
  return { variables, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function firstOnPath(names: readonly string[]): Promise<string | null> {
  if (process.platform === 'win32') return null;
  for (const name of names) {
    const { code, stdout } = await run('/bin/sh', ['-c', `command -v ${name}`]);
    if (code === 0) return stdout.trim();
  }
  return null;
}
