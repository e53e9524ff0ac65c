/** What the window says of the desktop around it. */
export const desktopUi = {
  favourite: 'Favourite',
  favouriteHint: 'Favourite: first in the tray',
  linkConnect: 'Knock and connect to {{name}}?',
  linkKnock: 'Knock on {{name}}?',
  linkHint: 'A link asked for it. Nothing has been sent.',
} as const;
