import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { type Desk, expect, needed, test } from './support/app.ts';
import { giveToUser } from './support/user.ts';

/** What the window shows now. Playwright does not follow a page into its next process. */
const shown = (app: ElectronApplication): Promise<string> =>
  app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined || contents.isCrashed() || contents.isLoading()) return '';
    // A page that dies meanwhile never answers.
    const late = new Promise<string>((resolve) => setTimeout(() => resolve(''), 1000));
    return Promise.race([late, contents.executeJavaScript('document.body.innerText').catch(() => '')]);
  });

const log = (desk: Desk) => readFileSync(join(desk.dataFolder, 'logs/main.log'), 'utf8');

test('a page that is killed in the middle of a run comes back, and the run goes on', async ({ desk }) => {
  const { app, page } = await desk.start();
  await page.evaluate(() =>
    Reflect.get(globalThis, 'toctoc').invoke('runs:start', { profileId: 'practice', action: 'knock', gapMs: 2500 }),
  );
  await expect(page.getByRole('status').first()).toContainText('of 3');
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  if (pid === undefined) throw new Error('there is no page');
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => shown(app)).toContain('The window crashed and was loaded again');
  await expect.poll(() => shown(app)).toContain('The door is open');
  const next = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  expect(next).not.toBe(pid);
  // It was the run that was asked for: with its own gaps it takes five seconds.
  const { value } = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('toctoc.invoke("app:snapshot")'),
  );
  expect([value.runs.length, value.history.length]).toEqual([1, 1]);
  expect(value.runs[0].phase.outcome.ms).toBeGreaterThan(5000);
  expect(log(desk)).toContain('is gone');
});

/** The first page's process dies with its document just there, and none of its scripts. */
const DIES_AT_START = `
require('electron').app.once('web-contents-created', (_event, contents) => {
  contents.once('did-navigate', () => contents.forcefullyCrashRenderer());
});`;

test('a page that dies before the app is there to see it has a successor, and the window shows itself', async ({
  desk,
}) => {
  const app = await desk.startUnder(DIES_AT_START);
  await expect.poll(() => shown(app)).toContain('New profile');
  const visible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isVisible()));
  await expect.poll(visible).toEqual([true]);
});

test('an error that nobody expected is told and logged, without what a profile says, and the app goes on', async ({
  desk,
}) => {
  const { app, page } = await desk.start();
  await app.evaluate(() => {
    setTimeout(() => {
      throw new Error('connect ECONNREFUSED 10.9.8.7:7654, sequence "7000 8000"');
    });
    void Promise.reject(new Error('nobody waits for port 31337'));
  });
  await expect(page.getByText('Something went wrong inside Toctoc, and it goes on')).toHaveCount(1);
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('The door is open');
  expect(log(desk)).toContain('ECONNREFUSED');
  expect(log(desk)).toContain('nobody waits for port #');
  expect(log(desk) + desk.said.text).not.toMatch(/7654|8000|31337|10\.9\.8\.7/);
});

test('an app that cannot start says why in a sentence, logs it, and ends with status 1', async ({ desk }) => {
  const silently = ['--hidden', '--quit-when-idle'];
  // A copy without its page, as a broken installation leaves it.
  const copy = join(desk.folder, 'copy');
  cpSync(needed('TOCTOC_APP_DIR'), copy, { recursive: true });
  rmSync(join(copy, 'out/renderer/index.html'));
  const damaged = await desk.startFrom(copy, ...silently);
  expect(damaged).toMatchObject({ exitCode: 1, said: expect.stringContaining('Toctoc cannot start. A part of the') });
  expect(damaged.said).toContain(join(copy, 'out/renderer/index.html'));
  expect(log(desk)).toContain('cannot start: damaged');

  const shut = join(desk.folder, 'shut');
  mkdirSync(shut);
  giveToUser(shut);
  chmodSync(shut, 0o500);
  const unwritable = await desk.startSecond(...silently, `--user-data-dir=${shut}`);
  expect(unwritable).toMatchObject({ exitCode: 1, said: expect.stringContaining(`its data folder, ${shut} (EACCES)`) });

  // Electron itself would go on with the usual folder, and its profiles.
  const file = join(desk.folder, 'file');
  writeFileSync(file, '');
  giveToUser(file);
  const noFolder = await desk.startSecond(...silently, `--user-data-dir=${file}`);
  expect(noFolder).toMatchObject({ exitCode: 1, said: expect.stringContaining(`its data folder, ${file} (EEXIST)`) });
});

test('the log says as much as --log-level asks for, and never a port', async ({ desk }) => {
  const { page, quit } = await desk.start({ words: ['--log-level=debug'] });
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('The door is open');
  expect(log(desk)).toMatch(/ debug run: \w+/);
  expect(log(desk)).not.toMatch(/7000|8000|9000/);
  await quit();
  rmSync(join(desk.dataFolder, 'logs'), { recursive: true });
  await desk.start();
  expect(log(desk)).toContain(' info Toctoc ');
  expect(log(desk)).not.toContain(' debug ');
});
