import { HELP_PAGES, type HelpPageId } from '../../shared/text/help/pages.ts';
import { type LanguageCode, languages } from '../../shared/text/languages.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile, aRun } from '../fakes/profiles.ts';
import { type App, expect, test } from './support/app.ts';

const web = aProfile();
const mail = aProfile({ id: 'mail', name: 'Mail', host: 'mail.example.org' });
const notOpen = { result: 'not-open', door: 'silent', attempts: 3, everOpened: true } as const;

const pageHeading = (app: App, page: HelpPageId, code: LanguageCode = 'en') =>
  app.page.getByRole('heading', { name: languages[code].ui.help.pages[page], exact: true });

/** F1, the page it belongs to with its text, and back by Escape. */
async function expectHelp(app: App, page: HelpPageId): Promise<void> {
  await app.page.keyboard.press('F1');
  await expect(pageHeading(app, page)).toBeFocused();
  await expect(app.page.getByRole('listitem').first()).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(pageHeading(app, page)).toHaveCount(0);
}

test('F1 opens the page that belongs to where one is, and Escape leads back there', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [web, mail] }));
  await app.option('Mail').click();
  await expectHelp(app, 'first-knock');
  await expect(app.option('Mail')).toBeFocused();
  await app.button('New profile').click();
  await expect(app.field('Name')).toBeFocused();
  await expectHelp(app, 'sequence');
  for (const [keys, page] of [
    ['Control+h', 'not-open'],
    ['Control+i', 'import'],
    ['Control+Shift+E', 'import'],
    ['Control+,', 'tray'],
  ] as const) {
    await app.page.keyboard.press(keys);
    await expectHelp(app, page);
  }
  await app.option('Mail').click();
  await app.button('Set up the server…').click();
  await expect(app.field('Firewall')).toBeVisible();
  await expectHelp(app, 'server-setup');
});

test('after a failed run F1 says what to try', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web] }));
  await app.option('Web server').click();
  await expectHelp(app, 'first-knock');
  await bridge.pushRun(aRun({ phase: 'done', outcome: notOpen }));
  await expect(app.status).toContainText('The door did not open');
  await expectHelp(app, 'not-open');
});

test('F1 knows what has the focus, and what is under the help stays as it was', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [web] }));
  await app.button('Settings').click();
  await app.field('Readable').focus();
  await expectHelp(app, 'vault');
  await expect(app.field('Readable')).toBeFocused();
  await app.option('Web server').click();
  await app.button('Edit').click();
  await app.field('Name').fill('Half typed');
  await app.button('Advanced').click();
  await app.button('Generate a list').focus();
  await expectHelp(app, 'one-time');
  await expect(app.button('Generate a list')).toBeFocused();
  await expect(app.field('Name')).toHaveValue('Half typed');
});

test('in the help F1 shows every page, and the search finds words in their texts', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [web] }));
  await app.option('Web server').click();
  await app.page.keyboard.press('F1');
  await expect(pageHeading(app, 'first-knock')).toBeFocused();
  await app.page.keyboard.press('F1');
  await expect(app.page.getByRole('heading', { name: 'Help', exact: true })).toBeFocused();
  for (const page of HELP_PAGES) await expect(app.button(languages.en.ui.help.pages[page])).toBeVisible();
  await app.expectAccessible();
  await app.picture('help-contents');
  await app.field('Search the help').fill('wayland');
  await expect(app.button(languages.en.ui.help.pages.vault)).toHaveCount(0);
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.press('Enter');
  await expect(pageHeading(app, 'tray')).toBeFocused();
  await app.button('All pages').click();
  await app.field('Search the help').fill('xyzzy');
  await expect(app.page.getByText('Nothing matches “xyzzy”.')).toBeVisible();
  await app.button('Close the help').click();
  await expect(app.page.getByRole('heading', { name: 'Web server' })).toBeVisible();
});

test('the help is at the foot of the list, and leads to the keyboard shortcuts, from their beginning', async ({
  app,
}) => {
  await app.page.setViewportSize({ width: 480, height: 420 });
  await app.open(new FakeBridge({ profiles: [web] }));
  await expect(app.button('Help')).toHaveAttribute('title', 'F1');
  await app.picture('side-bar-narrow');
  await app.button('Help').click();
  await app.field('Search the help').fill('shortc');
  await app.button('Keyboard shortcuts').click();
  const sheet = app.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeFocused();
  await app.picture('shortcuts-narrow');
  expect(await sheet.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  expect(await sheet.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)).toBe(true);
});

test('Ctrl+K finds a page by its title, and by a word of its text', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [web] }));
  await expect(app.option('Web server')).toBeVisible();
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('mikrotik');
  // Only texts have it: they are loaded now.
  await app.page.getByRole('dialog').getByRole('option', { name: languages.en.ui.help.pages.sequence }).click();
  await expect(pageHeading(app, 'sequence')).toBeFocused();
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('locked keychain');
  await app.page.keyboard.press('Enter');
  await expect(pageHeading(app, 'vault')).toBeFocused();
});

test('where one may be stuck, a quiet link leads to the page about it', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web, mail] }));
  const follow = async (page: HelpPageId) => {
    await app.button(`Learn more: ${languages.en.ui.help.pages[page]}`).first().click();
    await expect(pageHeading(app, page)).toBeFocused();
    await app.button('Close the help').click();
    await expect(pageHeading(app, page)).toHaveCount(0);
  };
  await app.option('Web server').click();
  await bridge.pushRun(aRun({ phase: 'done', outcome: notOpen }));
  await follow('not-open');
  const problem = { code: 'name-not-found', params: { host: 'web.example.org' } } as const;
  await bridge.pushRun(aRun({ phase: 'done', outcome: { result: 'failed', problem } }));
  await follow('not-open');
  await app.button('Use with ssh…').click();
  await follow('ssh');
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await app.button('Set up the server…').click();
  await follow('server-setup');
  await app.button('Import').click();
  await follow('import');
  await app.button('Settings').click();
  for (const page of ['tray', 'sequence', 'ssh', 'vault'] as const) await follow(page);
  await app.button('New profile').click();
  await follow('sequence');
  await app.button('Advanced').click();
  await follow('one-time');
  await bridge.push('vault', { ...bridge.snapshot.vault, state: 'locked', reason: 'keychain-absent' });
  await follow('vault');
});

test('a menu of the system opens it, and so does its place under the list', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web], wanted: { kind: 'help', serial: 1 } }));
  await expect(app.page.getByRole('heading', { name: 'Help', exact: true })).toBeVisible();
  await expect.poll(() => bridge.called('wanted:done')).toEqual([[{ serial: 1 }]]);
  await bridge.push('wanted', { kind: 'about', serial: 2 });
  await expect(app.page.getByRole('heading', { name: 'About Toctoc' })).toBeVisible();
  await app.button('Settings').click();
  await app.button('Help').click();
  await expect(app.page.getByRole('heading', { name: 'Help', exact: true })).toBeFocused();
});

for (const [code, colorScheme] of [
  ['en', 'light'],
  ['fr', 'dark'],
] as const) {
  test(`every page is there in ${languages[code].name}, in a narrow window too, and can be read by everybody`, async ({
    app,
  }) => {
    await app.page.emulateMedia({ colorScheme });
    await app.page.setViewportSize({ width: 480, height: 900 });
    await app.open(new FakeBridge({ profiles: [web], language: code }));
    await expect(app.option('Web server')).toBeVisible();
    await app.page.keyboard.press('F1');
    await app.page.keyboard.press('F1');
    const { ui } = languages[code];
    for (const page of HELP_PAGES) {
      await app.button(ui.help.pages[page]).click();
      await expect(pageHeading(app, page, code)).toBeFocused();
      await expect(app.page.getByRole('listitem').first()).toBeVisible();
      await app.expectAccessible();
      await app.picture(`help-${code}-${page}`);
      await app.button(ui.help.contents).click();
    }
    // Back to the list, from which it was opened.
    await app.button(ui.help.close).click();
    await expect(app.option('Web server')).toBeVisible();
  });
}
