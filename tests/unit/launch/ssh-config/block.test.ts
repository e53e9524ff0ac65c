import { describe, expect, it } from 'vitest';
import { sshBlock } from '../../../../electron/launch/ssh-config/block.ts';
import { type OwnFacts, ownCommand } from '../../../../electron/launch/ssh-config/own-command.ts';
import type { LaunchTarget } from '../../../../shared/model/launch.ts';
import { suggestAlias } from '../../../../shared/model/ssh-config.ts';
import { target } from '../target.ts';

const profile = (host: string, launch: Partial<LaunchTarget> = {}, port = 22) => ({
  ...target(host, launch, port),
  id: '1f-2e',
  name: 'Büro\nNord',
});
const here = { platform: 'linux', toctoc: ['/opt/Toctoc/resources/bin/toctoc'], dataFolder: null } as const;

describe('the block for ssh', () => {
  it('says where, and how to get there', () => {
    expect(sshBlock(profile('web.example.org', { user: 'ann', identityFile: '~/.ssh/id' }, 2222), 'web1', here)).toBe(
      [
        '# Büro Nord',
        'Host web1',
        '  HostName web.example.org',
        '  Port 2222',
        '  User ann',
        '  IdentityFile ~/.ssh/id',
        '  ProxyCommand /opt/Toctoc/resources/bin/toctoc connect --profile 1f-2e',
        '',
      ].join('\n'),
    );
  });

  it('quotes what a shell would read, and doubles what ssh would expand', () => {
    const toctoc = ['/opt/my "apps" 100%h/node', "/it's/toctoc.js"];
    const text = sshBlock(profile('h', { identityFile: '/k 1/50%h "q"' }), 'h', {
      ...here,
      toctoc,
      dataFolder: '/d e',
    });
    expect(text).toContain(
      `  ProxyCommand '/opt/my "apps" 100%%h/node' '/it'\\''s/toctoc.js' connect --home '/d e' --profile 1f-2e\n`,
    );
    expect(text).toContain('  IdentityFile "/k 1/50%%h \\"q\\""\n');
  });

  it('on Windows quotes with double quotes', () => {
    const toctoc = ['C:\\Program Files\\Toctoc\\resources\\bin\\toctoc.exe'];
    expect(sshBlock(profile('h'), 'h', { ...here, platform: 'win32', toctoc })).toContain(
      '  ProxyCommand "C:\\Program Files\\Toctoc\\resources\\bin\\toctoc.exe" connect --profile 1f-2e\n',
    );
    const stick = {
      ...here,
      platform: 'win32',
      toctoc: ['D:\\Toctoc\\toctoc.exe'],
      dataFolder: 'D:\\my data',
    } as const;
    expect(sshBlock(profile('h'), 'h', stick)).toContain(
      '  ProxyCommand D:\\Toctoc\\toctoc.exe connect --home "D:\\my data" --profile 1f-2e\n',
    );
  });

  it('with a jump host knocks for that, and goes on from there', () => {
    const text = sshBlock(
      profile('inside', { jumpHost: 'bob@jump.example', user: 'ann', port: 2022 }, 443),
      'web1',
      here,
    );
    expect(text.split('\n').slice(1, -1)).toEqual([
      ...['Host web1', '  HostName inside', '  Port 2022', '  User ann', '  ProxyJump web1-jump', ''],
      ...['Host web1-jump', '  HostName jump.example', '  Port 443', '  User bob'],
      '  ProxyCommand /opt/Toctoc/resources/bin/toctoc connect --profile 1f-2e',
    ]);
  });

  it('has the extra options, and names in a comment those that would keep scp and git from working', () => {
    const options = '-AN -L 8080:localhost:80 -o "RemoteCommand=tmux a" -o ServerAliveInterval=30';
    expect(sshBlock(profile('h', { client: 'ssh', options }), 'h', here).split('\n')).toEqual([
      ...['# Büro Nord', "# ssh -N -o 'RemoteCommand=tmux a' h", 'Host h', '  HostName h', '  Port 22'],
      ...['  ForwardAgent yes', '  LocalForward 8080 localhost:80', '  ServerAliveInterval 30'],
      ...['  ProxyCommand /opt/Toctoc/resources/bin/toctoc connect --profile 1f-2e', ''],
    ]);
  });

  it('has none that ssh would not be started with, nor those of a profile that starts something else', () => {
    for (const launch of [
      { client: 'ssh', options: '-A -o ProxyCommand=x' },
      { options: '-A', client: 'putty' },
    ] as const) {
      expect(sshBlock(profile('h', launch), 'h', here)).not.toMatch(/ForwardAgent|ProxyCommand x/);
    }
  });

  it('leaves out a key of PuTTY', () => {
    expect(sshBlock(profile('h', { client: 'putty', identityFile: 'C:\\a.ppk' }), 'h', here)).not.toContain('Identity');
  });
});

describe('our own command', () => {
  const facts: OwnFacts = {
    platform: 'linux',
    environment: {},
    packaged: true,
    execPath: '/opt/Toctoc/toctoc',
    resources: '/opt/Toctoc/resources',
    root: '/src',
    find: async (name) => (name === 'node' ? '/usr/bin/node' : null),
  };

  it.each([
    ['an installed copy', {}, ['/opt/Toctoc/resources/bin/toctoc']],
    ['a Mac’s', { platform: 'darwin', execPath: '/Applications/Toctoc.app/x' }, ['/opt/Toctoc/resources/bin/toctoc']],
    ['a PC’s', { platform: 'win32', resources: 'C:\\T\\resources' }, ['C:\\T\\resources\\bin\\toctoc.exe']],
    ['the source', { packaged: false }, ['/usr/bin/node', '/src/out/main/toctoc.js']],
    [
      'an AppImage',
      { environment: { APPIMAGE: '/home/ann/Toctoc.AppImage' } },
      [
        '/home/ann/Toctoc.AppImage',
        '--no-sandbox',
        '--no-zygote',
        '--ozone-platform=headless',
        '--log-level=3',
        '--cli',
        '--',
      ],
    ],
  ] satisfies [string, Partial<OwnFacts>, readonly string[]][])('of %s', async (_of, differs, argv) => {
    expect(await ownCommand({ ...facts, ...differs })).toEqual({ ok: true, value: argv });
  });

  it.each([
    [
      'a portable copy',
      { platform: 'win32', environment: { PORTABLE_EXECUTABLE_FILE: 'F:\\T.exe' } },
      'own-path-portable',
    ],
    [
      'a translocated app',
      { platform: 'darwin', execPath: '/private/var/x/AppTranslocation/1/d/T.app/T' },
      'own-path-moves',
    ],
    ['a disk image', { platform: 'darwin', execPath: '/Volumes/Toctoc/Toctoc.app/T' }, 'own-path-moves'],
    ['the source without Node', { packaged: false, find: async () => null }, 'own-path-missing'],
  ] satisfies [string, Partial<OwnFacts>, string][])('is refused for %s', async (_of, differs, code) => {
    expect(await ownCommand({ ...facts, ...differs })).toMatchObject({ ok: false, problems: [{ code }] });
  });
});

it.each([
  ['Web server', 'h', 'web-server'],
  [' Büro (Nord) ', 'h', 'büro-nord'],
  ['!*?', 'web.example.org', 'web.example.org'],
  ['--', 'fe80::1%eth0', 'fe80--1-eth0'],
])('the name for ssh of %j', (name, host, alias) => {
  expect(suggestAlias(name, host)).toBe(alias);
});
