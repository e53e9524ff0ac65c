import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../../electron/launch/environment.ts';
import type { Finder } from '../../../electron/launch/finders/finder.ts';
import { createLauncher } from '../../../electron/launch/launcher.ts';
import { target } from './target.ts';

const ADDRESS = '192.0.2.1';

interface Started {
  readonly file: string;
  readonly argv: readonly string[];
}

/** A launcher on a made-up computer: what is installed there, and what was started or opened. */
function on(platform: NodeJS.Platform, installed: readonly string[] = [], handler: Error | null = null) {
  const started: Started[] = [];
  const opened: string[] = [];
  const environments: Environment[] = [];
  const paths = new Map(installed.map((name) => [name.replace(/^.*[\\/]/, '').replace(/\.exe$/i, ''), name]));
  const finder: Finder = {
    program: async (name) => paths.get(name) ?? paths.get(name.replace(/^.*\//, '')) ?? null,
    app: async (bundle) => installed.includes(bundle),
  };
  const launcher = createLauncher({
    platform,
    environment: { PATH: '', DISPLAY: ':0', PORTABLE_EXECUTABLE_DIR: 'E:\\' },
    finder: () => finder,
    openLink: async (scheme, link) => {
      opened.push(`${scheme} ${link}`);
      if (handler !== null) throw handler;
    },
    start: (file, argv, environment) => {
      started.push({ file, argv });
      environments.push(environment);
      const child = Object.assign(new EventEmitter(), { unref: () => undefined });
      setImmediate(() => child.emit('spawn'));
      return child;
    },
    watchMs: 0,
  });
  return { launcher, started, opened, environments };
}

describe('nothing is started', () => {
  it.each([
    ['for a hostile host', target('-oProxyCommand=x'), 'host-leading-dash'],
    ['for a hostile user', target('server', { user: '-oX' }), 'user-characters'],
    ['where there is nothing to launch', target('server', { client: 'none' }), 'internal'],
    ['without ssh', target('server'), 'ssh-missing'],
    ['for a PuTTY session that is an option', target('server', { client: 'putty', session: '-pw' }), 'session-name'],
    ['without PuTTY', target('server', { client: 'putty' }), 'program-missing'],
    ['for a client of another system', target('server', { client: 'mstsc' }), 'program-missing'],
    ['for a hostile link', target('-x', { client: 'sftp' }), 'host-leading-dash'],
    ['for a command with open quotes', target('server', { client: 'custom', command: 'a "b' }), 'command-quote'],
    ['for a command that is not there', target('server', { client: 'custom', command: 'gone' }), 'command-not-found'],
  ])('%s', async (_what, hostile, code) => {
    const { launcher, started, opened } = on('linux');
    expect(await launcher.launch(hostile, ADDRESS)).toMatchObject({ ok: false, problems: [{ code }] });
    expect([...started, ...opened]).toEqual([]);
  });
});

const SSH = 'C:\\Windows\\System32\\OpenSSH\\ssh.exe';
const WT = 'C:\\Users\\ann\\AppData\\Local\\Microsoft\\WindowsApps\\wt.exe';
const CONHOST = 'C:\\Windows\\System32\\conhost.exe';
const PUTTY = 'C:\\Program Files\\PuTTY\\putty.exe';
const SSH_ARGV = ['-o', 'HostName=192.0.2.1', '-o', 'HostKeyAlias=server', '-p', '22', '--', 'server'];

describe('on Windows', () => {
  it('starts it in the person’s environment, without what a portable copy knows of itself', async () => {
    const { launcher, environments } = on('win32', [PUTTY]);
    expect(await launcher.launch(target('server', { client: 'putty' }), ADDRESS)).toMatchObject({ ok: true });
    expect(environments).toEqual([{ PATH: '', DISPLAY: ':0' }]);
  });

  it('detects consoles for ssh, then the other clients', async () => {
    const { launcher } = on('win32', [CONHOST, WT, PUTTY, 'C:\\Windows\\System32\\mstsc.exe']);
    expect(await launcher.detect()).toEqual([
      { client: 'ssh', id: 'windows-terminal', name: 'Windows Terminal' },
      { client: 'ssh', id: 'console', name: 'Console' },
      { client: 'putty', id: 'putty', name: 'PuTTY' },
      { client: 'mstsc', id: 'mstsc', name: 'Remote Desktop' },
    ]);
  });

  it('prefers Windows Terminal, else a console by conhost', async () => {
    const first = on('win32', [SSH, WT, CONHOST]);
    expect(await first.launcher.launch(target('server'), ADDRESS)).toMatchObject({
      value: { client: 'Windows Terminal' },
    });
    expect(first.started).toEqual([{ file: WT, argv: ['new-tab', '--title', 'Toctoc: Büro', SSH, ...SSH_ARGV] }]);
    const second = on('win32', [SSH, CONHOST]);
    await second.launcher.launch(target('server'), ADDRESS);
    expect(second.started).toEqual([{ file: CONHOST, argv: [SSH, ...SSH_ARGV] }]);
  });

  it('takes PuTTY where there is no OpenSSH and nothing was chosen', async () => {
    const { launcher, started } = on('win32', [PUTTY]);
    expect(await launcher.launch(target('server'), ADDRESS)).toMatchObject({ value: { client: 'PuTTY' } });
    expect(started).toEqual([{ file: PUTTY, argv: ['-ssh', '-loghost', 'server:22', '-P', '22', ADDRESS] }]);
    for (const chosen of [{ terminal: 'console' }, { jumpHost: 'jump' }, { options: '-A' }]) {
      expect(await launcher.launch(target('server', chosen), ADDRESS)).toMatchObject({
        problems: [{ code: 'ssh-missing' }],
      });
    }
  });

  it('refuses what a console would replace by a variable', async () => {
    const { launcher, started } = on('win32', [SSH, CONHOST]);
    const percent = target('server', { identityFile: 'C:\\keys\\%USERNAME%.key' });
    expect(await launcher.launch(percent, ADDRESS)).toMatchObject({
      problems: [{ code: 'launch-expands', params: { client: 'Console', text: '%USERNAME%' } }],
    });
    expect(started).toEqual([]);
    expect((await launcher.launch(target('server'), 'fe80::1%12')).ok).toBe(true);
  });

  it('goes through a jump host by -J', async () => {
    const { launcher, started } = on('win32', [SSH, CONHOST]);
    await launcher.launch(target('inside', { jumpHost: 'ann@jump.example', port: 2022 }, 2222), ADDRESS);
    expect(started[0]?.argv).toEqual([SSH, '-J', 'ann@jump.example:2222', '-p', '2022', '--', 'inside']);
  });
});

describe('on macOS', () => {
  const installed = ['/usr/bin/ssh', '/usr/bin/open', '/usr/bin/osascript'];

  it('detects apps by their bundle ids', async () => {
    expect(await on('darwin', installed).launcher.detect()).toEqual([]);
    const all = ['com.apple.Terminal', 'com.googlecode.iterm2', 'com.mitchellh.ghostty'];
    const { launcher } = on('darwin', [...installed, ...all]);
    expect((await launcher.detect()).map(({ id }) => id)).toEqual(['terminal', 'iterm2', 'ghostty']);
  });

  it('opens the chosen one', async () => {
    const { launcher, started } = on('darwin', [...installed, 'com.mitchellh.ghostty']);
    expect(await launcher.launch(target('server', { terminal: 'ghostty' }), ADDRESS)).toMatchObject({ ok: true });
    expect(started).toEqual([
      {
        file: '/usr/bin/open',
        argv: ['-n', '-b', 'com.mitchellh.ghostty', '--args', '-e', '/usr/bin/ssh', ...SSH_ARGV],
      },
    ]);
  });
});

describe('links', () => {
  it('go to the system’s handler', async () => {
    const { launcher, opened } = on('linux');
    const files = target('server', { client: 'sftp', user: 'ann' }, 2222);
    expect(await launcher.launch(files, ADDRESS)).toEqual({ ok: true, value: { client: 'sftp://ann@server:2222/' } });
    expect(opened).toEqual(['sftp sftp://ann@server:2222/']);
  });

  it('that nobody opens are told', async () => {
    const { launcher } = on('linux', [], new Error('no handler'));
    expect(await launcher.launch(target('server', { client: 'https' }, 443), ADDRESS)).toEqual({
      ok: false,
      problems: [{ code: 'link-failed', params: { link: 'https://server/', reason: 'no handler' } }],
    });
  });
});

it('a custom command is started with the program that was found, and shown by its name', async () => {
  const { launcher, started } = on('linux', ['/opt/bin/remmina']);
  const custom = target('server', { client: 'custom', command: 'remmina -c "rdp://{host}:{port}"' }, 3389);
  expect(await launcher.launch(custom, ADDRESS)).toEqual({ ok: true, value: { client: 'remmina' } });
  expect(started).toEqual([{ file: '/opt/bin/remmina', argv: ['-c', 'rdp://server:3389'] }]);
});
