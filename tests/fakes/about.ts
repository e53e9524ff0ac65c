import type { AboutFacts, Licence } from '../../shared/model/about.ts';

/** An installed copy on Debian. */
export const FACTS: AboutFacts = {
  electron: '45.4.1',
  chromium: '148.0.7778.97',
  node: '24.21.0',
  system: 'Debian GNU/Linux 12 (bookworm)',
  release: '6.1.0-28-amd64',
  arch: 'x64',
  desktop: 'GNOME, wayland',
  logFile: '/home/ada/.config/toctoc/logs/main.log',
  chromiumLicences: '/opt/Toctoc/LICENSES.chromium.html',
};

export const LICENCES: readonly Licence[] = [
  { name: 'Toctoc', version: '0.1.0', licence: 'MIT', text: 'MIT License\n\nCopyright (c) The Toctoc contributors' },
  { name: 'Electron', version: '45.4.1', licence: 'MIT', text: 'Copyright (c) Electron contributors' },
  {
    name: 'graceful-fs',
    version: '4.2.12',
    licence: 'BlueOak-1.0.0',
    text: `# Blue Oak Model License\n\n${'This license gives everyone as much permission to work with this software as possible. '.repeat(12)}`,
  },
  { name: 'react', version: '19.3.1', licence: 'MIT', text: 'Copyright (c) Meta Platforms, Inc. and affiliates.' },
  { name: 'semver', version: '7.7.4', licence: 'ISC', text: 'The ISC License' },
  { name: 'semver', version: '7.8.6', licence: 'ISC', text: 'The ISC License' },
];
