import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createLauncher } from '../../../electron/launch/launcher.ts';
import { target } from './target.ts';

describe('on a system whose table is not filled', () => {
  it.each(['win32', 'darwin'] as const)('%s: nothing is detected, and a launch says so', async (platform) => {
    const launcher = createLauncher({ platform, environment: { PATH: '/usr/bin:/bin' } });
    expect(await launcher.detect()).toEqual([]);
    expect(await launcher.launch(target('server'), '192.0.2.1')).toEqual({
      ok: false,
      problems: [{ code: 'launch-not-here' }],
    });
  });
});

describe('nothing is started', () => {
  const starts: string[] = [];
  const launcher = createLauncher({
    platform: 'linux',
    environment: { PATH: '' },
    start: (file) => {
      starts.push(file);
      return Object.assign(new EventEmitter(), { unref: () => undefined });
    },
  });

  it.each([
    ['for a hostile host', target('-oProxyCommand=x'), 'host-leading-dash'],
    ['for a hostile user', target('server', { user: '-oX' }), 'user-characters'],
    ['where there is nothing to launch', target('server', { client: 'none' }), 'internal'],
    ['without ssh', target('server'), 'ssh-missing'],
  ])('%s', async (_what, hostile, code) => {
    expect(await launcher.launch(hostile, '192.0.2.1')).toMatchObject({ ok: false, problems: [{ code }] });
    expect(starts).toEqual([]);
  });
});
