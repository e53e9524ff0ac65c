import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  connectedPort,
  DEFAULT_LAUNCH,
  knockedHost,
  LaunchSchema,
  type LaunchTarget,
} from '../../../../shared/model/launch.ts';
import { parseSshOptions } from '../../../../shared/model/ssh-options.ts';

function issues(launch: Partial<LaunchTarget>) {
  const parsed = v.safeParse(LaunchSchema, { ...DEFAULT_LAUNCH, ...launch });
  return parsed.success ? [] : parsed.issues.map((issue) => [v.getDotPath(issue), issue.message]);
}

describe('a launch', () => {
  it('of an older file has empty new fields', () => {
    const old = { client: 'ssh', terminal: 'auto', user: '', port: null, identityFile: '' };
    expect(v.parse(LaunchSchema, old)).toEqual(DEFAULT_LAUNCH);
  });

  it.each([
    ['ann@jump.example.org', 'ann@jump.example.org'],
    ['  jump ', 'jump'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['CORP\\ann@10.0.0.1', 'CORP\\ann@10.0.0.1'],
  ])('takes the jump host %j', (jumpHost, kept) => {
    expect(v.parse(LaunchSchema, { ...DEFAULT_LAUNCH, jumpHost }).jumpHost).toBe(kept);
  });

  it.each([
    ['jumpHost', 'jump:22', 'jump-host-port'],
    ['jumpHost', 'ann@one,ann@two', 'jump-host-several'],
    ['jumpHost', '-oX', 'host-leading-dash'],
    ['jumpHost', 'a b', 'host-characters'],
    ['jumpHost', "$(x)'@jump", 'user-characters'],
    ['jumpHost', 'ann@', 'host-empty'],
    ['session', '-pw', 'session-name'],
    ['session', '@x', 'session-name'],
    ['terminalProfile', '-d', 'terminal-profile-name'],
    ['terminalProfile', 'a\nb', 'terminal-profile-name'],
    ['options', 'x', 'ssh-option-word'],
    ['options', '-A\u0000', 'command-characters'],
    ['command', 'a\nb', 'command-characters'],
    ['command', 'a'.repeat(2001), 'text-long'],
  ])('refuses %s %j: %s', (field, text, code) => {
    expect(issues({ [field]: text })).toContainEqual([field, code]);
  });

  it('checks a command where it is the launch, at its field', () => {
    expect(issues({ client: 'custom', command: 'prog {user}' })).toEqual([['command', 'command-value-empty']]);
    expect(issues({ client: 'custom', command: 'prog {user}', user: 'ann' })).toEqual([]);
    expect(issues({ client: 'custom' })).toEqual([['command', 'command-empty']]);
    expect(issues({ client: 'ssh', command: 'half "written' })).toEqual([]);
  });

  it('with a jump host knocks that, on the door’s port', () => {
    const profile = {
      host: 'inside',
      door: { port: 2222 },
      launch: { ...DEFAULT_LAUNCH, jumpHost: 'a@jump', port: 22 },
    };
    expect([knockedHost(profile), connectedPort(profile)]).toEqual(['jump', 2222]);
    const other = { ...profile, launch: { ...profile.launch, client: 'putty' as const } };
    expect([knockedHost(other), connectedPort(other)]).toEqual(['inside', 22]);
    const none = { ...profile, launch: DEFAULT_LAUNCH };
    expect([knockedHost(none), connectedPort(none)]).toEqual(['inside', 2222]);
  });
});

describe('extra options for ssh', () => {
  it.each([
    ['', []],
    ['-A', ['-A']],
    ['-AC -tt', ['-A', '-C', '-t', '-t']],
    ['-L 8080:localhost:80 -D1080', ['-L', '8080:localhost:80', '-D', '1080']],
    ['-tL 1:b:2', ['-t', '-L', '1:b:2']],
    ['-o ServerAliveInterval=30', ['-o', 'ServerAliveInterval=30']],
    ['-oRemoteCommand="tmux attach"', ['-o', 'RemoteCommand=tmux attach']],
    ['-o "SetEnv A=b"', ['-o', 'SetEnv A=b']],
  ])('%j', (text, expected) => {
    expect(parseSshOptions(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['-p 22', 'ssh-option-refused', '-p'],
    ['-l root', 'ssh-option-refused', '-l'],
    ['-F /tmp/x', 'ssh-option-refused', '-F'],
    ['-J other', 'ssh-option-refused', '-J'],
    ['-AP x', 'ssh-option-refused', '-P'],
    ['-I /tmp/x.so', 'ssh-option-refused', '-I'],
    ['-o ProxyCommand=calc', 'ssh-option-refused', '-o ProxyCommand=calc'],
    ['-oproxycommand=calc', 'ssh-option-refused', '-o proxycommand=calc'],
    ['-o "ProxyCommand calc"', 'ssh-option-refused', '-o ProxyCommand calc'],
    ['-o " LocalCommand = calc"', 'ssh-option-refused', '-o  LocalCommand = calc'],
    ['-o KnownHostsCommand=calc', 'ssh-option-refused', '-o KnownHostsCommand=calc'],
    ['-o HostName=elsewhere', 'ssh-option-refused', '-o HostName=elsewhere'],
    ['-o Hello', 'ssh-option-value', '-o Hello'],
    ['-o "#x y"', 'ssh-option-value', '-o #x y'],
    ['-L', 'ssh-option-value', '-L'],
    ['-L -A', 'ssh-option-value', '-L'],
    ['-L ""', 'ssh-option-value', '-L'],
    ['--', 'ssh-option-word', '--'],
    ['host', 'ssh-option-word', 'host'],
    ['-', 'ssh-option-word', '-'],
    ['-A reboot', 'ssh-option-word', 'reboot'],
  ])('%j is refused: %s', (text, code, option) => {
    expect(parseSshOptions(text)).toEqual({ ok: false, problems: [{ code, params: { option } }] });
  });

  it('with an open quote are refused', () => {
    expect(parseSshOptions('-o "x')).toMatchObject({ problems: [{ code: 'command-quote' }] });
  });
});
