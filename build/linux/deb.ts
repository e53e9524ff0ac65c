import { chmod, copyFile, lstat, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../runtime/process.ts';
import type { FpmRequest } from './fpm-request.ts';

/** The control file, https://www.debian.org/doc/debian-policy/ch-controlfields.html. `kib`: installed size. */
export function controlFile(request: FpmRequest, kib: number): string {
  const { depends, recommends } = request;
  const lines = [
    `Package: ${request.name}`,
    `Version: ${request.version}`,
    `Architecture: ${request.architecture}`,
    `Maintainer: ${request.maintainer}`,
    `Installed-Size: ${kib}`,
    ...(depends.length > 0 ? [`Depends: ${depends.join(', ')}`] : []),
    ...(recommends.length > 0 ? [`Recommends: ${recommends.join(', ')}`] : []),
    `Section: ${request.category}`,
    'Priority: optional',
    `Homepage: ${request.url}`,
    `Description: ${request.summary}`,
    ...request.description.split('\n').map((line) => ` ${line === '' ? '.' : line}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Packs `root` with dpkg-deb. */
export async function buildDeb(request: FpmRequest, root: string, _work: string): Promise<void> {
  const control = join(root, 'DEBIAN');
  const bytes = await size(root);
  await mkdir(control, { mode: 0o755 });
  await writeFile(join(control, 'control'), controlFile(request, Math.ceil(bytes / 1024)));
  for (const [name, from] of [
    ['postinst', request.afterInstall],
    ['postrm', request.afterRemove],
  ] as const) {
    await copyFile(from, join(control, name));
    await chmod(join(control, name), 0o755);
  }
  const args = ['--root-owner-group', '-Zgzip', '-z1', '--build', root, request.output];
  const built = await run('dpkg-deb', args);
  if (built.code !== 0) throw new Error(`dpkg-deb failed:\n${built.stderr}`);
}

async function size(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) bytes += (await lstat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}
