import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { type Desk, expect, needed, test } from './support/app.ts';
import { isRunning } from './support/processes.ts';
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

const pageProcess = async (app: ElectronApplication): Promise<number> => {
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  if (pid === undefined) throw new Error('there is no page');
  return pid;
};

/** What main answers to the page that there is now. */
const asked = async (app: ElectronApplication, ...words: readonly string[]) => {
  const { value } = await app.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    `toctoc.invoke(...${JSON.stringify(words)})`,
  );
  return value;
};

const log = (desk: Desk) => readFileSync(join(desk.dataFolder, 'logs/main.log'), 'utf8');

test('a page that is killed in the middle of a run comes back, and the run goes on', async ({ desk }) => {
  const { app, page } = await desk.start();
  await page.getByRole('button', { name: 'New profile' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Half a server');
  await expect.poll(async () => (await asked(app, 'app:snapshot')).drafts).toHaveLength(1);
  await page.getByLabel('Profiles', { exact: true }).getByText('Practice server').click();
  await page.evaluate(() =>
    Reflect.get(globalThis, 'toctoc').invoke('runs:start', { profileId: 'practice', action: 'knock', gapMs: 2500 }),
  );
  await expect(page.getByRole('status').first()).toContainText('of 3');
  const pid = await pageProcess(app);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => shown(app)).toContain('The window crashed and was loaded again');
  await expect.poll(() => shown(app)).toContain('The door is open');
  expect(await pageProcess(app)).not.toBe(pid);
  // It was the run that was asked for: with its own gaps it takes five seconds.
  const value = await asked(app, 'app:snapshot');
  expect([value.runs.length, value.history.length]).toEqual([1, 1]);
  expect(value.runs[0].phase.outcome.ms).toBeGreaterThan(5000);
  expect(log(desk)).toContain('is gone');
  // What was typed and not saved is main's, and lives on.
  expect(JSON.stringify(await asked(app, 'drafts:read', value.drafts[0]))).toContain('Half a server');
});

/** Ends the page's process when its page is there. */
async function crash(app: ElectronApplication): Promise<void> {
  await expect.poll(() => shown(app)).toContain('New profile');
  const pid = await pageProcess(app);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isRunning(pid)).toBe(false);
}

/** Answers main's questions by the number of a button; {@link questions} tells which there were. */
const answerWith = (app: ElectronApplication, button: number) =>
  app.evaluate(({ dialog }, response) => {
    const titles: string[] = [];
    Object.assign(globalThis, { titles });
    const answer = async (...words: readonly unknown[]) => {
      titles.push(Reflect.get(Object(words.at(-1)), 'message'));
      return { response, checkboxChecked: false };
    };
    Object.assign(dialog, { showMessageBox: answer });
  }, button);
const questions = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => Reflect.get(globalThis, 'titles'));

test('a page that keeps crashing is not loaded for ever: the person says whether to go on', async ({ desk }) => {
  desk.chooses({ closeToTray: true });
  const { app } = await desk.start();
  // It counts the crashes of a minute; on a slow machine too, these are.
  await app.evaluate(() => {
    const now = Date.now();
    Date.now = () => now;
  });
  await answerWith(app, 0);
  for (const _ of [1, 2, 3]) await crash(app);
  await expect.poll(() => shown(app)).toContain('New profile');
  expect(await questions(app)).toEqual([]);
  await crash(app);
  await expect.poll(() => questions(app)).toEqual(['The window keeps crashing']);
  await answerWith(app, 1);
  for (const _ of [1, 2, 3, 4]) await crash(app);
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
  expect(await questions(app)).toEqual(['The window keeps crashing']);
  // The app has not gone with its window, which can be had again.
  expect(await desk.startSecond()).toMatchObject({ exitCode: 0, signal: null });
  await expect.poll(() => shown(app)).toContain('New profile');
});

test('a page that does not answer is ended and loaded again, if the person says so', async ({ desk }) => {
  const { app } = await desk.start();
  const pid = await pageProcess(app);
  process.kill(pid, 'SIGSTOP');
  await answerWith(app, 0);
  // Electron itself says so a quarter of a minute after an input that had no answer, but never while a debugger is there.
  const hang = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.emit('unresponsive'));
  await hang();
  await expect.poll(() => questions(app)).toEqual(['The window does not answer']);
  expect(await pageProcess(app)).toBe(pid);
  await answerWith(app, 1);
  await hang();
  await expect.poll(() => isRunning(pid)).toBe(false);
  await expect.poll(() => shown(app)).toContain('The window crashed and was loaded again');
  expect(log(desk)).toContain('does not answer');
});

/** Ends the graphics process as a driver would, and waits until Chromium has brought it back. */
async function crashGraphics(app: ElectronApplication): Promise<void> {
  const graphics = () => app.evaluate(({ app: main }) => main.getAppMetrics().find(({ type }) => type === 'GPU')?.pid);
  const pid = await graphics();
  if (pid === undefined) throw new Error('there is no graphics process');
  process.kill(pid, 'SIGSEGV');
  await expect.poll(async () => ![pid, undefined].includes(await graphics())).toBe(true);
}

test('a graphics driver that keeps crashing is done without, which is said', async ({ desk }) => {
  const news = 'Toctoc now draws without it';
  const first = await desk.start();
  // Two at most: with a third one in the same process Chromium itself gives up drawing, and with it the app.
  for (const _ of [1, 2]) await crashGraphics(first.app);
  await expect(first.page.getByRole('button', { name: 'New profile' }).first()).toBeVisible();
  expect(await first.page.getByText(news).count()).toBe(0);
  await first.quit();
  const second = await desk.start();
  expect(log(desk)).not.toContain('without the graphics driver');
  await crashGraphics(second.app);
  await expect(second.page.getByText(news)).toBeVisible();
  await second.quit();
  const third = await desk.start();
  await expect(third.page.getByText(news)).toBeVisible();
  expect(log(desk)).toContain('without the graphics driver');
  await third.quit();
  const fourth = await desk.start();
  expect(await fourth.page.getByText(news).count()).toBe(0);
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
  for (const part of ['package.json', 'out']) {
    cpSync(join(needed('TOCTOC_APP_DIR'), part), join(copy, part), { recursive: true });
  }
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
  expect(noFolder).toMatchObject({ exitCode: 1, said: expect.stringContaining(`its data folder, ${file} (ENOTDIR)`) });
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
