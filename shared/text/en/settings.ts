/** The settings page. */
export const settings = {
  title: 'Settings',
  look: {
    title: 'Appearance',
    language: 'Language',
    languageSystem: 'Same as system',
    theme: 'Theme',
    themes: { system: 'Same as system', light: 'Light', dark: 'Dark' },
    accent: 'Accent colour',
    accents: { system: 'Same as system', own: 'Toctoc’s own' },
    accentHint: 'This system names no colour, so it is Toctoc’s own.',
  },
  launch: {
    title: 'Connecting',
    terminal: 'Default terminal',
    terminalHint: 'For profiles that do not name one.',
    terminalMissing: '{{id}} (not installed)',
    terminalDesktop: 'The desktop’s',
    terminalAuto: 'The first that is installed',
  },
  knocking: {
    title: 'Knocking',
    gap: 'Gap of new profiles (ms)',
    gapHint: 'Between two knocks. A longer one helps where packets overtake each other.',
    hold: 'Hold of new profiles (ms)',
    holdHint: 'How long each TCP knock stays open. Empty: {{ms}} ms, which suits this system.',
    retries: 'When a door stays shut',
    retriesHint: 'For every profile, but one-time lists: each attempt would use up a line.',
    retriesAuto: 'Try again as this kind of server needs it (recommended)',
    retriesNone: 'Do not try again',
    retriesCount_one: 'Try again once',
    retriesCount_other: 'Try again up to {{count}} times',
  },
  data: {
    title: 'Data',
    folder: 'Profiles, settings, history and the log of errors (without any secret) are in this folder:',
    open: 'Open the folder',
    reset: 'Reset the settings',
    resetHint:
      'All settings on this page return to their defaults, except the history’s length and where sequences are kept. Profiles stay.',
    resetDone: 'The settings are back to their defaults.',
  },
  about: {
    title: 'About',
    version: 'Toctoc {{version}}',
    open: 'Versions and licences',
  },
} as const;
