import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { emptyDraft } from '../../shared/model/profile.ts';
import { languages } from '../../shared/text/languages.ts';
import { capture } from '../lab/support/capture.ts';
import { STOCK } from '../lab/support/doors.ts';
import { Lab, SERVER } from '../lab/support/lab.ts';
import { TrayWatcher } from '../support/dbus/tray-watcher.ts';
import { expect, test } from './support/app.ts';
import { Command } from './support/command.ts';
import { createProfile } from './support/editor.ts';
import { ending } from './support/ending.ts';
import { prepareSsh } from './support/ssh.ts';
import { giveToUser } from './support/user.ts';

test.skip(process.env['TOCTOC_LAB'] === undefined, 'needs root on Linux, for the lab');

let lab: Lab;
let tray: TrayWatcher;

test.beforeEach(async () => {
  lab = Lab.current();
  await lab.firewall('drop');
  await lab.knockd(STOCK);
  tray = await TrayWatcher.start();
});
test.afterEach(async () => {
  tray.stop();
  await lab.stopKnockd();
});

/** Closes the window and answers the question that may come, by the number of its button. */
async function closeWindow(app: ElectronApplication, answer: number): Promise<void> {
  await app.evaluate(({ BrowserWindow, dialog }, response) => {
    Reflect.set(globalThis, 'questions', 0);
    dialog.showMessageBox = async (...asked: unknown[]) => {
      process.stdout.write(`asked: ${JSON.stringify(asked.at(-1))}\n`);
      Reflect.set(globalThis, 'questions', Reflect.get(globalThis, 'questions') + 1);
      return { response, checkboxChecked: false };
    };
    BrowserWindow.getAllWindows()[0]?.close();
  }, answer);
}

const questions = (app: ElectronApplication) => app.evaluate(() => Reflect.get(globalThis, 'questions'));
const keptSettings = (folder: string) => JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));

test('one click in the tray, and ssh is at the prompt; no window is needed for it', async ({ desk }) => {
  desk.chooses({ defaultTerminal: 'xterm' });
  const identity = prepareSsh(desk, lab);
  const command = new Command(desk);
  const { app, page } = await desk.start();
  await createProfile(page, {
    Name: 'R&D_1',
    Host: SERVER.name,
    Sequence: '7000 8000 9000',
    'Door port': '22',
    User: 'root',
    'Identity file': identity,
  });
  await page.getByRole('button', { name: 'Favourite' }).click();
  await expect.poll(async () => (await tray.labels()).slice(0, 3)).toEqual(['R&D_1', '—', 'Practice server']);
  expect(tray.count).toBe(1);

  await closeWindow(app, 0);
  await expect.poll(() => command.windows()).toEqual([]);
  await expect.poll(() => keptSettings(desk.dataFolder)).toMatchObject({ closeToTray: true });

  const sessions = () => lab.sshdLog().match(/Starting session: shell on pts/g)?.length ?? 0;
  const before = sessions();
  const idle = await tray.icon();
  await tray.click('R&D_1', 'Knock and connect');
  // Shown for a while only: looked at before anything else, and the words and the picture come one after the other.
  await expect
    .poll(async () => {
      const { toolTip = '', picture } = (await tray.icon()) ?? {};
      return toolTip.includes('R&D_1 is open') && picture !== idle?.picture;
    })
    .toBe(true);
  await expect.poll(sessions).toBe(before + 1);
  await expect.poll(() => tray.labels()).toContain('Knock and connect: R&D_1');
  expect(command.windows()).toEqual([]);
  const [terminal] = await lab.clientProcesses(/^\/usr\/bin\/xterm /);
  if (terminal === undefined) throw new Error('There is no xterm.');
  process.kill(terminal);
  await expect.poll(() => lab.clientProcesses(/^\/usr\/bin\/xterm /)).toEqual([]);

  await tray.click('Settings');
  const again = await app.firstWindow();
  await expect(again.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await desk.watch(again);
});

test('a run is shown in the tray and cancelled there', async ({ desk }) => {
  const { app, page } = await desk.start();
  // An address of its own: what is left unfinished there makes the next run wait.
  await createProfile(page, { Name: 'Wrong', Host: '10.88.3.1', Sequence: '7001 8001 9001', 'Door port': '8022' });
  await expect.poll(() => tray.labels()).toContain('Wrong');
  await tray.click('Wrong', 'Knock');
  await expect.poll(() => tray.labels()).toContain('Wrong: waiting before the next attempt');
  // A sleep cancels it, and it begins again after that.
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect(page.getByRole('status').first()).toContainText('Cancelled');
  // The menu of that run is gone, and the one below is the next run's.
  await expect.poll(() => tray.labels()).toContain('Knock and connect: Wrong');
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await expect(page.getByRole('status').first()).toContainText('Waiting');
  await expect.poll(() => tray.labels()).toContain('Wrong: waiting before the next attempt');
  await tray.click('Wrong: waiting before the next attempt', 'Cancel');
  await expect(page.getByRole('status').first()).toContainText('Cancelled');
  await expect.poll(() => tray.labels()).toContain('Knock and connect: Wrong');
});

/** Two servers' worth of profiles for one host, each with ports of its own and nobody looking at the door. */
function twoProfiles(host: string): string {
  const profile = (name: string, first: number) => ({
    ...emptyDraft(),
    ...{ name, host, gapMs: 300, serverKind: 'knockd', door: { port: 8022, check: false } },
    sequence: [0, 1, 2].map((at) => ({ kind: 'knock', port: first + at, protocol: 'tcp' })),
  });
  const profiles = [profile('By window', 7201), profile('By tray', 7301)];
  return JSON.stringify({ format: 'toctoc-profiles', version: 1, profiles });
}

test('window, tray and command line knock one after another at one server, and the turn of a killed one passes on', async ({
  desk,
}) => {
  const host = SERVER.clean4;
  const command = new Command(desk);
  const { page } = await desk.start();
  const file = join(desk.folder, 'servers.json');
  writeFileSync(file, twoProfiles(host));
  giveToUser(file);
  expect(await command.toctoc(['import', file])).toMatchObject({ status: 0 });
  const stop = await capture(lab);

  // It would go on for ten minutes: whatever comes has to wait for its turn.
  const killed = command.start([...command.words, 'knock', '-v', '-d', '600000', host, '7101', '7102']);
  await expect.poll(killed.said).toContain(':7101');
  await page.getByRole('option', { name: 'By window' }).click();
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  const status = page.getByRole('status').first();
  await expect(status).toContainText('Waiting for another run to the same server');
  await tray.click('By tray', 'Knock');
  await expect.poll(() => tray.labels()).toContain('By tray: waiting for its turn');
  const words = ['knock', '-v', '--server', 'knockd', '-d', '300', host, '7401', '7402', '7403'];
  const waiting = command.start([...command.words, ...words]);
  await expect.poll(waiting.said).toContain('waiting for another run to the same server');

  killed.kill();
  expect(await waiting.ended).toMatchObject({ status: 0, error: '' });
  await expect(status).toContainText('All knocks were sent');
  await expect.poll(() => tray.labels()).not.toContain('By tray: waiting for its turn');
  await page.getByRole('option', { name: 'By tray' }).click();
  await expect(status).toContainText('All knocks were sent');
  expect(await command.run(['knock', host, '9999'])).toMatchObject({ status: 0 });
  const seen = await stop((packet) => packet.endsWith(' 9999'));
  const whose = seen.flatMap((packet) => / 7(\d)\d\d$/.exec(packet)?.[1] ?? []);
  // Each one's packets stand together, and the killed one's first.
  const turns = whose.filter((who, at) => who !== whose[at - 1]);
  expect([turns[0], turns.toSorted()]).toEqual(['1', ['1', '2', '3', '4']]);
  expect(whose.filter((who) => who === '1')).toHaveLength(1);
});

test('starts hidden without a window’s process, asks once about the tray, and quits from there', async ({ desk }) => {
  const command = new Command(desk);
  const app = await desk.startHidden();
  await expect.poll(() => tray.labels()).toContain('Practice server');
  expect(command.windows()).toEqual([]);

  // Starting it again shows the window.
  expect(await desk.startSecond()).toMatchObject({ exitCode: 0, signal: null });
  await app.firstWindow();
  await closeWindow(app, 0);
  await expect.poll(() => command.windows()).toEqual([]);
  expect(await questions(app)).toBe(1);

  await tray.click('Open Toctoc');
  await app.firstWindow();
  await expect.poll(() => command.windows().length).toBe(1);
  await closeWindow(app, 1);
  await expect.poll(() => command.windows()).toEqual([]);
  expect(await questions(app)).toBe(0);
  expect(tray.count).toBe(1);

  await ending(app, () => tray.click('Quit'));
  await expect.poll(() => command.appPid()).toBeNull();
});

test('who starts the app while it ends gets another one, which does what was asked of this one', async ({ desk }) => {
  const app = await desk.startHidden();
  await expect.poll(() => tray.labels()).toContain('Practice server');
  await app.evaluate(({ app: main }) => {
    // Playwright ends with the app whatever the app has started: what it would start is written down instead.
    main.relaunch = (options) => void process.stdout.write(`started again with ${options?.args?.join(' ')}\n`);
    // The end lasts until somebody has come.
    const { Server } = process.getBuiltinModule('node:net');
    const { close } = Server.prototype;
    const come = new Promise<void>((resolve) => main.once('second-instance', () => resolve()));
    Server.prototype.close = function (closed) {
      return close.call(this, (error) => void come.then(() => closed?.(error)));
    };
  });
  const starts = { second: -1 as number | null };
  await ending(app, async () => {
    await app.evaluate(({ app: main }) => main.quit());
    starts.second = (await desk.startSecond('toctoc://open/practice')).exitCode;
  });
  expect(starts.second).toBe(0);
  await expect.poll(() => desk.said.text).toContain('started again with ');
  const words = desk.said.text.split('started again with ')[1] ?? '';
  expect(words).toContain(`--user-data-dir=${desk.dataFolder}`);
  expect(words).toMatch(/ toctoc:\/\/open\/practice\n/);
  expect(words).not.toContain('--hidden');
});

test('who does not want the tray quits by closing the window, and is not asked again', async ({ desk }) => {
  const { app, page } = await desk.start();
  // The window was opened in English: what it asks is in the language of now.
  await page.evaluate(() => Reflect.get(globalThis, 'toctoc').invoke('settings:change', { language: 'fr' }));
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await ending(app, () => closeWindow(app, 1));
  await expect.poll(() => desk.said.text).toContain(languages.fr.desktop.closing.title);
  expect(keptSettings(desk.dataFolder)).toMatchObject({ closeToTray: false });
  // Its setting is kept as well.
  const second = await desk.start({ language: 'fr' });
  await ending(second.app, () =>
    second.app.evaluate(({ BrowserWindow, dialog }) => {
      dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
      BrowserWindow.getAllWindows()[0]?.close();
    }),
  );
});

test('an app that the command line started for itself has no icon, until its window is asked for', async ({ desk }) => {
  const command = new Command(desk);
  expect(await command.toctoc(['list'])).toMatchObject({ status: 0 });
  expect(tray.count).toBe(0);
  expect(await desk.startSecond()).toMatchObject({ exitCode: 0, signal: null });
  await expect.poll(() => command.windows().length).toBe(1);
  await expect.poll(() => tray.labels()).toContain('Quit');
  await tray.click('Quit');
  await expect.poll(() => command.appPid()).toBeNull();
});
