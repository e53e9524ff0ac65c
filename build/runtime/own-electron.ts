import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from './process.ts';
import { cacheFolder, projectRoot } from './project.ts';

/** How long an unreachable download may hold us up (ms), and how long a reachable one may take. */
const REACH_LIMIT = 8_000;
const PROBE_LIMIT = 5_000;
const DOWNLOAD_LIMIT = 15 * 60_000;

/** A download that failed is not tried again for a day, so that every `npm start` does not pay for it. */
const RETRY_AFTER = 24 * 3_600_000;

const packageFolder = join(projectRoot, 'node_modules/electron');
const failureFile = join(cacheFolder, 'electron-download-failed.json');

/** The version of the `electron` package: the one that shipped builds use. */
export async function ownVersion(): Promise<string> {
  const text = await readFile(join(packageFolder, 'package.json'), 'utf8').catch(() => {
    throw new Error('node_modules holds no electron package: run "npm ci" first.');
  });
  const manifest: { version: string } = JSON.parse(text);
  return manifest.version;
}

/** The binary that the `electron` package has already downloaded, if it has. */
export async function installedExecutable(): Promise<string | undefined> {
  // path.txt is the last thing its installer writes: without it, dist/ is half unpacked.
  const name = await readFile(join(packageFolder, 'path.txt'), 'utf8').catch(() => undefined);
  if (name === undefined) return undefined;
  const executable = join(packageFolder, 'dist', name);
  return existsSync(executable) ? executable : undefined;
}

/**
 * Lets the `electron` package download its binary, as it would on first use. Where its server cannot be reached, this
 * gives up after seconds and remembers it (`node_modules/.cache/electron-download-failed.json`; delete it to try again).
 */
export async function downloadExecutable(say: (line: string) => void): Promise<string | undefined> {
  const version = await ownVersion();
  const url = downloadUrl(version, process.env);
  if (isRecent(await readFailure(), url, Date.now())) return undefined;

  say(`Downloading Electron ${version} …`);
  const unreachable = new AbortController();
  const deadline = setTimeout(() => unreachable.abort(), REACH_LIMIT);
  const behindProxy = process.env['HTTPS_PROXY'] !== undefined || process.env['https_proxy'] !== undefined;
  // Whatever it answers, a server that answers is worth waiting for. Our own fetch knows no proxy.
  const answered = behindProxy
    ? Promise.resolve()
    : fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_LIMIT) }).then(() => undefined);
  answered.then(
    () => clearTimeout(deadline),
    () => undefined,
  );
  const installed = await run(process.execPath, [join(packageFolder, 'install.js')], {
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    limit: DOWNLOAD_LIMIT,
    signal: unreachable.signal,
  });
  clearTimeout(deadline);
  if (installed.code === 0) return installedExecutable();
  await mkdir(dirname(failureFile), { recursive: true });
  await writeFile(failureFile, JSON.stringify({ url, at: Date.now() } satisfies Failure));
  return undefined;
}

/** A download that failed: from where, and when (ms since 1970). */
export interface Failure {
  readonly url: string;
  readonly at: number;
}

/** Whether a remembered failure still stands for this download. */
export function isRecent(failure: Failure | undefined, url: string, now: number): boolean {
  return failure !== undefined && failure.url === url && now >= failure.at && now - failure.at < RETRY_AFTER;
}

/** Where the package downloads from: GitHub, or the mirror that https://www.electronjs.org/docs/latest/tutorial/installation names. */
export function downloadUrl(version: string, env: NodeJS.ProcessEnv): string {
  const base = env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/';
  return new URL(`v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`, base).href;
}

async function readFailure(): Promise<Failure | undefined> {
  const text = await readFile(failureFile, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { url, at }: Partial<Failure> = JSON.parse(text);
    return typeof url === 'string' && typeof at === 'number' ? { url, at } : undefined;
  } catch {
    return undefined;
  }
}
