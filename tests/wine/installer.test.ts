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
const MACHINE = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';

const noStart: Seen = { file: '', argv: [] };

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
  // A stand-in may lie in the place of an old uninstaller: it wants to know where to write that it was started.
  const env = { TOCTOC_SEEN: windows.shared('uninstallers').windows };
  expect(await windows.run(programs.installer, ['/S', ...words], '', env)).toMatchObject({ status: 0 });
}

/** What of a person's own registry names the program: links, and the start at login. */
async function ownLinks(): Promise<string> {
  return `${await windows.query(`HKCU\\${LINKS}`)}${await windows.query(`HKCU\\${LOGIN}`)}`;
}

async function setOwnLinks(folder: string): Promise<void> {
  await windows.registry(`HKCU\\${LINKS}\\shell\\open\\command`, '', `"${folder}\\Toctoc.exe" "%1"`);
  await windows.registry(`HKCU\\${LOGIN}`, APP_ID, `"${folder}\\Toctoc.exe" --hidden`);
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
    expect(await windows.query(MACHINE)).toContain(`${folder}\\resources\\bin`);
    // A person's own would win over everybody's.
    expect(await windows.query(`HKCU\\${LINKS}`)).toBe('');
    expect(await windows.query('HKCU\\Environment')).toContain('C:\\mine');
    expect(await windows.query('HKCU\\Environment')).not.toContain('Toctoc');
    expect(await windows.query(`HKCU\\${LOGIN}`)).toContain(`"${folder}\\Toctoc.exe" --hidden`);
    expect(await windows.query(`HKCU\\${LOGIN}`)).not.toContain(installed());
    await setOwnLinks('D:\\stick');
    await uninstall(folder, '/allusers');
    expect(isThere(folder)).toBe(false);
    expect(await windows.query(MACHINE)).not.toContain('Toctoc');
    expect(await windows.query(`HKLM\\${LINKS}`)).toBe('');
    expect(await windows.query(`HKLM\\${PROGRAMS}`)).not.toContain('Toctoc');
    expect(count(await ownLinks(), 'D:\\stick')).toBe(2);
  });

  it('goes to another folder, for one person and for everybody, and leaves nothing that names the old one', async () => {
    const mine = ['C:\\Tools\\Toctoc', 'C:\\Other tools\\Toctoc'] as const;
    await install('/currentuser', `/D=${mine[0]}`);
    await setOwnLinks(mine[0]);
    await install('/currentuser', `/D=${mine[1]}`);
    expect(isThere(mine[0])).toBe(false);
    expect(await windows.query('HKCU\\Environment')).toContain(`C:\\mine;${mine[1]}\\resources\\bin`);
    expect(await windows.query('HKCU\\Environment')).not.toContain(mine[0]);
    expect(count(await ownLinks(), `"${mine[1]}\\Toctoc.exe"`)).toBe(2);
    await uninstall(mine[1], '/currentuser');

    const shared = ['C:\\Shared\\Toctoc', 'C:\\Shared\\2\\Toctoc'] as const;
    await install('/allusers', `/D=${shared[0]}`);
    // What the app writes once it runs: to the person, wherever it lies.
    await setOwnLinks(shared[0]);
    await install('/allusers', `/D=${shared[1]}`);
    expect(isThere(`${shared[0]}\\Toctoc.exe`)).toBe(false);
    expect(count(await windows.query(MACHINE), 'Toctoc')).toBe(1);
    expect(await windows.query(MACHINE)).toContain(`${shared[1]}\\resources\\bin`);
    expect(await windows.query(`HKCU\\${LINKS}`)).toBe('');
    expect(await windows.query(`HKCU\\${LOGIN}`)).toContain(`"${shared[1]}\\Toctoc.exe" --hidden`);
    await uninstall(shared[1], '/allusers');
  });

  it('takes nothing from an old copy that is still there, nor from another copy than the old one', async () => {
    const everybody = 'C:\\Program Files\\Toctoc';
    await install('/currentuser');
    await setOwnLinks(installed());
    // Says that it has done its work, as one that was broken or replaced would.
    await windows.standIn(`${installed()}\\Uninstall Toctoc.exe`);
    await install('/allusers');
    expect(isThere(`${installed()}\\Toctoc.exe`)).toBe(true);
    expect(count(await ownLinks(), installed())).toBe(2);
    expect(await windows.query('HKCU\\Environment')).toContain(`${installed()}\\resources\\bin`);

    // The old copy is gone by now, but what the person has chosen is a third one.
    await rm(windows.unix(installed()), { recursive: true });
    await setOwnLinks('D:\\stick');
    await install('/allusers');
    expect(count(await ownLinks(), '"D:\\stick\\Toctoc.exe"')).toBe(2);
    expect(await windows.query('HKCU\\Environment')).not.toContain('Toctoc');
    await uninstall(everybody, '/allusers');
    expect(isThere(everybody)).toBe(false);
  });
});

describeWith(['makensis'], 'the portable program', () => {
  /** Its starts so far that are written down whole, by the stand-in for the app inside. */
  const startsIn = (file: string): readonly Seen[] =>
    existsSync(file) ? (readFileSync(file, 'utf8').match(/.+\n/g) ?? []).map((line) => JSON.parse(line)) : [];

  it('runs from a folder of its own each time, which is gone with it, and knows the file it came in', async () => {
    const seen = windows.shared('seen');
    const asWindows = `Z:${programs.portable.replaceAll('/', '\\')}`;
    for (const _ of [1, 2]) {
      const ended = await windows.run(programs.portable, ['--hidden', 'a b'], '', { TOCTOC_SEEN: seen.windows });
      expect(ended).toMatchObject({ status: 0 });
    }
    const starts = startsIn(seen.unix);
    expect(starts).toHaveLength(2);
    for (const { file, argv, portable } of starts) {
      expect(file).toMatch(/\\Toctoc\.exe$/);
      expect(argv).toEqual(['--hidden', 'a b']);
      expect(portable).toBe(asWindows);
      expect(isThere(file)).toBe(false);
    }
    expect(starts[0]?.file).not.toBe(starts[1]?.file);
  });

  it('keeps all its files while it is started once more, and that start ends, in a folder for temporary files with a space in its name', async () => {
    await write('C:\\Jean Dupont\\is-here.txt', '');
    for (const name of ['TEMP', 'TMP']) await windows.registry('HKCU\\Environment', name, 'C:\\Jean Dupont');
    const seen = windows.shared('seen-at-once');
    const goOn = windows.shared('go-on');
    const env = { TOCTOC_SEEN: seen.windows };
    let isOver = false;
    const first = windows.run(programs.portable, ['first'], '', { ...env, TOCTOC_STAY: goOn.windows }).finally(() => {
      isOver = true;
    });
    await expect.poll(() => startsIn(seen.unix)).toHaveLength(1);
    expect(await windows.run(programs.portable, ['second'], '', env)).toMatchObject({ status: 0 });
    const [one = noStart, two = noStart] = startsIn(seen.unix);
    expect([one.argv, two.argv]).toEqual([['first'], ['second']]);
    expect(two.file).not.toBe(one.file);
    expect(one.file).toMatch(/^C:\\Jean Dupont\\/);
    expect(isThere(two.file)).toBe(false);
    const folder = one.file.replace(/\\[^\\]*$/, '');
    const files = ['Toctoc.exe', 'resources\\app.asar', 'resources\\bin\\toctoc.exe'].map(
      (name) => `${folder}\\${name}`,
    );
    expect(files.filter(isThere)).toEqual(files);
    expect(isOver).toBe(false);
    await writeFile(goOn.unix, '');
    expect(await first).toMatchObject({ status: 0 });
    expect(files.filter(isThere)).toEqual([]);
  });
});
