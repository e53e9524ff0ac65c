import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../shared/text/en.ts';

/** What the menu asks the window to show. */
export type MenuPlace = 'about' | 'settings' | 'help';

/** Puts the application menu in place, in the language of `text`. */
export function applyMenu(text: Language, show: (place: MenuPlace) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, text, show)));
}

/**
 * The application menu. Shown on macOS alone, where copy and paste exist only through it; elsewhere it is hidden and
 * brings the shortcuts (text fields have copy and paste by themselves; the text size, WCAG 1.4.4, has them only here).
 * No reload and no developer tools: neither is for the person.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  { desktop }: Language,
  show: (place: MenuPlace) => void,
): MenuItemConstructorOptions[] {
  const textSize: MenuItemConstructorOptions = {
    role: 'viewMenu',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      // The role's own shortcut is Ctrl and +, which is Shift and = on many keyboards: people press it without Shift.
      { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false, acceleratorWorksWhenHidden: true },
      { role: 'zoomOut' },
    ],
  };
  if (platform !== 'darwin') return [{ role: 'editMenu' }, textSize];
  const place = (label: string, to: MenuPlace): MenuItemConstructorOptions => ({ label, click: () => show(to) });
  return [
    // What the role itself would bring, with our own page about the app, and the settings where a Mac has them.
    {
      role: 'appMenu',
      submenu: [
        place(desktop.menu.about, 'about'),
        { type: 'separator' },
        { ...place(desktop.menu.settings, 'settings'), accelerator: 'Command+,' },
        { type: 'separator' },
        { role: 'services' },
        { type: 'separator' },
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    textSize,
    { role: 'windowMenu' },
    { role: 'help', label: desktop.menu.helpMenu, submenu: [place(desktop.menu.help, 'help')] },
  ];
}
