import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { APP_ID } from '../../electron/system/app-id.ts';
import { describeWith } from '../support/needs.ts';
import type { Seen } from './support/cases.ts';
import { type Installers, makeInstallers } from './support/installers.ts';
import { Windows } from './support/windows.ts';

const LINKS = 'Software\\Classes\\toctoc';
const LOGIN = 'Software\\Microsoft\\Windows\\CurrentVersion\\Run';
const PROGRAMS = 'Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

let windows: Windows;
let programs: Installers;
let home: string;

const installed = () => `${home}\\AppData\\Local\\Programs\\Toctoc`;
const isThere = (path: string) => existsSync(windows.unix(path));
const count = (text: string, part: string) => text.toLowerCase().split(part.toLowerCase()).length - 1;

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(windows.unix(path)), { recursive: true });
  await writeFile(windows.unix(path), text);
}

async function install(...words: readonly string[]): Promise<void> {
  expect(await windows.run(programs.installer, ['/S', ...words])).toMatchObject({ status: 0 });
}

async function uninstall(folder: string, ...words: readonly string[]): Promise<void> {
  expect(await windows.run(`${folder}\\Uninstall Toctoc.exe`, ['/S', ...words])).toMatchObject({ status: 0 });
  await windows.settled();
}

beforeAll(async () => {
  windows = await Windows.make();
  programs = await makeInstallers(windows);
  const [user = ''] = (await readdir(windows.unix('C:\\users\\'))).filter((name) => name !== 'Public');
  home = `C:\\users\\${user}`;
});
afterAll(() => windows.remove());

describeWith(['makensis'], 'the installer', () => {
  it('installs for one person: the program, a shortcut, the command on the PATH, links', async () => {
    await windows.registry('HKCU\\Environment', 'Path', 'C:\\mine', 'REG_EXPAND_SZ');
    await install('/currentuser');
    expect(isThere(`${installed()}\\Toctoc.exe`)).toBe(true);
    expect(isThere(`${installed()}\\resources\\bin\\toctoc.exe`)).toBe(true);
    expect(isThere(`${home}\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Toctoc.lnk`)).toBe(true);
    expect(await windows.query('HKCU\\Environment')).toContain(`C:\\mine;${installed()}\\resources\\bin`);
    const links = await windows.query(`HKCU\\${LINKS}`);
    expect(links).toContain('URL Protocol');
    expect(links).toContain(`"${installed()}\\Toctoc.exe" "%1"`);
    expect(await windows.query(`HKCU\\${PROGRAMS}`)).toContain('Toctoc');
    expect(await windows.query(`HKLM\\${PROGRAMS}`)).not.toContain('Toctoc');
    expect(await windows.query(`HKLM\\${LINKS}`)).toBe('');
  });

  it('puts a newer version in the place of the old one, and keeps the data, the PATH and the start at login', async () => {
    await write(`${home}\\AppData\\Roaming\\Toctoc\\profiles.json`, 'mine');
    await write(`${installed()}\\resources\\of-the-old-version.txt`, 'old');
    await windows.registry(`HKCU\\${LOGIN}`, APP_ID, `"${installed()}\\Toctoc.exe" --hidden`);
    await install('/currentuser', '--updated');
    expect(isThere(`${installed()}\\Toctoc.exe`)).toBe(true);
    expect(isThere(`${installed()}\\resources\\of-the-old-version.txt`)).toBe(false);
    expect(readFileSync(windows.unix(`${home}\\AppData\\Roaming\\Toctoc\\profiles.json`), 'utf8')).toBe('mine');
    expect(count(await windows.query('HKCU\\Environment'), 'Toctoc')).toBe(1);
    expect(await windows.query(`HKCU\\${LINKS}`)).toContain('"%1"');
    expect(await windows.query(`HKCU\\${LOGIN}`)).toContain(APP_ID);
  });

  it('is taken off without a trace: only the data stays, and what is not its own', async () => {
    await windows.registry(`HKCU\\${LOGIN}`, 'another', '"C:\\another.exe"');
    await write(`${home}\\AppData\\Local\\toctoc-updater\\installer.exe`, 'of the last update');
    await uninstall(installed(), '/currentuser');
    expect(isThere(installed())).toBe(false);
    expect(isThere(`${home}\\AppData\\Local\\toctoc-updater`)).toBe(false);
    expect(isThere(`${home}\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Toctoc.lnk`)).toBe(false);
    expect(isThere(`${home}\\AppData\\Roaming\\Toctoc\\profiles.json`)).toBe(true);
    const environment = await windows.query('HKCU\\Environment');
    expect(environment).toContain('C:\\mine');
    expect(environment).not.toContain('Toctoc');
    const login = await windows.query(`HKCU\\${LOGIN}`);
    expect(login).toContain('another');
    expect(login).not.toContain(APP_ID);
    expect(await windows.query(`HKCU\\${LINKS}`)).toBe('');
    // Whatever else: no value of this person's names it.
    expect(count(readFileSync(windows.unix('C:\\..\\user.reg'), 'latin1'), 'Toctoc')).toBe(0);
  });

  it('goes from one person to everybody, with the start at login, and leaves links of another copy alone', async () => {
    const folder = 'C:\\Program Files\\Toctoc';
    await install('/currentuser');
    expect(await windows.query(`HKCU\\${LINKS}`)).toContain(installed());
    await windows.registry(`HKCU\\${LOGIN}`, APP_ID, `"${installed()}\\Toctoc.exe" --hidden`);
    await install('/allusers');
    expect(isThere(`${folder}\\Toctoc.exe`)).toBe(true);
    expect(isThere(`${installed()}\\Toctoc.exe`)).toBe(false);
    expect(await windows.query(`HKLM\\${LINKS}`)).toContain(`"${folder}\\Toctoc.exe" "%1"`);
    const machine = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';
    expect(await windows.query(machine)).toContain(`${folder}\\resources\\bin`);
    // A person's own would win over everybody's.
    expect(await windows.query(`HKCU\\${LINKS}`)).toBe('');
    expect(await windows.query('HKCU\\Environment')).toContain('C:\\mine');
    expect(await windows.query('HKCU\\Environment')).not.toContain('Toctoc');
    expect(await windows.query(`HKCU\\${LOGIN}`)).toContain(`"${folder}\\Toctoc.exe" --hidden`);
    expect(await windows.query(`HKCU\\${LOGIN}`)).not.toContain(installed());
    await windows.registry(`HKCU\\${LINKS}\\shell\\open\\command`, '', '"D:\\stick\\Toctoc.exe" "%1"');
    await windows.registry(`HKCU\\${LOGIN}`, APP_ID, '"D:\\stick\\Toctoc.exe" --hidden');
    await uninstall(folder, '/allusers');
    expect(isThere(folder)).toBe(false);
    expect(await windows.query(machine)).not.toContain('Toctoc');
    expect(await windows.query(`HKLM\\${LINKS}`)).toBe('');
    expect(await windows.query(`HKLM\\${PROGRAMS}`)).not.toContain('Toctoc');
    expect(await windows.query(`HKCU\\${LINKS}`)).toContain('D:\\stick');
    expect(await windows.query(`HKCU\\${LOGIN}`)).toContain('D:\\stick');
  });
});

describeWith(['makensis'], 'the portable program', () => {
  it('runs from a folder of its own each time, which is gone with it, and knows the file it came in', async () => {
    const seen = windows.shared('seen');
    const asWindows = `Z:${programs.portable.replaceAll('/', '\\')}`;
    for (const _ of [1, 2]) {
      const ended = await windows.run(programs.portable, ['--hidden', 'a b'], '', { TOCTOC_SEEN: seen.windows });
      expect(ended).toMatchObject({ status: 0 });
    }
    const starts: readonly Seen[] = readFileSync(seen.unix, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(starts).toHaveLength(2);
    for (const { file, argv, portable } of starts) {
      expect(file).toMatch(/\\Toctoc\.exe$/);
      expect(argv).toEqual(['--hidden', 'a b']);
      expect(portable).toBe(asWindows);
      expect(isThere(file)).toBe(false);
    }
    expect(starts[0]?.file).not.toBe(starts[1]?.file);
    await rm(seen.unix);
  });
});
