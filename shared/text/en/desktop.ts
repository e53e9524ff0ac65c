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
    none: 'No server yet',
    unlock: 'Unlock…',
    open: 'Open Toctoc',
    quickPick: 'Quick pick',
    settings: 'Settings',
    quit: 'Quit',
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
  closing: {
    title: 'Keep Toctoc in the tray?',
    text: 'There it stays one click away, and keeps doors open as you asked. Starting Toctoc again shows the window. You can change this in the settings.',
    keep: 'Keep in the tray',
    quit: 'Quit',
  },
} as const;
