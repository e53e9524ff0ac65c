import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PersonsSystem, runtimeFolder, sessionFolder } from '../../../electron/knock/private-folder.ts';

const told: PersonsSystem = {
  platform: 'linux',
  environment: { XDG_RUNTIME_DIR: '/run/user/7' },
  temporaryFolder: '/tmp',
  userId: 7,
};
const untold: PersonsSystem = { ...told, environment: {} };
/** A system where these folders are there and user 7's alone. */
const having =
  (...folders: readonly string[]) =>
  (path: string, userId: number | null) =>
    userId === 7 && folders.includes(path);

describe('the folder where the programs of one person meet', () => {
  it('is the runtime folder on Linux, and one among the temporary folders elsewhere', () => {
    const nowhere = having();
    expect(runtimeFolder(told, nowhere)).toBe(join('/run/user/7/toctoc'));
    expect(runtimeFolder({ ...told, platform: 'darwin' }, nowhere)).toBe(join('/tmp/toctoc-7'));
    expect(runtimeFolder(untold, nowhere)).toBe(join('/tmp/toctoc-7'));
    expect(runtimeFolder({ ...untold, platform: 'win32', userId: null }, nowhere)).toBe(join('/tmp/toctoc'));
  });

  it('is the same for who was started outside the session', () => {
    expect(runtimeFolder(untold, having('/run/user/7'))).toBe(runtimeFolder(told));
    expect(runtimeFolder({ ...untold, userId: 8 }, having('/run/user/8'))).toBe(join('/tmp/toctoc-8'));
  });
});

describe('the session’s folder', () => {
  it.each(['', 'relative/folder'])('is not %j', (path) => {
    const system = { ...told, environment: { XDG_RUNTIME_DIR: path } };
    expect(sessionFolder(system, having())).toBeNull();
    expect(sessionFolder(system, having('/run/user/7'))).toBe('/run/user/7');
  });

  it('is guessed on Linux only', () => {
    expect(sessionFolder({ ...untold, platform: 'darwin' }, having('/run/user/7'))).toBeNull();
  });
});
