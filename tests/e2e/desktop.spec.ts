import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { NotificationServer } from '../support/dbus/notification-server.ts';
import { TrayWatcher } from '../support/dbus/tray-watcher.ts';
import { type Desk, expect, keepScreen, test } from './support/app.ts';
import { Command } from './support/command.ts';
import { createProfile } from './support/editor.ts';
import { giveToUser } from './support/user.ts';

test.skip(process.env['DBUS_SESSION_BUS_ADDRESS'] === undefined, 'needs a session bus');

let tray: TrayWatcher;
let notifications: NotificationServer;

test.beforeEach(async () => {
  tray = await TrayWatcher.start();
  notifications = await NotificationServer.start();
});
test.afterEach(() => {
  tray.stop();
  notifications.stop();
});

const status = (page: Page) => page.getByRole('status').first();
const firstProfile = async (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { value } = await Reflect.get(globalThis, 'toctoc').invoke('app:snapshot');
    return JSON.parse(value.profiles)[0].id;
  });
const closeWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
/** Nothing on this screen gives a window the focus or takes it: there is no window manager. */
const pretendFocus = (app: ElectronApplication, focused: boolean) =>
  app.evaluate(({ BrowserWindow }, yes) => {
    BrowserWindow.getFocusedWindow = () => (yes ? (BrowserWindow.getAllWindows()[0] ?? null) : null);
  }, focused);
const noWindowButTheTray = (desk: Desk) => desk.chooses({ closeToTray: true });

test('a notification tells how a run ended, and a click leads to it', async ({ desk }) => {
  noWindowButTheTray(desk);
  const { app, page } = await desk.start();
  await createProfile(page, { Name: 'Nowhere <&>', Host: '203.0.113.1', Sequence: '7123 8123' });
  await expect.poll(() => tray.labels()).toContain('Nowhere <&>');
  await closeWindow(app);
  await tray.click('Practice server', 'Knock');
  await expect
    .poll(() => notifications.shown.map(({ summary }) => summary))
    .toEqual(['Practice server: the door is open']);

  // The menu follows a little later, and is another one then.
  await expect.poll(() => tray.labels()).toContain('Knock: Practice server');
  await tray.click('Nowhere <&>', 'Knock');
  await expect.poll(() => notifications.shown.length).toBe(2);
  const failed = notifications.shown[1];
  expect(failed?.summary).toBe('Nowhere <&>: the door did not open');
  expect(failed?.body).toContain('203.0.113.1');
  expect(JSON.stringify(notifications.shown)).not.toMatch(/7123|8123/);
  notifications.click(failed?.id ?? 0);
  const again = await app.waitForEvent('window');
  await expect(again.getByRole('heading', { name: 'Nowhere <&>' })).toBeVisible();
  await expect(status(again)).toContainText('cannot be reached');
});

test('is as quiet as asked, and silent where somebody looks', async ({ desk }) => {
  desk.chooses({ closeToTray: true, notifications: 'failures' });
  const { app, page } = await desk.start();
  await createProfile(page, { Name: 'Nowhere', Host: '203.0.113.1', Sequence: '7123' });
  await pretendFocus(app, true);
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  await expect(status(page)).toContainText('cannot be reached');
  await pretendFocus(app, false);
  await page.getByLabel('Profiles', { exact: true }).getByText('Practice server').click();
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  await expect(status(page)).toContainText('The door is open');
  await page.getByLabel('Profiles', { exact: true }).getByText('Nowhere').click();
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  await expect
    .poll(() => notifications.shown.map(({ summary }) => summary))
    .toEqual(['Nowhere: the door did not open']);
});

test('a link selects and asks; junk is refused with a notice; no packet is sent', async ({ desk }) => {
  const { page } = await desk.start();
  const id = await firstProfile(page);
  await createProfile(page, { Name: 'Other', Host: '203.0.113.1', Sequence: '7123' });
  expect((await desk.startSecond(`toctoc://open/${id}`)).exitCode).toBe(0);
  await expect(page.getByRole('note')).toContainText('Knock on Practice server? A link asked for it.');
  await expect(status(page)).toContainText('Ready');
  await keepScreen(page, 'link');

  for (const [link, sentence] of [
    ['toctoc://open/no-such-profile', 'asked for a profile that is not here'],
    ['toctoc://knock/7000', 'could not be read'],
    [`toctoc://open/${'x'.repeat(10_000)}`, 'could not be read'],
  ] as const) {
    expect((await desk.startSecond(link, `--connect=${id}`)).exitCode).toBe(0);
    await expect(page.getByRole('alert')).toContainText(sentence);
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  const runs = await page.evaluate(
    async () => (await Reflect.get(globalThis, 'toctoc').invoke('app:snapshot')).value.runs,
  );
  expect(runs).toEqual([]);
});

test('a link starts the app as well; an entry of a jump list knocks', async ({ desk }) => {
  noWindowButTheTray(desk);
  const app = await desk.startHidden();
  await expect.poll(() => tray.labels()).toContain('Practice server');
  expect((await desk.startSecond('toctoc://open/practice')).exitCode).toBe(0);
  const page = await app.firstWindow();
  await expect(page.getByRole('note')).toContainText('A link asked for it');
  expect((await desk.startSecond('--connect=practice')).exitCode).toBe(0);
  await expect(status(page)).toContainText('The door is open');
});

/** Writes down what the page's status says, from now on: some of it is gone again before a slow test has looked. */
async function recordStatus(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const note = () => said.push(document.querySelector('[role="status"]')?.textContent ?? '');
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => String(Reflect.get(globalThis, 'said').join('\n')));
}

test('the quick pick: from the tray, type, Enter, and the door is open', async ({ desk }) => {
  const command = new Command(desk);
  const app = await desk.startHidden();
  await expect.poll(() => tray.labels()).toContain('Quick pick');
  expect(command.windows()).toEqual([]);
  await tray.click('Quick pick');
  const page = await app.firstWindow();
  await desk.watch(page);
  const visible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible()));
  await expect.poll(visible).toEqual([true]);
  await page.getByRole('combobox').fill('prac');
  await keepScreen(page, 'quick-pick');
  // This window may knock, and ask for nothing else.
  const refused = await page.evaluate(() => Reflect.get(globalThis, 'toctoc').invoke('profiles:read', 'practice'));
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'request-refused' }] });
  const said = await recordStatus(page);
  await page.getByRole('combobox').press('Enter');
  await expect.poll(said).toContain('The door is open');
  await expect.poll(visible).toEqual([false]);
  await expect(page.getByRole('combobox')).toHaveValue('');

  expect((await desk.startSecond('--quick-pick')).exitCode).toBe(0);
  await expect.poll(visible).toEqual([true]);
  await page.keyboard.press('Escape');
  await expect.poll(visible).toEqual([false]);
  await expect.poll(() => command.windows().length).toBe(1);
});

test('a shortcut opens the quick pick; one that is taken is named', async ({ desk }) => {
  desk.chooses({ closeToTray: true, quickPickShortcut: 'Control+Alt+K' });
  const { app, page } = await desk.start();
  // Asked for once the page is drawn.
  const isTaken = () => app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Control+Alt+K'));
  await expect.poll(isTaken).toBe(true);
  execFileSync('xdotool', ['key', '--clearmodifiers', 'ctrl+alt+k']);
  const visible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((one) => one.isVisible()).length);
  await expect.poll(visible).toBe(2);

  await page.getByRole('button', { name: 'Settings' }).click();
  await app.evaluate(({ globalShortcut }) => {
    globalShortcut.register = () => false;
  });
  await page.getByLabel('Quick pick shortcut').focus();
  await page.keyboard.press('Control+Alt+J');
  await expect(page.getByText('Control+Alt+J was not given to Toctoc')).toBeVisible();
  expect(await isTaken()).toBe(false);
});

test('start at login: the file is the desktop’s, and what it says starts the app hidden', async ({ desk }) => {
  const command = new Command(desk);
  const config = join(desk.folder, 'config');
  mkdirSync(config);
  giveToUser(config);
  const { page, quit } = await desk.start({ session: { XDG_CONFIG_HOME: config } });
  await page.getByRole('button', { name: 'Settings' }).click();
  const toggle = page.getByRole('switch', { name: 'Start at login' });
  await expect(toggle).not.toBeChecked();
  await toggle.click();
  await expect(toggle).toBeChecked();
  const file = join(config, 'autostart/toctoc.desktop');
  const exec = /^Exec=(.*)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  await quit();

  // As a desktop would: by its own rules for Exec, whose simple cases are the shell's.
  const started = command.start(['sh', '-c', `exec ${exec} --disable-gpu`]);
  await expect.poll(() => tray.labels()).toContain('Practice server');
  expect(command.windows()).toEqual([]);
  await tray.click('Quit');
  await started.ended;

  const again = await desk.start({ session: { XDG_CONFIG_HOME: config } });
  await again.page.getByRole('button', { name: 'Settings' }).click();
  const shown = again.page.getByRole('switch', { name: 'Start at login' });
  await expect(shown).toBeChecked();
  await shown.click();
  await expect(shown).not.toBeChecked();
  expect(existsSync(file)).toBe(false);
  // Where it cannot be written, it says so, and stays off.
  chmodSync(join(config, 'autostart'), 0o555);
  await shown.click();
  await expect(again.page.getByText(file)).toBeVisible();
  await expect(shown).not.toBeChecked();
});

test('the window opens where it was', async ({ desk }) => {
  const bounds = { x: 111, y: 77, width: 700, height: 600 };
  writeFileSync(join(desk.dataFolder, 'desktop.json'), JSON.stringify({ window: { ...bounds, maximized: false } }));
  giveToUser(join(desk.dataFolder, 'desktop.json'));
  const first = await desk.start();
  const place = (app: ElectronApplication) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(await place(first.app)).toEqual(bounds);
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setPosition(5000, 5000));
  await first.quit();
  const { app } = await desk.start();
  const second = await place(app);
  expect(second?.x).toBeLessThan(1280);
  expect(second?.y).toBeLessThan(900);
});
