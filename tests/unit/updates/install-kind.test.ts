import { describe, expect, it } from 'vitest';
import { type InstallFacts, installKind } from '../../../electron/updates/install-kind.ts';
import { isSelfUpdating } from '../../../shared/model/updates.ts';

const linux: InstallFacts = {
  platform: 'linux',
  env: {},
  execPath: '/opt/Toctoc/toctoc',
  resourcesPath: '/opt/Toctoc/resources',
  packaged: true,
  read: () => null,
};
const withType = (type: string) => (path: string) => (path === '/opt/Toctoc/resources/package-type' ? type : null);
const windows: InstallFacts = {
  ...linux,
  platform: 'win32',
  execPath: 'C:\\Users\\ada\\AppData\\Local\\Programs\\toctoc\\Toctoc.exe',
  resourcesPath: 'C:\\Users\\ada\\AppData\\Local\\Programs\\toctoc\\resources',
};
const uninstaller = 'C:\\Users\\ada\\AppData\\Local\\Programs\\toctoc\\Uninstall Toctoc.exe';

describe('how this copy was installed', () => {
  it.each([
    ['source', { ...linux, packaged: false, env: { APPIMAGE: '/home/ada/Toctoc.AppImage' } }],
    ['deb', { ...linux, read: withType('deb\n') }],
    ['rpm', { ...linux, read: withType('rpm') }],
    ['appimage', { ...linux, env: { APPIMAGE: '/home/ada/Toctoc.AppImage' }, read: withType('deb') }],
    // A tar.gz is packed from the same folder, with the deb's mark in it.
    ['archive', { ...linux, execPath: '/home/ada/Toctoc/toctoc', read: () => 'deb' }],
    ['archive', { ...linux, read: withType('pacman') }],
    ['archive', linux],
    ['nsis', { ...windows, read: (path: string) => (path === uninstaller ? '' : null) }],
    ['portable', { ...windows, env: { PORTABLE_EXECUTABLE_FILE: 'E:\\Toctoc.exe' }, read: () => '' }],
    ['archive', windows],
    ['mac', { ...linux, platform: 'darwin', execPath: '/Applications/Toctoc.app/Contents/MacOS/Toctoc' }],
    ['archive', { ...linux, platform: 'darwin', execPath: '/private/var/x/AppTranslocation/y/d/Toctoc.app/Toctoc' }],
  ] as const)('%s', (kind, facts) => {
    expect(installKind(facts)).toBe(kind);
  });
});

it('only those that nobody else looks after update themselves', () => {
  expect((['nsis', 'appimage', 'mac'] as const).every(isSelfUpdating)).toBe(true);
  expect((['deb', 'rpm', 'portable', 'archive', 'source'] as const).some(isSelfUpdating)).toBe(false);
});
