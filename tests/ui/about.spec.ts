import { FACTS } from '../fakes/about.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile } from '../fakes/profiles.ts';
import { type App, expect, test } from './support/app.ts';

const secretive = aProfile({ name: 'Vault of gold', host: 'gold.example.org' });

async function openAbout(app: App, start: ConstructorParameters<typeof FakeBridge>[0] = {}): Promise<FakeBridge> {
  const bridge = await app.open(new FakeBridge({ profiles: [secretive], ...start }));
  await app.button('Settings').click();
  await app.button('Versions and licences').click();
  await expect(app.page.getByRole('heading', { name: 'About Toctoc' })).toBeVisible();
  await expect(app.page.getByText('graceful-fs')).toBeVisible();
  return bridge;
}

test('says what this copy is and runs on, and copies that for a report, without anything of the person’s', async ({
  app,
}) => {
  const bridge = await openAbout(app);
  for (const text of ['45.4.1', '148.0.7778.97', '24.21.0', 'deb package', 'GNOME, wayland'])
    await expect(app.page.getByRole('definition').filter({ hasText: text })).toHaveCount(1);
  await app.expectAccessible();
  await app.picture('about');
  await app.button('Copy versions').click();
  await expect(app.page.getByText('The versions are on the clipboard.')).toBeVisible();
  const text = [
    'Toctoc 0.1.0 (deb)',
    'Electron 45.4.1, Chromium 148.0.7778.97, Node 24.21.0',
    'Debian GNU/Linux 12 (bookworm), 6.1.0-28-amd64, x64',
    'Desktop: GNOME, wayland',
    'Secrets: keychain, gnome_libsecret',
    'Language: en',
    '',
  ].join('\n');
  await expect.poll(() => bridge.called('clipboard:write')).toEqual([[{ text }]]);
});

test('lists the licences, finds them by name and kind, and opens their texts by the keyboard', async ({ app }) => {
  await openAbout(app);
  await expect(app.page.getByText('6 parts')).toBeVisible();
  await app.field('Search the licences').fill('isc');
  await expect(app.page.getByText('2 parts')).toBeVisible();
  await expect(app.page.getByText('graceful-fs')).toHaveCount(0);
  await app.field('Search the licences').fill('blue');
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText('# Blue Oak Model License')).toBeVisible();
  await app.expectAccessible();
  await app.field('Search the licences').fill('gpl');
  await expect(app.page.getByText('Nothing matches “gpl”.')).toBeVisible();
});

test('opens the folders and Chromium’s notices, or says why that cannot be', async ({ app }) => {
  const bridge = await openAbout(app);
  await app.button('Open the data folder').click();
  await app.button('Open the log’s folder').click();
  await app.button('Open Chromium’s notices').click();
  await expect.poll(() => bridge.called('about:open')).toEqual([['logs'], ['chromium-licences']]);
  await expect.poll(() => bridge.called('data-folder:open')).toEqual([[]]);
  bridge.refusals.set('about:open', [
    { code: 'folder-not-opened', params: { folder: FACTS.chromiumLicences ?? '', reason: 'no browser' } },
  ]);
  await app.button('Open Chromium’s notices').click();
  await expect(app.page.getByText('could not be opened (no browser)')).toBeVisible();
});

test('says that the licences cannot be read, not that there are none', async ({ app }) => {
  const bridge = new FakeBridge();
  bridge.refusals.set('about:licences', [{ code: 'internal', params: { reason: 'ENOENT' } }]);
  await app.open(bridge);
  await app.button('Settings').click();
  await app.button('Versions and licences').click();
  await expect(app.page.getByText('ENOENT')).toBeVisible();
  await expect(app.field('Search the licences')).toHaveAccessibleDescription('');
});

test('is one of the palette’s actions, and speaks French', async ({ app }) => {
  await app.open(new FakeBridge({ language: 'fr' }));
  await expect(app.option('Practice server')).toBeVisible();
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('à propos');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('heading', { name: 'À propos de Toctoc' })).toBeVisible();
  await expect(app.page.getByText('6 composants')).toBeVisible();
  await app.page.setViewportSize({ width: 480, height: 700 });
  await app.expectAccessible();
  await app.picture('about-french-narrow');
});
