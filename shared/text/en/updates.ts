/** New versions of the app: the question, the bar above everything, and the settings. */
export const updates = {
  question:
    'May Toctoc look for new versions, once a day, at github.com? Nothing about you or your servers is sent. You can change this in the settings.',
  yes: 'Look for updates',
  no: 'No',
  available: 'Toctoc {{version}} is there.',
  download: 'Download',
  downloading: 'Downloading Toctoc {{version}} ({{percent}} %)…',
  ready: 'Toctoc {{version}} is ready. It is installed when Toctoc is quit, or now:',
  install: 'Restart now',
  again: 'Try again',
  later: 'Later',
  section: {
    title: 'Updates',
    choice: 'Look for new versions',
    hint: 'Once a day, at github.com; nothing about you or your servers is sent. A new version is downloaded only when you say so.',
    choices: { off: 'Never', stable: 'Yes', beta: 'Yes, test versions too' },
    check: 'Check now',
    checking: 'Looking…',
    current: 'This is the newest version.',
    page: 'Download page',
    byPackage:
      'Toctoc was installed as a package: your package manager installs new versions, and Toctoc looks for none.',
    byHand: 'This copy does not update itself and looks for no new versions: they are on the download page.',
    source: 'Toctoc runs from its source: it looks for no new versions.',
  },
} as const;
