import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../runtime/process.ts';
import type { FpmRequest } from './fpm-request.ts';

/** A spec file, https://rpm-software-management.github.io/rpm/manual/spec.html, for files that are built already. */
export function specFile(request: FpmRequest, files: readonly string[], after: { install: string; remove: string }) {
  // `%` begins a macro.
  const plain = (text: string) => text.replaceAll('%', '%%');
  return `${[
    '%define _build_id_links none',
    '%define _binary_payload w1.gzdio',
    '%global __os_install_post %{nil}',
    `Name: ${request.name}`,
    `Version: ${request.version}`,
    'Release: 1',
    `Summary: ${plain(request.summary)}`,
    `License: ${request.license}`,
    `Vendor: ${plain(request.vendor)}`,
    `URL: ${request.url}`,
    `Packager: ${plain(request.maintainer)}`,
    'AutoReqProv: no',
    ...request.depends.map((name) => `Requires: ${name}`),
    '',
    '%description',
    plain(request.description),
    '',
    '%post',
    plain(after.install),
    '%postun',
    plain(after.remove),
    '%files',
    '%dir /opt/Toctoc',
    ...files.map((file) => `"${plain(file)}"`),
  ].join('\n')}\n`;
}

/** Packs `root` with rpmbuild. */
export async function buildRpm(request: FpmRequest, root: string, work: string): Promise<void> {
  const listed = await run('find', [root, '(', '-type', 'f', '-o', '-type', 'l', ')', '-printf', '/%P\\n']);
  const files = listed.stdout.trim().split('\n').sort();
  const after = {
    install: await readFile(request.afterInstall, 'utf8'),
    remove: await readFile(request.afterRemove, 'utf8'),
  };
  const spec = join(work, 'toctoc.spec');
  await writeFile(spec, specFile(request, files, after));
  const defines = [`_topdir ${work}/rpmbuild`, `_rpmdir ${work}/rpms`, '_rpmfilename toctoc.rpm'];
  const args = ['-bb', '--target', request.architecture, '--buildroot', root, '--noclean'];
  const built = await run('rpmbuild', [...args, ...defines.flatMap((define) => ['--define', define]), spec]);
  if (built.code !== 0) throw new Error(`rpmbuild failed:\n${built.stderr}`);
  await rename(join(work, 'rpms/toctoc.rpm'), request.output).catch(async () => {
    const copied = await run('cp', [join(work, 'rpms/toctoc.rpm'), request.output]);
    if (copied.code !== 0) throw new Error(copied.stderr);
  });
}
