import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Electron, firstOf, fromOverride } from '../../../build/runtime/find-electron.ts';
import { downloadUrl, isRecent } from '../../../build/runtime/own-electron.ts';
import { isInRegistry } from '../../../build/runtime/registry-electron.ts';

describe('the order of the search', () => {
  const order = ['override', 'own', 'download', 'registry'] as const;

  /** Places of which only those named have an Electron; `asked` records who was asked. */
  function places(having: readonly string[], asked: string[]) {
    const place = (name: string) => async (): Promise<Electron | undefined> => {
      asked.push(name);
      return having.includes(name) ? { executable: `/${name}/electron`, line: name, fallbackVersion: null } : undefined;
    };
    return { registry: place('registry'), download: place('download'), own: place('own'), override: place('override') };
  }

  it.each(order.map((name, index) => ({ name, index })))('stops at $name', async ({ name, index }) => {
    const asked: string[] = [];
    const found = await firstOf(places(order.slice(index), asked));
    expect(found.line).toBe(name);
    expect(asked).toEqual(order.slice(0, index + 1));
  });

  it('says what to do when there is none', async () => {
    await expect(firstOf(places([], []))).rejects.toThrow(/ELECTRON_OVERRIDE_DIST_PATH/);
  });

  it.each([
    ['linux', 'x64', true],
    ['linux', 'arm64', false],
    ['darwin', 'x64', false],
    ['win32', 'x64', false],
  ] as const)('the registry serves %s-%s: %s', (platform, arch, served) => {
    expect(isInRegistry(platform, arch)).toBe(served);
  });
});

describe('ELECTRON_OVERRIDE_DIST_PATH', () => {
  const inFolder = { linux: 'electron', darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const name = Object.entries(inFolder).find(([platform]) => platform === process.platform)?.[1] ?? 'electron';
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'toctoc-override-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('names the version it found', async () => {
    const executable = join(folder, name);
    await mkdir(dirname(executable), { recursive: true });
    await writeFile(executable, '');
    await chmod(executable, 0o755);
    await writeFile(join(folder, 'version'), 'v40.1.2\n');
    const line = 'Electron 40.1.2, from ELECTRON_OVERRIDE_DIST_PATH';
    expect(await fromOverride(folder)).toEqual({ executable, line, fallbackVersion: '40.1.2' });
  });

  it('refuses a folder without an Electron, rather than looking elsewhere', async () => {
    await expect(fromOverride(folder)).rejects.toThrow(/not an executable file/);
  });

  it.each([undefined, ''])('is passed over when it is %j', async (value) => {
    expect(await fromOverride(value)).toBeUndefined();
  });
});

describe('a download that failed', () => {
  const hour = 3_600_000;
  const failure = { url: 'https://example.org/a.zip', at: 1000 * hour };

  it.each([
    ['an hour ago', failure.url, 1001 * hour, true],
    ['two days ago', failure.url, 1048 * hour, false],
    ['from elsewhere', 'https://example.org/b.zip', 1001 * hour, false],
    ['in the future, by a clock set back', failure.url, 999 * hour, false],
  ])('is remembered if it failed %s: %s at %i: %s', (_when, url, now, expected) => {
    expect(isRecent(failure, url, now)).toBe(expected);
  });

  it('is nothing to remember when none failed', () => {
    expect(isRecent(undefined, failure.url, failure.at)).toBe(false);
  });

  it('belongs to the mirror that was asked', () => {
    const file = `v45.0.0/electron-v45.0.0-${process.platform}-${process.arch}.zip`;
    expect(downloadUrl('45.0.0', {})).toBe(`https://github.com/electron/electron/releases/download/${file}`);
    expect(downloadUrl('45.0.0', { ELECTRON_MIRROR: 'https://mirror.example/' })).toBe(
      `https://mirror.example/${file}`,
    );
  });
});
