import { describe, expect, it } from 'vitest';
import { cleanEnvironment, forOthers, REMOVED } from '../../../electron/launch/environment.ts';

describe('a terminal’s environment', () => {
  it('keeps what is the person’s', () => {
    const own = {
      HOME: '/home/ann',
      PATH: '/usr/bin',
      SSH_AUTH_SOCK: '/run/agent',
      DISPLAY: ':0',
      LANG: 'fr_FR.UTF-8',
    };
    expect(cleanEnvironment(own)).toEqual(own);
  });

  it('loses what Electron and Chromium set, by a table with reasons', () => {
    const set = Object.fromEntries(Object.keys(REMOVED).map((name) => [name, 'x']));
    const electron = { ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ATTACH_CONSOLE: '1', ELECTRON_OVERRIDE_DIST_PATH: '/x' };
    expect(cleanEnvironment({ ...set, ...electron, HOME: '/h', ORIGINAL_XDG_CURRENT_DESKTOP: 'undefined' })).toEqual({
      HOME: '/h',
    });
    expect(Object.values(REMOVED).every((reason) => reason.length > 5)).toBe(true);
  });

  it.each([
    ['Unity', 'ubuntu:GNOME', 'ubuntu:GNOME'],
    ['GNOME', 'GNOME', 'GNOME'],
    ['Unity', 'undefined', undefined],
    ['KDE', undefined, 'KDE'],
  ])('has its desktop again: %j, kept %j', (current, original, expected) => {
    const cleaned = cleanEnvironment({ XDG_CURRENT_DESKTOP: current, ORIGINAL_XDG_CURRENT_DESKTOP: original });
    expect(cleaned['XDG_CURRENT_DESKTOP']).toBe(expected);
  });

  it('loses an AppImage’s folders, and a list that was only those', () => {
    expect(
      cleanEnvironment({
        APPDIR: '/tmp/.mount_a',
        APPIMAGE: '/home/ann/Toctoc.AppImage',
        PATH: '/tmp/.mount_a:/tmp/.mount_a/usr/bin:/tmp/.mount_ab/bin:/usr/bin',
        LD_LIBRARY_PATH: '/tmp/.mount_a/usr/lib:',
        XDG_DATA_DIRS: '/tmp/.mount_a/usr/share:/usr/share',
      }),
    ).toEqual({ PATH: '/tmp/.mount_ab/bin:/usr/bin', XDG_DATA_DIRS: '/usr/share' });
  });

  it('keeps the person’s own libraries where there is no AppImage', () => {
    expect(cleanEnvironment({ LD_LIBRARY_PATH: '/opt/lib' })).toEqual({ LD_LIBRARY_PATH: '/opt/lib' });
  });

  it('does not say of a portable copy where it lies: another Toctoc would believe it', () => {
    const environment = { PORTABLE_EXECUTABLE_DIR: 'E:\\', PORTABLE_EXECUTABLE_FILE: 'E:\\Toctoc.exe', Path: 'C:\\' };
    expect(forOthers(environment)).toEqual({ Path: 'C:\\' });
  });
});
