import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LaunchSource } from '../../../electron/launch/checks.ts';
import { sshArguments } from '../../../electron/launch/command.ts';
import { describeWith } from '../../support/needs.ts';
import { target } from '../../unit/launch/target.ts';
import { StandIns } from './stand-in.ts';

/** ssh's log writes a backslash twice, and bytes outside ASCII in octal (vis(3)). */
function asLogged(text: string): string {
  const bytes = [...Buffer.from(text.replaceAll('\\', '\\\\'))];
  return bytes.map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\${byte.toString(8)}`)).join('');
}

describeWith(['ssh'], 'the real ssh understands the arguments', () => {
  let folder = '';
  const config = () => join(folder, 'config');
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'toctoc-ssh-'));
    writeFileSync(
      config(),
      'Host server.example\n  HostName %h.internal\n  User bob\n  Port 99\n  HostKeyAlias other\n  ForwardAgent yes\n',
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function ssh(options: readonly string[], to: LaunchSource, address: string) {
    const argv = sshArguments(to, address);
    if (!argv.ok) throw new Error(JSON.stringify(argv.problems));
    return spawnSync('ssh', [...options, ...argv.value], { encoding: 'utf8', timeout: 10_000 });
  }

  /** What ssh would do, as `ssh -G` says it. */
  function settings(to: LaunchSource, address: string): Readonly<Record<string, string>> {
    const { status, stdout, stderr } = ssh(['-F', config(), '-G'], to, address);
    expect(status, stderr).toBe(0);
    return Object.fromEntries(stdout.split('\n').map((line) => line.split(/ (.*)/s, 2)));
  }

  it('connects to the address, and keeps the name for keys and for the person’s own block', () => {
    expect(settings(target('server.example', { user: 'ann' }), '192.0.2.7')).toMatchObject({
      ...{ hostname: '192.0.2.7', hostkeyalias: 'server.example', port: '22', user: 'ann', forwardagent: 'yes' },
    });
  });

  it('leaves the user to the person’s own block where the profile names none', () => {
    expect(settings(target('server.example'), '192.0.2.7')).toMatchObject({ user: 'bob' });
  });

  it('has the port in the alias, as known_hosts has it', () => {
    expect(settings(target('server.example', {}, 2222), '2001:db8::1')).toMatchObject({
      ...{ hostname: '2001:db8::1', hostkeyalias: '[server.example]:2222', port: '2222' },
    });
  });

  it.each(['fe80::1%eth0', 'fe80::1%br-lan', 'fe80::1%h'])('reaches %s with its zone', (address) => {
    expect(settings(target('server.example'), address)).toMatchObject({ hostname: address });
    expect(settings(target(address), address)).toMatchObject({ hostname: address });
  });

  it.each(['CORP\\ann', 'ann@example.org', 'a%h', 'jürgen', 'a$HOME'])('logs in as %s', (user) => {
    expect(settings(target('server', { user }), '192.0.2.7')).toMatchObject({ user });
  });

  it('takes a name in other letters', () => {
    expect(settings(target('bücher.example'), '192.0.2.7')).toMatchObject({
      ...{ host: 'bücher.example', hostkeyalias: 'bücher.example' },
    });
  });

  // What is opened in the end, after ssh expanded what it expands, is only said on the way to a server.
  it.each(['key', 'my key', 'k"e\'y', 'back\\slash', 'clé; $(x) `y` $HOME #', '100%h', '50% "q" \\ %%d', '-key'])(
    'opens the identity file %j',
    (name) => {
      const file = join(folder, name);
      writeFileSync(file, 'not a key');
      const options = ['-v', '-F', 'none', '-o', 'BatchMode=yes', '-o', 'ProxyCommand=sleep 0.2'];
      const { stderr } = ssh(options, target('server', { identityFile: file }), '192.0.2.7');
      expect(stderr).toContain(`identity file ${asLogged(file)} type`);
      expect(stderr).not.toContain('not accessible');
    },
  );

  it('goes through a jump host at its address, by its name, with every word as it was', async () => {
    const programs = new StandIns();
    try {
      programs.add('ssh', 'exit=1');
      const launch = { jumpHost: 'CORP\\jürgen@jump.example', identityFile: '/50% "q" $(x) \'s\' ; ü', user: 'ann' };
      const inside = target('fe80::1%eth0', launch, 2222);
      const argv = sshArguments(inside, 'fe80::2%br-lan', join(programs.bin, 'ssh'));
      if (!argv.ok) throw new Error(JSON.stringify(argv.problems));
      expect(argv.value.filter((word) => word === '-p')).toEqual([]);
      const options = ['-F', 'none', '-o', 'BatchMode=yes'];
      spawnSync('ssh', [...options, ...argv.value], { timeout: 10_000 });
      expect((await programs.seen('ssh')).argv).toEqual([
        ...['-o', 'HostName=fe80::2%%br-lan', '-o', 'HostKeyAlias=[jump.example]:2222', '-p', '2222'],
        ...['-l', 'CORP\\jürgen', '-o', 'IdentityFile="/50%% \\"q\\" $(x) \'s\' ; ü"'],
        ...['-W', '[fe80::1%eth0]:22', '--', 'jump.example'],
      ]);
    } finally {
      programs.remove();
    }
  });

  it('takes the extra options', () => {
    const extra = '-A -L 8080:localhost:80 -o "ServerAliveInterval 30" -oRemoteCommand="tmux attach"';
    expect(settings(target('server.example', { options: extra }), '192.0.2.7')).toMatchObject({
      ...{
        forwardagent: 'yes',
        localforward: '8080 [localhost]:80',
        serveraliveinterval: '30',
        remotecommand: 'tmux attach',
      },
    });
  });

  it('expands “~” itself', () => {
    const { stderr } = ssh(['-F', 'none', '-G'], target('server', { identityFile: '~/no such key' }), '192.0.2.7');
    expect(stderr).toMatch(/Identity file \/.*\/?no such key not accessible/);
  });
});
