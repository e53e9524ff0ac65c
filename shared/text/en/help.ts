/** The frame of the help. Its pages are texts of their own, loaded when they are read: see help/languages.ts. */
export const help = {
  title: 'Help',
  contents: 'All pages',
  close: 'Close the help',
  search: 'Search the help',
  nothing: 'Nothing matches “{{query}}”.',
  more: 'Learn more',
  moreOf: 'Learn more: {{page}}',
  found: 'Help',
  pages: {
    'first-knock': 'Knock and connect for the first time',
    import: 'Bring your servers from another tool',
    'server-setup': 'Set up a server',
    'not-open': 'The door does not open',
    ssh: 'Connect with ssh, PuTTY or another program',
    'one-time': 'Use every sequence only once',
    vault: 'How sequences are kept, and a locked keychain',
    tray: 'The tray, the quick pick and shortcuts',
    'command-line': 'The command line',
    sequence: 'Sequences, UDP, gaps and retries',
    protection: 'What knocking protects against, and what not',
  },
} as const;
