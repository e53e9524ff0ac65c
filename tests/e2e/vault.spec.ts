import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { languages } from '../../shared/text/languages.ts';
import { test as base, type Desk, expect, keepScreen } from './support/app.ts';
import { Command } from './support/command.ts';
import { askToSave, createProfile, expectSaved } from './support/editor.ts';
import { ending } from './support/ending.ts';
import { Session } from './support/session.ts';
import { giveToUser } from './support/user.ts';

const NAME = 'Home server';
const SEQUENCE = '17431 28567:udp="open sesame" 39123';
/** What nobody may find in a file, on a terminal or in a title. */
const SECRET = /17431|28567|39123|open sesame/;
const PASSPHRASE = 'three little knocks';

const test = base.extend<{ session: Session }>({
  session: async ({ desk }, use) => {
    const session = await Session.start(join(desk.folder, 'session'));
    await use(session);
    await session.stop();
  },
});

const locked = (page: Page) => page.getByText('Your profiles are locked.');
const list = (page: Page) => page.getByLabel('Profiles', { exact: true });

const FIELDS = { Name: NAME, Host: '127.0.0.1', Sequence: SEQUENCE, 'Door port': '9' };
const save = (page: Page) => createProfile(page, FIELDS);

/** Every file of the data folder that we wrote: Chromium's own are not asked. */
function files(desk: Desk): readonly (readonly [name: string, text: string])[] {
  const names = readdirSync(desk.dataFolder).filter((name) => name.startsWith('profiles'));
  return names.map((name) => [name, readFileSync(join(desk.dataFolder, name), 'utf8')]);
}

async function expectSequence(page: Page, name = NAME): Promise<void> {
  await list(page).getByText(name).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  const field = page.getByLabel('Sequence', { exact: true });
  await expect(field).toHaveValue(SEQUENCE);
  await expect(field).toHaveAttribute('data-masked');
  await page.getByRole('button', { name: 'Cancel' }).click();
}

test.describe('with a keyring', () => {
  test('sequences are sealed, and a restart reads them again', async ({ desk, session }) => {
    await session.keyring('unlocked');
    const first = await desk.start({ session: session.env });
    await save(first.page);
    await list(first.page).getByText(NAME).click();
    await first.page.getByRole('button', { name: 'Knock', exact: true }).click();
    await expect(first.page.getByRole('status').first()).toContainText('The door stayed shut');
    // Whatever the window shows, the desktop shows its name.
    const titles = () =>
      first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()));
    expect(new Set(await titles())).toEqual(new Set(['Toctoc']));
    await first.page.getByRole('button', { name: 'Cancel' }).click();
    await first.page.getByRole('button', { name: 'Settings' }).click();
    await expect(first.page.getByText('Your sequences are sealed by the keyring of the desktop.')).toBeVisible();
    await expect(first.page).toHaveTitle('Toctoc');
    await first.quit();
    expect(files(desk).map(([name]) => name)).toContain('profiles.json');
    for (const [name, text] of files(desk)) expect([name, SECRET.test(text)]).toEqual([name, false]);
    expect(JSON.parse(readFileSync(desk.dataFile, 'utf8')).vault).toMatchObject({
      mode: 'keychain',
      backend: 'gnome_libsecret',
    });

    const second = await desk.start({ session: session.env });
    await expect(locked(second.page)).toHaveCount(0);
    await expect(list(second.page)).toContainText(languages.en.app.practiceName);
    await expectSequence(second.page);
    expect(desk.said.text).not.toMatch(SECRET);
  });

  for (const state of ['locked', 'absent'] as const) {
    test(`that is ${state} at the next start, everything is listed, nothing is overwritten, and it comes back`, async ({
      desk,
      session,
    }) => {
      await session.keyring('unlocked');
      const first = await desk.start({ session: session.env });
      await save(first.page);
      await first.quit();
      const before = readFileSync(desk.dataFile);

      await session.keyring(state);
      const second = await desk.start({ session: session.env });
      await expect(locked(second.page)).toBeVisible();
      await list(second.page).getByText(NAME).click();
      await second.page.getByRole('button', { name: 'Knock', exact: true }).click();
      await expect(second.page.getByText('The profiles are locked')).toBeVisible();
      await keepScreen(second.page, `vault-${state}`);
      const { status, error } = await new Command(desk).toctoc(['knock', NAME]);
      expect([status, error]).toEqual([4, expect.stringContaining('locked')]);
      await list(second.page).getByText('Practice server').click();
      await second.page.getByRole('button', { name: 'Knock', exact: true }).click();
      await expect(second.page.getByRole('status').first()).toContainText('The door is open');
      await second.quit();
      expect(readFileSync(desk.dataFile).equals(before)).toBe(true);

      await session.keyring('unlocked');
      const third = await desk.start({ session: session.env });
      await expect(locked(third.page)).toHaveCount(0);
      await expectSequence(third.page);
    });
  }

  test('that is unlocked while Toctoc runs is seen when it restarts', async ({ desk, session }) => {
    await session.keyring('unlocked');
    const first = await desk.start({ session: session.env });
    await save(first.page);
    await first.quit();
    await session.keyring('locked');
    const { app, page } = await desk.start({ session: session.env });
    await expect(locked(page)).toBeVisible();
    await session.keyring('unlocked');
    await page.getByRole('button', { name: 'Ask again' }).click();
    const restart = page.getByRole('button', { name: 'Restart Toctoc' });
    await expect(restart).toBeVisible();
    // Playwright ends with the app whatever the app has started: what it would start is written down instead.
    await app.evaluate(({ app: main }) => {
      main.relaunch = (options) => void process.stdout.write(`relaunched with ${options?.args?.join(' ')}\n`);
    });
    await ending(app, () => restart.click());
    expect(desk.said.text).toContain('relaunched with');
    expect(desk.said.text.split('relaunched with ')[1]).toContain(`--user-data-dir=${desk.dataFolder}`);
    const third = await desk.start({ session: session.env });
    await expect(locked(third.page)).toHaveCount(0);
    await expectSequence(third.page);
  });

  test('in a data folder that has become read-only a change is refused with the reason, and nothing is lost', async ({
    desk,
    session,
  }) => {
    await session.keyring('unlocked');
    const { page } = await desk.start({ session: session.env });
    await save(page);
    const before = readFileSync(desk.dataFile);
    try {
      chmodSync(desk.dataFolder, 0o500);
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByLabel('Name', { exact: true }).fill('Renamed');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(
        page.getByText('could not be written (EACCES): check the free space and the rights of'),
      ).toBeVisible();
      await keepScreen(page, 'read-only-folder');
      // What was typed is still there, and saved once that can be.
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Renamed');
      expect(readFileSync(desk.dataFile).equals(before)).toBe(true);
    } finally {
      chmodSync(desk.dataFolder, 0o700);
    }
    await page.getByRole('button', { name: 'Save' }).click();
    await expectSaved(page, 'Renamed');
    await expectSequence(page, 'Renamed');
  });

  test('that is another one now stays locked; starting over keeps the old file', async ({ desk, session }) => {
    await session.keyring('unlocked');
    const first = await desk.start({ session: session.env });
    await save(first.page);
    await first.quit();
    const before = readFileSync(desk.dataFile);

    await session.forget();
    await session.keyring('unlocked');
    const { page } = await desk.start({ session: session.env });
    await expect(locked(page)).toBeVisible();
    await page.getByRole('button', { name: 'Ask again' }).click();
    await expect(page.getByRole('button', { name: 'Restart Toctoc' })).toBeVisible();
    expect(readFileSync(desk.dataFile).equals(before)).toBe(true);
    await page.getByRole('button', { name: 'Start over…' }).click();
    await page.getByRole('button', { name: 'Start over', exact: true }).click();
    await expect(locked(page)).toHaveCount(0);
    await expect(list(page)).not.toContainText(NAME);
    const aside = readdirSync(desk.dataFolder).find((name) => name.startsWith('profiles.locked-')) ?? '';
    expect(readFileSync(join(desk.dataFolder, aside)).equals(before)).toBe(true);
    await save(page);
    await expectSequence(page);
  });
});

test.describe('without a keyring', () => {
  test('a passphrase seals them, is asked for once per start, and can be changed', async ({ desk, session }) => {
    const first = await desk.start({ session: session.env, keyring: 'basic' });
    await askToSave(first.page, FIELDS);
    await expect(first.page.getByText('How shall Toctoc keep your sequences?')).toBeVisible();
    await keepScreen(first.page, 'vault-choose');
    await first.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await first.page.getByLabel('Repeat the passphrase').fill(PASSPHRASE);
    await first.page.getByRole('button', { name: 'Apply' }).click();
    await expect(list(first.page)).toContainText(NAME);
    await first.quit();
    for (const [name, text] of files(desk)) expect([name, SECRET.test(text)]).toEqual([name, false]);

    // The next start speaks another language, and can write nothing while it is locked.
    const data = readFileSync(desk.dataFile, 'utf8');
    expect(data).toContain(languages.en.app.practiceName);
    writeFileSync(desk.dataFile, data.replace(languages.en.app.practiceName, languages.fr.app.practiceName));
    const second = await desk.start({ session: session.env, keyring: 'basic' });
    await expect(locked(second.page)).toBeVisible();
    await expect(list(second.page)).toContainText(languages.fr.app.practiceName);
    const { status } = await new Command(desk).toctoc(['knock', NAME]);
    expect(status).toBe(4);
    await second.page.getByRole('button', { name: 'Unlock' }).click();
    await second.page.getByLabel('Passphrase').fill('three little pigs');
    await second.page.keyboard.press('Enter');
    await expect(second.page.getByText('The passphrase is wrong')).toBeVisible();
    await second.page.getByLabel('Passphrase').fill(PASSPHRASE);
    await second.page.keyboard.press('Enter');
    await expect(locked(second.page)).toHaveCount(0);
    await expect(list(second.page)).toContainText(languages.en.app.practiceName);
    await expectSequence(second.page);
    expect(desk.said.text).not.toMatch(SECRET);
    expect(desk.said.text).not.toContain(PASSPHRASE);
  });

  test('they are readable if the person says so, and sealed when the person changes that', async ({
    desk,
    session,
  }) => {
    const { page } = await desk.start({ session: session.env, keyring: 'basic' });
    await askToSave(page, FIELDS);
    await page.getByLabel('Readable').check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(list(page)).toContainText(NAME);
    await expect.poll(() => readFileSync(desk.dataFile, 'utf8')).toMatch(SECRET);
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByText('Your sequences are readable in the data file.')).toBeVisible();
    await page.getByLabel('Sealed with a passphrase').check();
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByLabel('Repeat the passphrase').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByText('Your sequences are sealed with your passphrase.')).toBeVisible();
    for (const [name, text] of files(desk)) expect([name, SECRET.test(text)]).toEqual([name, false]);
  });
});

test('in portable mode a passphrase is all there is to choose, whatever keyring there may be', async ({
  desk,
  session,
}) => {
  await session.keyring('unlocked');
  const { page } = await desk.start({ session: { ...session.env, PORTABLE_EXECUTABLE_DIR: desk.folder } });
  await askToSave(page, FIELDS);
  await expect(page.getByText('In portable mode they are sealed with a passphrase')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(1);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Repeat the passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expectSaved(page, NAME);
  await expectSequence(page);
});

test('what version 0.1 left readable is sealed by the first change', async ({ desk, session }) => {
  const old = {
    name: NAME,
    host: '127.0.0.1',
    family: 'automatic',
    sequence: [
      { kind: 'knock', port: 17431, protocol: 'tcp' },
      { kind: 'knock', port: 28567, protocol: 'udp', payload: { encoding: 'text', value: 'open sesame' } },
      { kind: 'knock', port: 39123, protocol: 'tcp' },
    ],
    closeSequence: [],
    ...{ gapMs: 50, holdMs: 50, seqTimeoutS: null, serverKind: 'other', connectMode: 'syn', source: '' },
    door: { port: 9, check: true },
    launch: { client: 'none', terminal: 'auto', user: '', port: null, identityFile: '' },
    id: 'home',
    doorSeenAt: null,
  };
  writeFileSync(desk.dataFile, JSON.stringify({ version: 1, profiles: [old], deleted: [] }, undefined, '\t'));
  giveToUser(desk.dataFile);
  await session.keyring('unlocked');
  const { page } = await desk.start({ session: session.env });
  await expectSequence(page);
  await list(page).getByText(NAME).click();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(list(page)).toContainText(`${NAME} (copy)`);
  for (const [name, text] of files(desk)) expect([name, SECRET.test(text)]).toEqual([name, false]);
});
