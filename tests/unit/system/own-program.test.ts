import { describe, expect, it } from 'vitest';
import { ownFile, ownProgram, type ProgramFacts } from '../../../electron/system/own-program.ts';
import { portableData } from '../../../electron/system/paths.ts';

const facts: ProgramFacts = {
  platform: 'linux',
  env: {},
  execPath: '/opt/Toctoc/toctoc',
  packaged: true,
  appPath: '/opt/Toctoc/resources/app.asar',
  switches: [],
};

describe('how to start this copy again', () => {
  it('is its program', () => {
    expect(ownProgram(facts)).toEqual({ lasts: true, file: '/opt/Toctoc/toctoc', args: [] });
  });

  it('is Electron on our folder, from source, with the switches of this start', () => {
    const args = ['/opt/Toctoc/resources/app.asar', '--user-data-dir=/x'];
    expect(ownProgram({ ...facts, packaged: false, switches: ['--user-data-dir=/x'] })).toMatchObject({ args });
  });

  it('is the AppImage, which is mounted elsewhere each time', () => {
    const env = { APPIMAGE: '/home/ada/Toctoc.AppImage' };
    expect(ownProgram({ ...facts, env, execPath: '/tmp/.mount_x/toctoc' })).toMatchObject({ file: env.APPIMAGE });
    expect(ownProgram({ ...facts, env, platform: 'win32' })).toMatchObject({ file: facts.execPath });
  });

  it('has no path that lasts in a portable build, or where macOS moved it', () => {
    const portable = { ...facts, platform: 'win32', env: { PORTABLE_EXECUTABLE_FILE: 'E:\\Toctoc.exe' } } as const;
    expect(ownProgram(portable)).toEqual({ lasts: false, problem: { code: 'autostart-portable' } });
    const execPath = '/private/var/folders/x/AppTranslocation/1/d/Toctoc.app/Contents/MacOS/Toctoc';
    const moved = ownProgram({ ...facts, platform: 'darwin', execPath });
    expect(moved).toEqual({ lasts: false, problem: { code: 'autostart-translocated' } });
  });
});

describe('the file that a copy came in', () => {
  it('is an AppImage’s on Linux and a portable program’s on Windows: what it runs from is gone with the process', () => {
    const env = { APPIMAGE: '/home/ada/Toctoc.AppImage', PORTABLE_EXECUTABLE_FILE: 'E:\\Toctoc.exe' };
    expect(ownFile('linux', env)).toBe(env.APPIMAGE);
    expect(ownFile('win32', env)).toBe(env.PORTABLE_EXECUTABLE_FILE);
    expect(ownFile('darwin', env)).toBeNull();
  });

  it('is none where it runs from where it lies', () => {
    expect(ownFile('linux', {})).toBeNull();
    expect(ownFile('win32', { PORTABLE_EXECUTABLE_FILE: '' })).toBeNull();
  });
});

describe('portable data', () => {
  const env = { PORTABLE_EXECUTABLE_DIR: '/media/stick' };

  it('lies beside the program', () => {
    expect(portableData('win32', env, false)).toMatch(/^\/media\/stick[\\/]Toctoc Data$/);
  });

  it('is for portable builds on Windows alone, and not where a folder was named', () => {
    expect(portableData('win32', {}, false)).toBeNull();
    expect(portableData('win32', { PORTABLE_EXECUTABLE_DIR: '' }, false)).toBeNull();
    expect(portableData('linux', env, false)).toBeNull();
    expect(portableData('win32', env, true)).toBeNull();
  });
});
