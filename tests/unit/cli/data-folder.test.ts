import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDataFolder } from '../../../electron/cli/data-folder.ts';

const home = '/home/me';

describe('the data folder', () => {
  it('is what TOCTOC_HOME says, absolute, and the app is told', () => {
    const found = findDataFolder({ platform: 'linux', env: { TOCTOC_HOME: 'data' }, home });
    expect(found).toEqual({ path: resolve('data'), chosen: true });
  });

  it.each([
    ['linux', {}, join(home, '.config/Toctoc')],
    ['linux', { TOCTOC_HOME: '' }, join(home, '.config/Toctoc')],
    ['linux', { XDG_CONFIG_HOME: '/etc/me' }, join('/etc/me/Toctoc')],
    ['darwin', {}, join(home, 'Library/Application Support/Toctoc')],
    ['win32', { APPDATA: '/appdata' }, join('/appdata/Toctoc')],
    ['win32', {}, join(home, 'AppData/Roaming/Toctoc')],
  ] as const)('is Electron’s own on %s with %j', (platform, env, path) => {
    expect(findDataFolder({ platform, env, home })).toEqual({ path, chosen: false });
  });
});
