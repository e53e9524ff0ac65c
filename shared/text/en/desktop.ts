/** What stands outside of the window: the tray, questions, notifications. */
export const desktop = {
  tray: {
    connect: 'Knock and connect',
    knock: 'Knock',
    close: 'Close door',
    again: '{{action}}: {{name}}',
    running: '{{name}}: {{phase}}',
    cancel: 'Cancel',
    cancelAll: 'Cancel all',
    range: '{{first}} … {{last}}',
    more: '{{count}} more: use Quick pick',
    fewLines: '{{left}} of {{total}} one-time lines left: make a new list, knockd crashes on the last',
    none: 'No server yet',
    unlock: 'Unlock…',
    open: 'Open Toctoc',
    quickPick: 'Quick pick',
    settings: 'Settings',
    quit: 'Quit',
  },
  /** The application menu, which only a Mac shows. */
  menu: {
    about: 'About Toctoc',
    settings: 'Settings…',
    helpMenu: 'Help',
    help: 'Toctoc Help',
  },
  /** Where a run is, behind a server’s name. */
  phase: {
    resolving: 'looking up its name',
    queued: 'waiting for its turn',
    looking: 'looking at the door',
    waiting: 'waiting before the next attempt',
    knocking: 'knocking',
    checking: 'checking the door',
    starting: 'starting the session',
  },
  /** Said by the icon when the pointer rests on it. */
  icon: {
    idle: 'Toctoc',
    knocking: 'Toctoc: {{names}}',
    open: 'Toctoc: {{name}} is open',
    kept: 'Toctoc keeps open: {{names}}',
    failed: 'Toctoc: {{name}} did not open',
    unlaunched: 'Toctoc: {{name}} is open, but its session did not start',
  },
  /** Where a run ended and no window of ours is looked at. */
  notification: {
    open: '{{name}}: the door is open',
    started: 'Session started in {{client}}.',
    unlaunched: '{{name}}: open, but the session did not start',
    sent: '{{name}}: all knocks were sent',
    closed: '{{name}}: the door is closed',
    verified: 'Seen shut.',
    unverified: 'The close sequence was sent; nobody looked at the door.',
    stillOpen: '{{name}}: the door is still open',
    stillOpenHint: 'The close sequence was sent, and the door still answers.',
    notOpen: '{{name}}: the door did not open',
    silent: 'It gives no answer. Click to see what to try.',
    refused: 'The server was reached, but the door is still refused. Click to see what to try.',
  },
  /** The app is to end while an editor holds something. */
  unsaved: {
    title: 'Quit and lose your unsaved changes?',
    text: 'What you have not saved is kept while Toctoc runs, but no longer.',
    stay: 'Keep editing',
    leave: 'Quit without saving',
  },
  /** Instead of a window: on the screen and in the terminal. */
  cannotStart: {
    title: 'Toctoc cannot start',
    dataFolder:
      'Nothing can be written in its data folder, {{path}} ({{code}}). Give yourself the right to write there, make room on the disk, or name another folder with --user-data-dir=FOLDER. Nothing was changed.',
    damaged:
      'A part of the program is missing or cannot be read: {{path}}. Install Toctoc again; your servers are kept elsewhere, and stay.',
    unexpected: 'Something went wrong while it started. What it was is in {{path}}. Your servers are where they were.',
  },
  hanging: {
    title: 'The window does not answer',
    text: 'Runs go on, and what was typed about a server is kept when the window is loaded again.',
    wait: 'Wait',
    reload: 'Load again',
  },
  crashing: {
    title: 'The window keeps crashing',
    text: 'Toctoc itself goes on, and so do its runs. If loading the window again does not help, quit Toctoc and start it again; what happened is in its log.',
    again: 'Load again',
    close: 'Close the window',
  },
  closing: {
    title: 'Keep Toctoc in the tray?',
    text: 'There it stays one click away, and keeps doors open as you asked. Starting Toctoc again shows the window. You can change this in the settings.',
    keep: 'Keep in the tray',
    quit: 'Quit',
  },
} as const;
