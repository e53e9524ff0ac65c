import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { STOCK } from '../lab/support/doors.ts';
import { Lab, SERVER } from '../lab/support/lab.ts';
import { type Desk, expect, test } from './support/app.ts';
import { Command } from './support/command.ts';
import { createProfile, expectSaved } from './support/editor.ts';
import { e2eUser, giveToUser } from './support/user.ts';

test.skip(process.env['TOCTOC_LAB'] === undefined, 'needs root on Linux, for the lab');

const NAME = 'Web server';
const NO_DISPLAY = { DISPLAY: '', WAYLAND_DISPLAY: '' };
let lab: Lab;
let command: Command;

test.beforeEach(async ({ desk }) => {
  lab = Lab.current();
  await lab.firewall('drop');
  await lab.knockd(STOCK);
  command = new Command(desk);
});
test.afterEach(async () => {
  await command.endApp();
  await lab.stopKnockd();
});

async function saveProfile(page: Page): Promise<void> {
  await createProfile(page, { Name: NAME, Host: SERVER.clean4, Sequence: '7000 8000 9000', 'Door port': '22' });
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByText('Advanced').click();
  await page.getByLabel('Tags', { exact: true }).fill('web, lab');
  await page.getByLabel('Close sequence', { exact: true }).fill('9000 8000 7000');
  await page.getByRole('button', { name: 'Save' }).click();
  await expectSaved(page, NAME);
}

/** A profile in a data folder that no app uses. */
async function saveAndQuit(desk: Desk): Promise<void> {
  const { page, quit } = await desk.start();
  await saveProfile(page);
  await quit();
}

/** ssh through `toctoc connect --profile`: what a line of ~/.ssh/config would do. */
async function sshThroughProfile(desk: Desk) {
  const key = join(desk.folder, 'key');
  copyFileSync(join(lab.folder, 'client-key'), key);
  giveToUser(key);
  const options = ['BatchMode=yes', 'StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'LogLevel=ERROR'];
  const proxy = `ProxyCommand=${command.words.join(' ')} connect --profile "${NAME}"`;
  const words = [...options, proxy].flatMap((option) => ['-o', option]);
  return command.run(['ssh', ...words, '-i', key, 'root@web1', 'echo inside']);
}

test('with the app running: list, knock, close, ssh by connect, and the window shows it all', async ({ desk }) => {
  const { page } = await desk.start();
  await saveProfile(page);
  const status = page.getByRole('status').first();

  const listed = await command.toctoc(['list', '--json']);
  expect(listed).toMatchObject({ status: 0, error: '' });
  const profiles = listed.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(profiles.at(-1)).toMatchObject({ name: NAME, host: SERVER.clean4, doorPort: 22, canClose: true });
  expect(listed.out).not.toContain('7000');

  const knocked = await command.toctoc(['knock', '-v', 'web SERVER']);
  expect(knocked).toMatchObject({ status: 0, error: '' });
  expect(knocked.out).toMatch(/knock 3 of 3\n.*open after \d+ ms\nSSH-2\.0-/s);
  await expect(status).toContainText('The door is open');

  expect(await command.toctoc(['close', NAME])).toEqual({ status: 0, out: '', error: '' });
  await expect(status).toContainText('closed');

  const byTag = await command.toctoc(['knock', '--tag', 'LAB']);
  expect(byTag).toMatchObject({ status: 0, error: '' });
  expect(byTag.out).toMatch(/^Web server: open after \d+ ms\n$/);
  expect(await command.toctoc(['close', '--tag', 'lab'])).toMatchObject({ status: 0, out: 'Web server: closed\n' });
  expect(await command.toctoc(['knock', '--tag', 'mail'])).toMatchObject({
    status: 2,
    error: expect.stringContaining('There is: web, lab'),
  });

  expect(await sshThroughProfile(desk)).toEqual({ status: 0, out: 'inside\n', error: '' });

  for (const args of [
    ['knock', 'Web'],
    ['close', 'Practice'],
    ['connect', '--profile', 'no such'],
  ]) {
    const { status: exit, out, error } = await command.toctoc(args);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(error).toMatch(/no profile is called .* There is: .*server/);
  }
});

test('the socket is the user’s alone, and another user’s command does not speak to it', async ({ desk }) => {
  await desk.start();
  expect(command.windows()).toHaveLength(1);
  await expect.poll(() => existsSync(join(desk.dataFolder, 'socket'))).toBe(true);
  const socket = readlinkSync(join(desk.dataFolder, 'socket'));
  expect(lstatSync(socket).mode & 0o777).toBe(0o600);
  expect(lstatSync(dirname(socket)).mode & 0o777).toBe(0o700);
  expect(lstatSync(socket).uid).toBe(lstatSync(desk.dataFolder).uid);
  if (e2eUser === undefined) return;
  // Root could connect, and would hear from a server of somebody else's making.
  const env = { ...process.env, TOCTOC_HOME: desk.dataFolder };
  const other = spawnSync(process.execPath, [command.words[1], 'list', '--no-start'], { env, encoding: 'utf8' });
  expect(other).toMatchObject({ status: 1, stdout: '' });
});

test('a command that is interrupted cancels its run in the app', async ({ desk }) => {
  const { page } = await desk.start();
  // An address of its own: what is left unfinished there makes the next run wait.
  await createProfile(page, { Name: 'Wrong', Host: '10.88.3.1', Sequence: '7001 8001 9001', 'Door port': '8022' });
  const knocking = command.start([...command.words, 'knock', 'Wrong']);
  await expect(page.getByRole('status').first()).toContainText('Waiting');
  knocking.interrupt();
  expect(await knocking.ended).toEqual({ status: 130, out: '', error: 'toctoc: interrupted\n' });
  await expect(page.getByRole('status').first()).toContainText('Cancelled');
});

for (const [where, env] of [
  ['hidden', {}],
  ['hidden, without a display', NO_DISPLAY],
] as const) {
  test(`without the app: the first command starts it ${where}, the next ones find it`, async ({ desk }) => {
    await saveAndQuit(desk);
    expect(await command.toctoc(['list', '--no-start'], env)).toMatchObject({ status: 1, out: '' });
    expect(command.appPid()).toBeNull();

    const knocked = await command.toctoc(['knock', '-v', NAME], env);
    expect(knocked).toMatchObject({ status: 0, error: '' });
    expect(knocked.out).toContain('open after');
    const app = command.appPid();
    expect(app).not.toBeNull();
    expect(command.windows()).toEqual([]);

    expect(await command.toctoc(['close', NAME], env)).toMatchObject({ status: 0, error: '' });
    expect(await sshThroughProfile(desk)).toEqual({ status: 0, out: 'inside\n', error: '' });
    expect(command.appPid()).toBe(app);
    expect(command.windows()).toEqual([]);
  });
}

test('an app that was started hidden shows a window when it is started again', async ({ desk }) => {
  await saveAndQuit(desk);
  expect((await command.toctoc(['list'])).out).toContain(NAME);
  expect(command.windows()).toEqual([]);
  expect(await desk.startSecond()).toMatchObject({ exitCode: 0, signal: null });
  await expect.poll(() => command.windows()).toHaveLength(1);
});

test('an app that was started without a display moves to the person’s when it is started there', async ({ desk }) => {
  await saveAndQuit(desk);
  expect((await command.toctoc(['list'], NO_DISPLAY)).out).toContain(NAME);
  const before = command.appPid();
  expect(await desk.startSecond()).toMatchObject({ exitCode: 0, signal: null });
  await expect.poll(() => command.windows()).toHaveLength(1);
  const after = command.appPid();
  expect(after).not.toBe(before);
  expect(readFileSync(`/proc/${after}/cmdline`, 'utf8')).not.toMatch(/headless|--hidden|--quit-when-idle/);
});

test('two commands at once start one app', async ({ desk }) => {
  await saveAndQuit(desk);
  const lists = await Promise.all([command.toctoc(['list']), command.toctoc(['list'])]);
  for (const { status, out } of lists)
    expect({ status, named: out.includes(NAME) }).toEqual({ status: 0, named: true });
  expect(command.windows()).toEqual([]);
  expect(command.hiddenApps()).toEqual([String(command.appPid())]);
});

test('an app that cannot start is told as such', async ({ desk }) => {
  await saveAndQuit(desk);
  const { status, error } = await command.toctoc(['list'], { ELECTRON_OVERRIDE_DIST_PATH: desk.folder });
  expect(status).toBe(1);
  expect(error).toContain('could not be started');
});
