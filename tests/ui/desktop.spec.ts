import { DEFAULT_SETTINGS } from '../../shared/model/settings.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile } from '../fakes/profiles.ts';
import { expect, test } from './support/app.ts';

const off = { autostart: { on: false, problem: null }, shortcutProblem: null };
const WAYLAND = { code: 'shortcut-wayland', params: { command: '/opt/Toctoc/toctoc --quick-pick' } } as const;
const name = 'Quick pick shortcut';

test.describe('the desktop', () => {
  test('start at login shows what the system says, and why it cannot be', async ({ app }) => {
    const bridge = await app.open(new FakeBridge());
    await app.button('Settings').click();
    const toggle = app.page.getByRole('switch', { name: 'Start at login' });
    await toggle.click();
    await expect(toggle).toBeChecked();
    await expect.poll(() => bridge.called('autostart:change')).toEqual([[{ on: true }]]);
    await bridge.push('desktop', { ...off, autostart: { on: false, problem: { code: 'autostart-portable' } } });
    await expect(toggle).not.toBeChecked();
    await expect(app.page.getByText('A portable copy cannot start at login')).toBeVisible();
  });

  test('a login item that cannot be written is told, with its file', async ({ app }) => {
    const bridge = new FakeBridge();
    const params = { file: '/home/ada/.config/autostart/toctoc.desktop', reason: 'EACCES' };
    bridge.refusals.set('autostart:change', [{ code: 'autostart-failed', params }]);
    await app.open(bridge);
    await app.button('Settings').click();
    await app.page.getByRole('switch', { name: 'Start at login' }).click();
    await expect(app.page.getByText(params.file)).toBeVisible();
    await expect(app.page.getByRole('switch', { name: 'Start at login' })).not.toBeChecked();
  });

  test('the shortcut is pressed, not typed; one that is taken says so', async ({ app }) => {
    const bridge = await app.open(new FakeBridge());
    await app.button('Settings').click();
    const field = app.field(name);
    await field.focus();
    await app.page.keyboard.press('k');
    await app.page.keyboard.press('Control+Alt+k');
    await expect(field).toHaveValue('Ctrl+Alt+K');
    await expect.poll(() => bridge.called('settings:change')).toEqual([[{ quickPickShortcut: 'Control+Alt+K' }]]);
    await bridge.push('desktop', {
      ...off,
      shortcutProblem: { code: 'shortcut-taken', params: { shortcut: 'Ctrl+Alt+K' } },
    });
    await expect(app.page.getByText('another program has it')).toBeVisible();
    await field.scrollIntoViewIfNeeded();
    await app.expectAccessible();
    await app.picture('settings-desktop');
    await app.button('Remove the shortcut').click();
    await expect(field).toHaveValue('');
    await field.focus();
    await app.page.keyboard.press('Tab');
    await expect(field).not.toBeFocused();
  });

  test('French, narrow, dark', async ({ app }) => {
    await app.page.setViewportSize({ width: 480, height: 720 });
    await app.page.emulateMedia({ colorScheme: 'dark' });
    const settings = { ...DEFAULT_SETTINGS, language: 'fr' as const, quickPickShortcut: 'Control+Alt+K' };
    await app.open(new FakeBridge({ settings, desktop: { ...off, shortcutProblem: WAYLAND } }));
    await app.button('Paramètres').click();
    await app.field('Raccourci du choix rapide').scrollIntoViewIfNeeded();
    await app.picture('settings-desktop-french');
  });

  test('the star puts a profile first in the tray', async ({ app }) => {
    const bridge = await app.open(new FakeBridge({ profiles: [aProfile()] }));
    await app.button('Favourite').click();
    await expect(app.button('Favourite')).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => bridge.called('profiles:favourite')).toEqual([[{ id: 'web', on: true }]]);
    await app.picture('favourite');
    // An edit keeps it.
    await app.button('Edit').click();
    await app.field('Name').fill('Web 2');
    await app.button('Save').click();
    await expect(app.button('Favourite')).toHaveAttribute('aria-pressed', 'true');
  });

  test('a link selects a profile and asks; Enter answers, and nothing is sent before', async ({ app }) => {
    const nas = aProfile({ id: 'nas', name: 'NAS' });
    const bridge = await app.open(new FakeBridge({ profiles: [aProfile(), nas] }));
    await bridge.push('wanted', { serial: 1, kind: 'profile', profileId: 'nas', byLink: true });
    await expect(app.page.getByRole('note')).toContainText('Knock and connect to NAS? A link asked for it.');
    await expect(app.button('Knock and connect')).toBeFocused();
    await app.expectAccessible();
    await app.picture('link');
    await expect.poll(() => bridge.called('wanted:done')).toEqual([[{ serial: 1 }]]);
    expect(bridge.called('runs:start')).toEqual([]);
    await app.page.keyboard.press('Enter');
    await expect.poll(() => bridge.called('runs:start')).toEqual([[{ profileId: 'nas', action: 'connect' }]]);
    await app.option('Web server').click();
    await expect(app.page.getByRole('note')).toHaveCount(0);
  });

  test('a link does not lose what is being edited', async ({ app }) => {
    const bridge = await app.open(new FakeBridge({ profiles: [aProfile(), aProfile({ id: 'nas', name: 'NAS' })] }));
    await app.button('New profile').click();
    await app.field('Name').fill('Half a profile');
    await bridge.push('wanted', { serial: 1, kind: 'profile', profileId: 'nas', byLink: true });
    await expect(app.field('Name')).toHaveCount(0);
    await app.button('New profile').click();
    await expect(app.field('Name')).toHaveValue('Half a profile');
  });
});
