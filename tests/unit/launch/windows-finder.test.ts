import { describe, expect, it } from 'vitest';
import { parseRegistry } from '../../../electron/launch/finders/registry.ts';
import { windowsFinder } from '../../../electron/launch/finders/windows.ts';
import { WINDOWS_PROGRAMS } from '../../../electron/launch/finders/windows-programs.ts';

const ENVIRONMENT = {
  Path: '.;C:\\tools;"C:\\with; semicolon";relative\\bin;\\rooted;D:\\empty\\',
  SystemRoot: 'C:\\Windows',
  ProgramFiles: 'C:\\Program Files',
  'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  LOCALAPPDATA: 'C:\\Users\\jürgen\\AppData\\Local',
};
const HKCU = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion';
const HKLM32 = 'HKEY_LOCAL_MACHINE\\Software\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion';

/** Finds `name` where only these files are, and these keys. */
async function find(
  name: string,
  files: readonly string[],
  keys: Readonly<Record<string, string>> = {},
  environment: Readonly<Record<string, string>> = {},
) {
  const looked: string[] = [];
  const finder = windowsFinder({
    environment: { ...ENVIRONMENT, ...environment },
    isThere: async (path) => {
      looked.push(path);
      return files.some((file) => file.toLowerCase() === path.toLowerCase());
    },
    exportKey: async (key) =>
      keys[key] === undefined ? null : `\uFEFFWindows Registry Editor Version 5.00\r\n\r\n${keys[key]}`,
  });
  return { path: await finder.program(name), looked };
}

describe('a program of Windows is found', () => {
  it.each([
    ['in PATH', 'putty', 'C:\\tools\\putty.exe'],
    ['in a folder of PATH with a semicolon', 'putty', 'C:\\with; semicolon\\putty.exe'],
    ['with the other extension', 'tool', 'C:\\tools\\tool.com'],
    ['by its whole name', 'MobaXterm.exe', 'C:\\tools\\MobaXterm.exe'],
    ['in the system’s folder', 'ssh', 'C:\\Windows\\System32\\OpenSSH\\ssh.exe'],
    ['in Program Files', 'winscp', 'C:\\Program Files (x86)\\WinSCP\\winscp.exe'],
    ['in LocalAppData', 'putty', 'C:\\Users\\jürgen\\AppData\\Local\\Programs\\PuTTY\\putty.exe'],
    ['as a Store alias', 'wt', 'C:\\Users\\jürgen\\AppData\\Local\\Microsoft\\WindowsApps\\wt.exe'],
    ['by its path', 'C:\\a b\\x.exe', 'C:\\a b\\x.exe'],
  ])('%s', async (_where, name, file) => {
    expect((await find(name, [file])).path).toBe(file);
  });

  it('by App Paths, by the list of installed programs, and there by its icon', async () => {
    const file = 'E:\\Öffentlich\\putty.exe';
    const appPaths = `[${HKCU}\\App Paths\\putty.exe]\r\n@="\\"E:\\\\Öffentlich\\\\putty.exe\\""\r\n`;
    expect((await find('putty', [file], { [`${HKCU}\\App Paths`]: appPaths })).path).toBe(file);
    const installed = (values: string) => ({ [`${HKLM32}\\Uninstall`]: `[${HKLM32}\\Uninstall\\{1}]\r\n${values}` });
    const named = '"DisplayName"="PuTTY release 0.81 (64-bit)"\r\n';
    expect((await find('putty', [file], installed(`${named}"InstallLocation"="E:\\\\Öffentlich\\\\"\r\n`))).path).toBe(
      file,
    );
    expect(
      (await find('putty', [file], installed(`${named}"DisplayIcon"="E:\\\\Öffentlich\\\\puttygen.exe,0"\r\n`))).path,
    ).toBe(file);
    const other = `"DisplayName"="PuTTYgen"\r\n"InstallLocation"="E:\\\\Öffentlich\\\\"\r\n`;
    expect((await find('putty', [file], installed(other))).path).toBeNull();
  });

  it('beside a portable copy of ours', async () => {
    const environment = { PORTABLE_EXECUTABLE_DIR: 'F:\\apps\\Toctoc' };
    for (const file of ['F:\\apps\\Toctoc\\PuTTY\\putty.exe', 'F:\\apps\\PuTTYPortable\\App\\putty\\putty.exe']) {
      expect((await find('putty', [file], {}, environment)).path).toBe(file);
      expect((await find('putty', [file])).path).toBeNull();
    }
  });
});

describe('nothing is taken', () => {
  it('from the current folder, nor from what is relative to it or to the current drive', async () => {
    const { path, looked } = await find('putty', ['putty.exe', 'relative\\bin\\putty.exe', '\\rooted\\putty.exe']);
    expect(path).toBeNull();
    expect(looked.filter((file) => !/^[A-Z]:\\/.test(file))).toEqual([]);
    for (const name of ['.\\putty.exe', 'relative\\putty.exe', '\\rooted\\putty.exe', 'C:putty.exe'])
      expect((await find(name, [name])).path).toBeNull();
  });

  it('that only a shell can start', async () => {
    const environment = { PATHEXT: '.COM;.EXE;.BAT;.CMD' };
    expect((await find('putty', ['C:\\tools\\putty.cmd', 'C:\\tools\\putty.bat'], {}, environment)).path).toBeNull();
    const appPaths = { [`${HKCU}\\App Paths`]: `[${HKCU}\\App Paths\\putty.exe]\r\n@="C:\\\\x.cmd"\r\n` };
    expect((await find('putty', ['C:\\x.cmd'], appPaths)).path).toBeNull();
  });
});

it('what we start has a place in the table', () => {
  expect(Object.keys(WINDOWS_PROGRAMS)).toEqual(
    expect.arrayContaining(['ssh', 'conhost', 'wt', 'putty', 'kitty', 'winscp', 'mstsc']),
  );
});

describe('an export of the registry', () => {
  it('is read with its escapes, kinds and long lines', () => {
    const utf16 = (text: string) =>
      [...Buffer.from(`${text}\0`, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0'));
    const bytes = utf16('%Root%\\ö');
    const text = [
      '\uFEFFWindows Registry Editor Version 5.00',
      '',
      '[HKEY_X\\A[1] b]',
      '@="C:\\\\a \\"b\\""',
      '"Name \\"q\\""="v"',
      '"dword"=dword:00000001',
      `"Expand"=hex(2):${bytes.slice(0, 7).join(',')},\\`,
      `  ${bytes.slice(7).join(',')}`,
      `"Text"=hex(1):${utf16('%Root%').join(',')}`,
      'junk',
    ].join('\r\n');
    const keys = parseRegistry(text, (value) => value.replace('%Root%', 'R:'));
    expect([...keys]).toEqual([
      [
        'hkey_x\\a[1] b',
        new Map([
          ['', 'C:\\a "b"'],
          ['name "q"', 'v'],
          ['expand', 'R:\\ö'],
          ['text', '%Root%'],
        ]),
      ],
    ]);
  });

  it.each(['', 'junk', '@="x"', '[', '[]', '[k]\r\n"a"="', '[k]\r\n@=hex(2):zz'])(
    '%j is no reason to stumble',
    (text) => {
      for (const values of parseRegistry(text, (value) => value).values()) expect([...values.values()]).toEqual([]);
    },
  );
});
