import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchTarget } from '../../shared/model/launch.ts';
import { target } from '../unit/launch/target.ts';
import { asProgramsRead, asWindowsTerminalReads } from '../unit/launch/windows-terminal.ts';
import type { Case, Report, Seen } from './support/cases.ts';
import { Windows } from './support/windows.ts';

const CURRENT = 'Software\\Microsoft\\Windows\\CurrentVersion';
const ADDRESS = '192.0.2.7';
/** Where each stand-in lies, and so how it has to be found. */
const PLACES = {
  ssh: 'C:\\in PATH; ö\\ssh.exe',
  conhost: 'C:\\in PATH; ö\\conhost.exe',
  wt: 'C:\\users\\ann\\AppData\\Local\\Microsoft\\WindowsApps\\wt.exe',
  putty: 'C:\\Prögrams\\by App Paths\\putty.exe',
  kitty: 'C:\\sticks\\KiTTY\\kitty.exe',
  winscp: 'C:\\Prögrams\\ by list (x86)\\winscp.exe',
  // In the letters that Wine writes it with: below it is a file system that tells them apart.
  mstsc: 'C:\\windows\\system32\\mstsc.exe',
  filezilla: 'C:\\Program Files\\FileZilla FTP Client\\filezilla.exe',
  fails: 'C:\\in PATH; ö\\fails3.exe',
} as const;
/** Would each do something else than record, and none may ever be started. */
const DECOYS = ['C:\\decoys\\putty.bat', 'C:\\decoys\\putty.cmd', 'C:\\decoys\\ssh.cmd', 'C:\\decoys\\wt.js'];

const AWKWARD = '%PATH% ^&|<> "q" \\"r\\" ü€ C:\\dir\\';
/** What a command line of Windows could end, join or leave out. */
const ENDINGS = [
  '',
  '\\',
  'a b\\',
  'a\\\\"b',
  '"',
  '""',
  '" "',
  '  ',
  '\u00a0',
  '日本 😀',
  '!x!',
  '/?',
  '--%',
  '\u202e',
];
const KEY = 'C:\\my kéys\\%PATH% ^&<>|;\\';
const hostile = { ...target('server'), name: `Büro & calc.exe | "x"; %PATH% \\` };

const launch = (fields: Partial<LaunchTarget>, port = 22): Case => ({
  source: { ...hostile, door: { port, check: true }, launch: target('server', fields).launch },
  address: ADDRESS,
});
const custom = (command: string): Case => launch({ client: 'custom', command, user: 'CORP\\ann', identityFile: KEY });

const named = ['-o', `HostName=${ADDRESS}`, '-o', 'HostKeyAlias=server', '-p', '22'];
/** Each launch, where it must go, and with which arguments; for Windows Terminal those it would give to the command. */
const CASES: readonly {
  readonly name: string;
  readonly make: Case;
  readonly file: string;
  readonly argv: readonly string[];
}[] = [
  {
    name: 'OpenSSH in a console',
    make: launch({
      terminal: 'console',
      user: 'CORP\\ann',
      identityFile: 'C:\\my kéys\\^&<>|;\\',
      options: '-A -o "SetEnv A=%"',
    }),
    file: PLACES.conhost,
    argv: [
      PLACES.ssh,
      ...named,
      '-l',
      'CORP\\ann',
      '-i',
      'C:\\my kéys\\^&<>|;\\',
      '-A',
      '-o',
      'SetEnv A=%',
      '--',
      'server',
    ],
  },
  {
    name: 'OpenSSH in a console through a jump host',
    make: launch({ terminal: 'console', jumpHost: 'CORP\\bob@jump' }, 2222),
    file: PLACES.conhost,
    argv: [PLACES.ssh, '-J', 'CORP\\bob@jump:2222', '--', 'server'],
  },
  {
    name: 'PuTTY',
    make: launch({ client: 'putty', session: AWKWARD, user: 'CORP\\ann', identityFile: KEY }, 2222),
    file: PLACES.putty,
    argv: ['-load', AWKWARD, '-ssh', '-loghost', 'server:2222', '-P', '2222', '-l', 'CORP\\ann', '-i', KEY, ADDRESS],
  },
  {
    name: 'KiTTY',
    make: { ...launch({ client: 'kitty', identityFile: KEY }), environment: { PORTABLE_EXECUTABLE_DIR: 'C:\\sticks' } },
    file: PLACES.kitty,
    argv: ['-ssh', '-loghost', 'server:22', '-P', '22', '-i', KEY, ADDRESS],
  },
  {
    name: 'WinSCP',
    make: launch({ client: 'winscp', user: 'CORP\\ann', identityFile: KEY }, 2222),
    file: PLACES.winscp,
    argv: ['sftp://CORP%5Cann@server:2222/', `/privatekey=${KEY}`],
  },
  {
    name: 'Remote Desktop',
    make: launch({ client: 'mstsc' }, 3389),
    file: PLACES.mstsc,
    argv: ['/v:server:3389'],
  },
  {
    name: 'a custom command in Program Files',
    make: custom('filezilla --title={name} {key} "a b" \'"\' \\ {{x}} sftp://{user}@{host}:{port}'),
    file: PLACES.filezilla,
    argv: [`--title=${hostile.name}`, KEY, 'a b', '"', '\\', '{x}', 'sftp://CORP%5Cann@server:22'],
  },
  {
    name: 'a custom command by its path',
    make: custom(`"${PLACES.ssh}" "%PATH% & calc.exe" ^ {name} ${ENDINGS.map((word) => `'${word}'`).join(' ')}`),
    file: PLACES.ssh,
    argv: ['%PATH% & calc.exe', '^', hostile.name, ...ENDINGS],
  },
];

let windows: Windows;
let report: Report;
let seen: readonly Seen[];
/** What Wine had to say of it. */
let said: string;
const others: Readonly<Record<string, Case>> = {
  terminal: launch({ terminal: 'windows-terminal', terminalProfile: 'Übuntu; 24.04', identityFile: 'C:\\my; kéys\\' }),
  percent: launch({ terminal: 'windows-terminal', identityFile: KEY }),
  ends: custom('fails3 {name}'),
  broken: custom('C:\\broken.exe {name}'),
  script: custom('C:\\decoys\\putty.bat {name}'),
  gone: custom('C:\\gone.exe {name}'),
  // A shell's script, were the dot or the space taken off its name's end, as Windows does in most places.
  dot: custom('"C:\\decoys\\putty.bat." {name}'),
  space: custom('"C:\\decoys\\putty.cmd " {name}'),
  quote: launch({ client: 'winscp', identityFile: 'C:\\a" /command "call calc.exe' }),
  hop: launch({ terminal: 'console', jumpHost: 'evil.example,ann@jump' }),
};
const otherNames = Object.keys(others);
const resultOf = (name: string) => report.results[CASES.length + otherNames.indexOf(name)];

beforeAll(async () => {
  windows = await Windows.make();
  for (const place of Object.values(PLACES)) await windows.standIn(place);
  for (const decoy of DECOYS) await windows.file(decoy, '@echo run > C:\\decoy-was-run.txt\r\n');
  await windows.file('C:\\broken.exe', 'not a program');
  const appPaths = `HKCU\\${CURRENT}\\App Paths\\putty.exe`;
  await windows.registry(appPaths, '', '%ToctocPrograms%\\by App Paths\\putty.exe', 'REG_EXPAND_SZ');
  const listed = 'HKLM\\Software\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\winscp3_is1';
  await windows.registry(listed, 'DisplayName', 'WinSCP 6.3.1');
  await windows.registry(listed, 'InstallLocation', 'C:\\Prögrams\\ by list (x86)\\');

  const log = windows.shared('seen.jsonl');
  const input = windows.shared('cases.json');
  const output = windows.shared('report.json');
  writeFileSync(input.unix, JSON.stringify([...CASES.map(({ make }) => make), ...Object.values(others)]));
  said = await windows.node(join(import.meta.dirname, 'support/driver.ts'), [input.windows, output.windows], {
    TOCTOC_SEEN: log.windows,
    ToctocPrograms: 'C:\\Prögrams',
    WINEPATH: 'C:\\decoys;"C:\\in PATH; ö"',
  });
  report = JSON.parse(readFileSync(output.unix, 'utf8'));
  const lines = readFileSync(log.unix, 'utf8').trim().split('\n');
  seen = lines.map((line): Seen => JSON.parse(line));
});
afterAll(() => windows?.remove());

const startsOf = (file: string) => seen.filter((one) => one.file.toLowerCase() === file.toLowerCase());

describe('the launcher on Windows, under Wine', () => {
  it('runs there', () => {
    expect(report.platform).toBe('win32');
    expect(report.results).toHaveLength(CASES.length + otherNames.length);
  });

  it('finds each client in its own way', () => {
    expect(report.detected.map(({ id }) => id)).toEqual(['windows-terminal', 'console', 'putty', 'winscp', 'mstsc']);
  });

  it.each(CASES)('$name: every argument arrives as it was meant', ({ name, file, argv }) => {
    const index = CASES.findIndex((one) => one.name === name);
    expect(report.results[index]).toMatchObject({ ok: true });
    expect(startsOf(file).map((one) => one.argv)).toContainEqual(argv);
  });

  it('Windows Terminal: its options, then the command, whole', () => {
    expect(resultOf('terminal')).toEqual({ ok: true, value: { client: 'Windows Terminal' } });
    const [start] = startsOf(PLACES.wt);
    const read = asWindowsTerminalReads(start?.argv ?? []);
    expect(read.commands).toBe(1);
    expect(read.options).toEqual(['new-tab', '-p', 'Übuntu; 24.04', '--title', `Toctoc: ${hostile.name}`]);
    expect(asProgramsRead(read.line)).toEqual([PLACES.ssh, ...named, '-i', 'C:\\my; kéys\\', '--', 'server']);
  });
});

describe('what did not start is told, with its path', () => {
  it.each([
    ['ends', { code: 'launch-ended', params: { path: PLACES.fails, status: 3 } }],
    ['broken', { code: 'launch-failed', params: { path: 'C:\\broken.exe' } }],
    ['script', { code: 'launch-failed', params: { path: 'C:\\decoys\\putty.bat' } }],
    ['dot', { code: 'command-not-found', params: { program: 'C:\\decoys\\putty.bat.' } }],
    ['space', { code: 'command-not-found', params: { program: 'C:\\decoys\\putty.cmd ' } }],
    ['quote', { code: 'identity-file-characters', field: 'launch.identityFile' }],
    ['hop', { code: 'jump-host-several', field: 'launch.jumpHost' }],
    ['gone', { code: 'command-not-found', params: { program: 'C:\\gone.exe' } }],
    ['percent', { code: 'launch-expands', params: { client: 'Windows Terminal', text: '%PATH%' } }],
  ])('%s', (name, problem) => {
    expect(resultOf(name), `${JSON.stringify(resultOf(name))}; Wine: ${said}`).toMatchObject({
      ok: false,
      problems: [problem],
    });
  });
});

it('nothing else was executed', () => {
  // The failing one is started too, and Windows Terminal; everything else here is a launch of its own.
  expect(seen.map(({ file }) => file.toLowerCase()).sort()).toEqual(
    [...CASES.map(({ file }) => file), PLACES.wt, PLACES.fails].map((file) => file.toLowerCase()).sort(),
  );
  expect(existsSync(windows.unix('C:\\decoy-was-run.txt'))).toBe(false);
});
