/** The settings page. */
export const settings = {
  title: 'Settings',
  look: {
    title: 'Appearance',
    language: 'Language',
    languageSystem: 'As the system',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  },
  launch: {
    title: 'Connecting',
    terminal: 'Default terminal',
    terminalHint: 'For profiles that do not name one.',
    terminalMissing: '{{id}} (not installed)',
    terminalAuto: 'The first that is installed',
  },
  about: {
    title: 'About',
    version: 'Toctoc {{version}}',
    dataFolder: 'Your data is in {{folder}}',
  },
} as const;
