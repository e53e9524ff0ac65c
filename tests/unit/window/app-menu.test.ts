import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { type MenuPlace, menuTemplate } from '../../../electron/window/app-menu.ts';
import { languages } from '../../../shared/text/languages.ts';

vi.mock('electron', () => ({ Menu: {} }));

describe.each(['darwin', 'linux', 'win32'] as const)('the menu on %s', (platform) => {
  const menu = menuTemplate(platform, languages.en, () => {});
  const roles = menu.flatMap((item) => [
    item.role,
    ...(Array.isArray(item.submenu) ? item.submenu : []).map((sub) => sub.role),
  ]);

  it('brings copy, paste and the text size', () => {
    expect(roles).toEqual(expect.arrayContaining(['editMenu', 'zoomIn', 'zoomOut', 'resetZoom']));
  });

  it('has neither reload nor developer tools', () => {
    expect(roles).not.toEqual(expect.arrayContaining(['reload']));
    expect(roles.some((role) => /reload|devtools/i.test(String(role)))).toBe(false);
  });

  it('is a full application menu where the system shows it', () => {
    expect(roles.includes('appMenu')).toBe(platform === 'darwin');
  });
});

describe('on a Mac', () => {
  const entries = (menu: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
    menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));

  it.each([
    ['en', { 'About Toctoc': 'about', 'Settings…': 'settings', 'Toctoc Help': 'help' }],
    ['fr', { 'À propos de Toctoc': 'about', 'Réglages…': 'settings', 'Aide de Toctoc': 'help' }],
  ] as const)('about, settings and help lead into the window: %s', (code, places) => {
    const shown: MenuPlace[] = [];
    const items = entries(menuTemplate('darwin', languages[code], (place) => shown.push(place)));
    for (const label of Object.keys(places)) {
      const item = items.find((one) => one.label === label);
      Reflect.apply(item?.click ?? (() => {}), undefined, []);
    }
    expect(shown).toEqual(Object.values(places));
  });

  it('elsewhere they are in the window alone', () => {
    for (const platform of ['linux', 'win32'] as const) {
      const items = entries(menuTemplate(platform, languages.en, () => {}));
      expect(items.filter(({ label }) => label !== undefined)).toEqual([]);
    }
  });
});
