import { DEFAULT_SETTINGS } from '../../shared/model/settings.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { expect, test } from './support/app.ts';

test.describe('settings', () => {
  test('are opened from under the list, and the list stays', async ({ app }) => {
    await app.open(new FakeBridge());
    await app.button('Settings').click();
    await expect(app.page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await expect(app.button('Settings')).toHaveAttribute('aria-current', 'page');
    await app.expectAccessible();
    await app.picture('settings');
    await app.option('Practice server').click();
    await expect(app.page.getByRole('heading', { name: 'Practice server' })).toBeVisible();
    await expect(app.button('Settings')).not.toHaveAttribute('aria-current');
  });

  test('change the language at once, here and in main', async ({ app }) => {
    const bridge = await app.open(new FakeBridge());
    await app.button('Settings').click();
    await app.field('Language').selectOption('Français');
    await expect(app.page.getByRole('heading', { name: 'Paramètres' })).toBeVisible();
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'fr');
    await expect.poll(() => bridge.called('settings:change')).toEqual([[{ language: 'fr' }]]);
    await app.picture('settings-french');
    await app.field('Langue').selectOption('Comme le système');
    await expect(app.page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  });

  test('that cannot be kept stay as they are, and say why', async ({ app }) => {
    const bridge = new FakeBridge();
    bridge.refusals.set('settings:change', [
      { code: 'file-unwritable', params: { file: '/home/ada/settings.json', reason: 'ENOSPC' } },
    ]);
    await app.open(bridge);
    await app.button('Settings').click();
    await app.field('Theme').selectOption('Dark');
    await expect(app.page.getByText('/home/ada/settings.json')).toBeVisible();
    await expect(app.field('Theme')).toHaveValue('system');
  });

  test('name a default terminal that is gone, once that is known', async ({ app }) => {
    const settings = { ...DEFAULT_SETTINGS, defaultTerminal: 'kitty' };
    const bridge = await app.open(new FakeBridge({ settings, launchers: null }));
    await app.button('Settings').click();
    const chosen = app.field('Default terminal').locator('option:checked');
    await expect(chosen).toHaveText('kitty');
    await bridge.push('launchers', [{ client: 'ssh', id: 'xterm', name: 'xterm' }]);
    await expect(chosen).toHaveText('kitty (not installed)');
    await app.field('Default terminal').selectOption('xterm');
    await expect.poll(() => bridge.called('settings:change')).toEqual([[{ defaultTerminal: 'xterm' }]]);
    await expect(app.page.getByText('(not installed)')).toHaveCount(0);
  });

  test('say what a new profile begins with; what is no number changes nothing', async ({ app }) => {
    const bridge = await app.open(new FakeBridge());
    await app.button('Settings').click();
    await app.field('Gap of new profiles (ms)').fill('20000');
    await app.field('Gap of new profiles (ms)').press('Enter');
    await expect(app.page.getByText('Gap is out of range')).toBeVisible();
    expect(bridge.called('settings:change')).toEqual([]);
    await app.expectAccessible();
    await app.field('Gap of new profiles (ms)').fill('120');
    await app.field('Hold of new profiles (ms)').fill('80');
    await app.page.keyboard.press('Tab');
    await app.field('When a door stays shut').selectOption('Try again up to 3 times');
    await expect(app.page.getByText('Gap is out of range')).toHaveCount(0);
    await expect
      .poll(() => bridge.called('settings:change'))
      .toEqual([[{ gapMs: 120 }], [{ holdMs: 80 }], [{ retries: 3 }]]);
    await app.field('Hold of new profiles (ms)').fill('');
    await app.field('Hold of new profiles (ms)').blur();
    await expect.poll(() => bridge.called('settings:change').at(-1)).toEqual([{ holdMs: null }]);
    await app.button('New profile').click();
    await expect(app.field('Gap (ms)')).toHaveValue('120');
    await app.button('Advanced').click();
    await expect(app.field('Hold (ms)')).toHaveValue('50');
  });

  test('open the data folder, or say why that cannot be', async ({ app }) => {
    const bridge = await app.open(new FakeBridge());
    await app.button('Settings').click();
    await app.button('Open the folder').click();
    await expect.poll(() => bridge.called('data-folder:open')).toEqual([[]]);
    bridge.refusals.set('data-folder:open', [
      { code: 'folder-not-opened', params: { folder: '/home/ada/.config/toctoc', reason: 'no file manager' } },
    ]);
    await app.button('Open the folder').click();
    await expect(app.page.getByText('could not be opened (no file manager)')).toBeVisible();
  });

  test('go back to how they were at first, and that can be undone; the history keeps its length', async ({ app }) => {
    const mine = { ...DEFAULT_SETTINGS, theme: 'dark', gapMs: 90, retries: 2, historyLength: 2000 } as const;
    const bridge = await app.open(new FakeBridge({ settings: mine }));
    await app.button('Settings').click();
    await app.button('Reset the settings').click();
    await expect(app.field('Theme')).toHaveValue('system');
    await expect.poll(() => bridge.snapshot.settings).toEqual({ ...DEFAULT_SETTINGS, historyLength: 2000 });
    await app.button('Undo').click();
    await expect(app.field('Theme')).toHaveValue('dark');
    await expect.poll(() => bridge.snapshot.settings).toEqual(mine);
  });

  test('leaving an editor with changes for them keeps these', async ({ app }) => {
    await app.open(new FakeBridge());
    await app.button('New profile').click();
    await app.field('Name').fill('Web');
    await app.button('Settings').click();
    await expect(app.field('Name')).toHaveCount(0);
    await app.button('New profile').click();
    await expect(app.field('Name')).toHaveValue('Web');
  });

  test('have room in a narrow window, with a way back', async ({ app }) => {
    await app.page.setViewportSize({ width: 480, height: 600 });
    await app.open(new FakeBridge());
    await app.button('Settings').click();
    await app.picture('settings-narrow');
    await app.button('Back').click();
    await expect(app.option('Practice server')).toBeVisible();
  });
});
