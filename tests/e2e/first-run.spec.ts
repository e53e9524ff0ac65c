import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type DraftFields, NEW_DRAFT } from '../../shared/model/draft.ts';
import { expect, keepScreen, test } from './support/app.ts';
import { askToSave, createProfile } from './support/editor.ts';
import { ending } from './support/ending.ts';
import { giveToUser } from './support/user.ts';

/** Until main has what was typed into the editor of a new profile: the page tells it a little later. */
const mainKeeps = (page: Page, fields: DraftFields) =>
  expect
    .poll(() => page.evaluate((key) => Reflect.get(globalThis, 'toctoc').invoke('drafts:read', key), NEW_DRAFT))
    .toMatchObject({ ok: true, value: fields });

test('the first run offers a practice server: one knock, and its door opens', async ({ desk }) => {
  const { page } = await desk.start();
  await expect(page).toHaveTitle('Toctoc');
  await keepScreen(page, 'first-run');
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('The door is open');
  await keepScreen(page, 'practice-open');
  await page.getByRole('button', { name: 'Close door' }).click();
  await expect(page.getByRole('status').first()).toContainText('The door is closed');
  await keepScreen(page, 'practice-closed');
});

test('profiles outlive a restart, a deletion can be undone, and the file is private', async ({ desk }) => {
  const first = await desk.start();
  await createProfile(first.page, { Name: 'Home server', Host: 'home.example.org', Sequence: '7000 8000:udp 9000' });
  const list = (page: typeof first.page) => page.getByLabel('Profiles', { exact: true });
  await expect(list(first.page)).toContainText('Home server');
  await first.quit();
  expect(statSync(desk.dataFile).mode & 0o777).toBe(0o600);

  const { page } = await desk.start();
  await expect(list(page)).toContainText('Home server');
  await list(page).getByText('Home server').click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(list(page)).not.toContainText('Home server');
  await keepScreen(page, 'deleted');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list(page)).toContainText('Home server');
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByLabel('Sequence', { exact: true })).toHaveValue('7000 8000:udp 9000');
  await keepScreen(page, 'editor');
});

test('what is wrong in the editor is said at its field, and nothing is saved', async ({ desk }) => {
  const { page } = await desk.start();
  await askToSave(page, { Name: '', Host: '-oProxyCommand=x', Sequence: '7000 abc', 'Door port': '65536' });
  for (const sentence of [
    'Name is empty',
    'Host must not begin with',
    '“abc” is not a knock',
    'Port is out of range',
  ]) {
    await expect(page.getByRole('paragraph').filter({ hasText: sentence })).toBeVisible();
  }
  await keepScreen(page, 'editor-errors');
  await expect(page.getByLabel('Profiles', { exact: true }).getByRole('option')).toHaveCount(1);
});

test('a damaged data file is set aside, byte for byte, and the window says where', async ({ desk }) => {
  const damaged = '{"version":1,"profiles":[{"name":"cut off in the mid';
  writeFileSync(desk.dataFile, damaged);
  giveToUser(desk.dataFile);
  const { page } = await desk.start();
  const aside = readdirSync(desk.dataFolder).filter((name) => name.startsWith('profiles.damaged-'));
  expect(aside).toHaveLength(1);
  expect(readFileSync(join(desk.dataFolder, aside[0] ?? ''), 'utf8')).toBe(damaged);
  await expect(page.getByRole('alert')).toContainText(aside[0] ?? 'nothing was set aside');
  await keepScreen(page, 'damaged-file');
});

test('a window that goes to the tray keeps unsaved changes without a question', async ({ desk }) => {
  desk.chooses({ closeToTray: true });
  const { app, page } = await desk.start();
  await page.getByRole('button', { name: 'New profile' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Half typed');
  await page.getByLabel('Sequence', { exact: true }).fill('41000 42000');
  await mainKeeps(page, { name: 'Half typed', sequence: '41000 42000' });
  await ending(page, () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()));
  const [again] = await Promise.all([app.waitForEvent('window'), desk.startSecond()]);
  await desk.watch(again);
  await again.getByRole('button', { name: 'New profile' }).first().click();
  await expect(again.getByLabel('Name', { exact: true })).toHaveValue('Half typed');
  await expect(again.getByLabel('Sequence', { exact: true })).toHaveValue('41000 42000');
  await again.getByRole('button', { name: 'Discard changes' }).click();
});

test('quitting from the tray over unsaved changes asks, and brings the window back when told to', async ({ desk }) => {
  desk.chooses({ closeToTray: true });
  const { app, page } = await desk.start();
  await page.getByRole('button', { name: 'New profile' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Half typed');
  await mainKeeps(page, { name: 'Half typed' });
  await ending(page, () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()));
  const quitAnswering = (button: number) =>
    app.evaluate(({ app: electron, dialog }, answer) => {
      dialog.showMessageBoxSync = () => answer;
      // Not within this call, whose answer is still to come.
      setTimeout(() => electron.quit(), 50);
    }, button);
  const [again] = await Promise.all([app.waitForEvent('window'), quitAnswering(0)]);
  await desk.watch(again);
  await again.getByRole('button', { name: 'New profile' }).first().click();
  await expect(again.getByLabel('Name', { exact: true })).toHaveValue('Half typed');
  await ending(app, () => quitAnswering(1));
});

test('closing the window over unsaved changes asks, and keeps them when told to', async ({ desk }) => {
  desk.chooses({ closeToTray: false });
  const { app, page } = await desk.start();
  await page.getByRole('button', { name: 'New profile' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Half typed');
  // No hand is quick enough to close the window before main has what was typed; a test is.
  await mainKeeps(page, { name: 'Half typed' });
  const answerWith = (button: number) =>
    app.evaluate(({ dialog }, answer) => {
      dialog.showMessageBoxSync = () => answer;
    }, button);
  const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await answerWith(0);
  await close();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Half typed');
  await answerWith(1);
  await ending(page, close);
});

test('speaks French and wears dark where the system does', async ({ desk }) => {
  const { app, page } = await desk.start({ language: 'fr' });
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await expect(page.getByRole('button', { name: 'Nouveau profil' }).first()).toBeVisible();
  await keepScreen(page, 'french-dark');
});

test('starting it again shows the window that is there, and ends by itself', async ({ desk }) => {
  const { app, page } = await desk.start();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = await desk.startSecond();
  expect(second.exitCode).toBe(0);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isMinimized())))
    .toEqual([false]);
  await expect(page).toHaveTitle('Toctoc');
});
