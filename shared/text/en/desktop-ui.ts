/** What the window says of the desktop around it. */
export const desktopUi = {
  favourite: 'Favourite',
  favouriteHint: 'Favourite: first in the tray',
  quickPick: {
    field: 'Knock and connect to…',
    toClose: 'to close',
    close: 'Close',
    show: 'Show in Toctoc',
  },
  section: {
    title: 'Desktop',
    autostart: 'Start at login',
    autostartHint: 'Hidden, in the tray.',
    closeToTray: 'Stay in the tray when the window is closed',
    closeToTrayHint: 'Otherwise closing the window quits, and doors are no longer kept open.',
    notifications: 'Notifications',
    notificationsHint: 'When a run ends and no window of Toctoc has the focus.',
    notificationChoices: { all: 'All', failures: 'What went wrong', none: 'None' },
    shortcut: 'Quick pick shortcut',
    shortcutHint: 'Opens the quick pick from anywhere. Press the keys, such as Ctrl+Alt+K.',
    shortcutNone: 'None',
    shortcutPress: 'Press the keys…',
    shortcutClear: 'Remove the shortcut',
  },
  linkConnect: 'Knock and connect to {{name}}?',
  linkKnock: 'Knock on {{name}}?',
  linkHint: 'A link asked for it. Nothing has been sent.',
} as const;
