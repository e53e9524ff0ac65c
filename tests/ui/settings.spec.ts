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
    expect(bridge.called('settings:change')).toEqual([[{ language: 'fr' }]]);
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

  test('name a default terminal that is gone', async ({ app }) => {
    const bridge = await app.open(new FakeBridge({ settings: { ...DEFAULT_SETTINGS, defaultTerminal: 'kitty' } }));
    await app.button('Settings').click();
    await expect(app.field('Default terminal')).toHaveValue('kitty');
    await app.field('Default terminal').selectOption('xterm');
    expect(bridge.called('settings:change')).toEqual([[{ defaultTerminal: 'xterm' }]]);
    await expect(app.page.getByText('(not installed)')).toHaveCount(0);
  });

  test('leaving an editor with changes for them asks first', async ({ app }) => {
    await app.open(new FakeBridge());
    await app.button('New profile').click();
    await app.field('Name').fill('Web');
    await app.button('Settings').click();
    await app.button('Keep editing').click();
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
