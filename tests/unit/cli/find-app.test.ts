import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findApp, type Surroundings } from '../../../electron/cli/find-app.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'toctoc-find-app-'));
  for (const folder of ['out/main/chunks', 'build/runtime']) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['package.json', 'out/main/main.cjs', 'build/runtime/electron-path.ts'])
    writeFileSync(join(root, file), '');
});
afterAll(() => rmSync(root, { recursive: true }));

const find = (differs: Partial<Surroundings>) =>
  findApp({
    platform: 'linux',
    env: {},
    packaged: false,
    execPath: '/opt/Toctoc/toctoc',
    folder: join(root, 'out/main/chunks'),
    ask: async () => '/electron\n',
    ...differs,
  });

describe('the app of this command', () => {
  it('is itself where it is installed, by the file that lasts', async () => {
    expect(await find({ packaged: true })).toEqual({ file: '/opt/Toctoc/toctoc', args: [] });
    expect(await find({ packaged: true, env: { APPIMAGE: '/home/me/Toctoc.AppImage' } })).toMatchObject({
      file: '/home/me/Toctoc.AppImage',
    });
    expect(await find({ packaged: true, env: { PORTABLE_EXECUTABLE_FILE: 'E:\\Toctoc.exe' } })).toMatchObject({
      file: 'E:\\Toctoc.exe',
    });
  });

  it('is this package on the project’s Electron from source', async () => {
    const asked: string[] = [];
    const ask = async (script: string) => `/electron${asked.push(script)}\n`;
    expect(await find({ ask })).toEqual({ file: '/electron1', args: [root] });
    expect(asked).toEqual([join(root, 'build/runtime/electron-path.ts')]);
  });

  it.each([
    ['linux', 'electron'],
    ['darwin', 'Electron.app/Contents/MacOS/Electron'],
    ['win32', 'electron.exe'],
  ] as const)('runs on the Electron that was unpacked by hand on %s', async (platform, name) => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: '/unpacked' };
    expect(await find({ platform, env })).toEqual({ file: join('/unpacked', name), args: [root] });
  });

  it('is nowhere when nothing is built, or there is no Electron', async () => {
    expect(await find({ folder: tmpdir() })).toBeNull();
    expect(await find({ ask: async () => '' })).toBeNull();
  });
});
