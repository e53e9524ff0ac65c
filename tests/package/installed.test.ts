import { execFileSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProfile, steps } from '../fakes/profiles.ts';
import { STOCK } from '../lab/support/doors.ts';
import { Lab, SERVER } from '../lab/support/lab.ts';
import { asUser, parsePasswd } from '../support/e2e-user.ts';
import { packed } from './support/pack.ts';
import { Program } from './support/program.ts';

const lab = Lab.current();
const user = parsePasswd(
  execFileSync('getent', ['passwd', process.env['TOCTOC_E2E_USER'] ?? ''], { encoding: 'utf8' }),
);
const home = mkdtempSync(join(tmpdir(), 'toctoc-home-'));
const data = join(home, '.config/Toctoc');
const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: '', TOCTOC_HOME: undefined, LANG: 'en_US.UTF-8' };
/** Without waiting for the disk: these files do not have to outlive a power cut. */
const dpkg = (...args: readonly string[]) =>
  execFileSync('dpkg', ['--force-unsafe-io', ...args], { encoding: 'utf8', stdio: 'pipe' });

/** As somebody at a terminal of that user. */
function command(...words: readonly [string, ...string[]]): { readonly status: number; readonly out: string } {
  const [file, ...args] = asUser(user, words);
  try {
    return { status: 0, out: execFileSync(file, args, { env, encoding: 'utf8', stdio: 'pipe', timeout: 120_000 }) };
  } catch (error) {
    const ended: { status?: number | null; stdout?: string; stderr?: string } = error as never;
    return { status: ended.status ?? -1, out: `${ended.stdout}${ended.stderr}` };
  }
}

/** The session's keyring, which is not found by the desktop's name because there is no desktop. */
const KEYRING = '--password-store=gnome-libsecret';

/** The installed program with its window. */
function start(): Promise<Program> {
  const noSandbox = process.env['TOCTOC_E2E_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : [];
  return Program.start(asUser(user, ['/opt/Toctoc/toctoc', '--disable-gpu', KEYRING, ...noSandbox]), env, data);
}

/** An older package: this one under a lower version, with a file that newer ones have no more. */
function olderPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'toctoc-older-'));
  execFileSync('dpkg-deb', ['--raw-extract', packed('deb'), join(folder, 'root')]);
  const control = join(folder, 'root/DEBIAN/control');
  writeFileSync(control, readFileSync(control, 'utf8').replace(/^Version: .*$/m, 'Version: 0.0.1~test'));
  writeFileSync(join(folder, 'root/opt/Toctoc/resources/gone-in-newer'), '');
  execFileSync('dpkg-deb', ['--root-owner-group', '-Znone', '--build', join(folder, 'root'), join(folder, 'old.deb')]);
  return join(folder, 'old.deb');
}

beforeAll(async () => {
  if (user === undefined) throw new Error('needs the user of the end-to-end tests');
  mkdirSync(data, { recursive: true });
  // As the first version wrote it: the installed program has to bring it up to date.
  const profile = aProfile({
    id: 'lab',
    name: 'The lab',
    host: SERVER.clean4,
    sequence: [...steps('7000 8000 9000')],
    serverKind: 'knockd',
    launch: { ...aProfile().launch, client: 'none' },
  });
  writeFileSync(join(data, 'profiles.json'), JSON.stringify({ version: 1, profiles: [profile], deleted: [] }));
  for (const path of [home, join(home, '.config'), data, join(data, 'profiles.json')])
    chownSync(path, user.uid, user.gid);
  await lab.knockd(STOCK);
});
afterAll(async () => {
  await lab.stopKnockd();
  rmSync(home, { recursive: true, force: true });
});

describe('the deb, from installing to purging', () => {
  let program: Program;
  let saved = '';

  it('installs', () => {
    const older = olderPackage();
    dpkg('--install', older);
    rmSync(join(older, '..'), { recursive: true });
    expect(dpkg('--status', 'toctoc')).toMatch(/^Status: install ok installed$/m);
    expect(command('toctoc', '--version').out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('knocks from the command line of a user without Node, and leaves no trace of Chromium', async () => {
    await lab.firewall('drop');
    const knock = ['toctoc', 'knock', '-w', '22', '--server', 'knockd', SERVER.clean4, '7000', '8000', '9000'];
    expect(command('env', 'PATH=/usr/bin:/bin', ...knock)).toMatchObject({ status: 0 });
    expect(readdirSync(data)).toEqual(['profiles.json']);
    expect(command('toctoc', 'nonsense').status).toBe(2);
    const piped = command('sh', '-c', 'printf x | toctoc connect "$@" | head -c 7', 'sh', SERVER.clean4, '22');
    expect(piped.out).toBe('SSH-2.0');
  });

  it('starts for an ordinary user, its page in the real sandbox', async () => {
    program = await start();
    await program.page.getByRole('button', { name: 'New profile' }).first().waitFor();
    expect(program.page.url()).toBe('app://ui/index.html');
    if (process.env['TOCTOC_E2E_NO_SANDBOX'] === '1') return;
    const pages = readdirSync('/proc').filter((pid) => {
      const words = /^\d+$/.test(pid) && existsSync(`/proc/${pid}/cmdline`) ? read(`/proc/${pid}/cmdline`) : '';
      return words.startsWith('/opt/Toctoc/toctoc') && words.includes('--type=renderer');
    });
    expect(pages).toHaveLength(1);
    const status = read(`/proc/${pages[0]}/status`);
    expect(status).toMatch(/^Seccomp:\s+2$/m);
    expect(
      status
        .match(/^NSpid:(.*)$/m)?.[1]
        ?.trim()
        .split(/\s+/).length,
    ).toBeGreaterThan(1);
    expect(status).toMatch(new RegExp(`^Uid:\\s+${user?.uid}\\s`, 'm'));
  });

  it('knocks the lab: by a click, and by the command through the running app', async () => {
    await lab.firewall('drop');
    const { page } = program;
    await page.getByText('The lab').first().click();
    await page.getByRole('button', { name: 'Knock', exact: true }).click();
    await page.getByRole('status').getByText('The door is open').first().waitFor();
    await lab.firewall('drop');
    expect(command('toctoc', 'knock', 'The lab')).toMatchObject({ status: 0 });
    expect(command('toctoc', 'list').out).toContain('The lab');
    saved = read(join(data, 'profiles.json'));
    expect(saved).toContain('The lab');
  });

  it('is upgraded while it runs; the data stays, and what newer ones have not is gone', async () => {
    dpkg('--install', packed('deb'));
    expect(dpkg('--status', 'toctoc')).not.toContain('Version: 0.0.1~test');
    expect(existsSync('/opt/Toctoc/resources/gone-in-newer')).toBe(false);
    await program.quit();
    program = await start();
    await program.page.getByText('The lab').first().waitFor();
    await program.quit();
    expect(read(join(data, 'profiles.json'))).toBe(saved);
  });

  it('is purged without a trace; the person’s data is the person’s', () => {
    const listed = dpkg('--listfiles', 'toctoc').trim().split('\n');
    const own = listed.filter((path) => /toctoc/i.test(path));
    expect(own.length).toBeGreaterThan(30);
    dpkg('--purge', 'toctoc');
    expect(own.filter((path) => existsSync(path))).toEqual([]);
    for (const path of ['/opt/Toctoc', '/etc/apparmor.d/toctoc', '/usr/bin/toctoc'])
      expect(existsSync(path)).toBe(false);
    expect(existsSync('/var/lib/dpkg/info/toctoc.list')).toBe(false);
    expect(read(join(data, 'profiles.json'))).toBe(saved);
  });
});

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
