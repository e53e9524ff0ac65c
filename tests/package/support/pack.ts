import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageApp } from '../../../build/packaging/package-app.ts';
import { projectRoot } from '../../../build/runtime/project.ts';

/** Where electron-builder left the program that is put into every package. */
export const unpacked = join(projectRoot, 'dist/linux-unpacked');

/** `npm run test:long` builds the further kinds of package as well. */
export const isLong = process.env['TOCTOC_LONG'] === '1';

/** The file of this kind that was packed for these tests. */
export function packed(extension: 'deb' | 'rpm' | 'tar.gz' | 'zip'): string {
  const name = readdirSync(join(projectRoot, 'dist')).find((file) => file.endsWith(`.${extension}`));
  if (name === undefined) throw new Error(`no .${extension} was packed`);
  return join(projectRoot, 'dist', name);
}

/** Packs once, before all files of this suite. */
export async function setup(): Promise<void> {
  rmSync(join(projectRoot, 'dist'), { recursive: true, force: true });
  const targets = isLong ? ['deb', 'rpm', 'tar.gz', 'zip'] : ['deb'];
  await packageApp({ targets, publish: false }, console.log);
}
