import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sshArguments, windowTitle } from '../../../electron/launch/command.ts';
import { target } from './target.ts';

const ADDRESS = '192.0.2.7';
const NAME = 'server.example.org';

function argv(...args: Parameters<typeof sshArguments>): readonly string[] {
  const made = sshArguments(...args);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

describe('the arguments for ssh', () => {
  it('go to the address by the name', () => {
    expect(argv(target(NAME), ADDRESS)).toEqual([
      ...['-o', 'HostName=192.0.2.7', '-o', `HostKeyAlias=${NAME}`, '-p', '22', '--', NAME],
    ]);
  });

  it('have the port in the alias where it is not 22', () => {
    expect(argv(target(NAME, {}, 2222), ADDRESS)).toEqual([
      ...['-o', 'HostName=192.0.2.7', '-o', `HostKeyAlias=[${NAME}]:2222`, '-p', '2222', '--', NAME],
    ]);
  });

  it('take the launch’s port before the door’s', () => {
    expect(argv(target(NAME, { port: 22 }, 443), ADDRESS)).toEqual([
      ...['-o', 'HostName=192.0.2.7', '-o', `HostKeyAlias=${NAME}`, '-p', '22', '--', NAME],
    ]);
  });

  it('name the user and the identity file', () => {
    expect(argv(target(NAME, { user: 'CORP\\ann', identityFile: '~/.ssh/a key "1"' }), ADDRESS)).toEqual([
      ...['-o', 'HostName=192.0.2.7', '-o', `HostKeyAlias=${NAME}`, '-p', '22'],
      ...['-l', 'CORP\\ann', '-i', '~/.ssh/a key "1"', '--', NAME],
    ]);
  });

  it('quote an identity file with a percent sign, which ssh would expand', () => {
    expect(argv(target(NAME, { identityFile: '/k/50%h "a"\\b' }), ADDRESS)).toContain(
      'IdentityFile="/k/50%%h \\"a\\"\\\\b"',
    );
  });

  it('double the percent sign of a zone in HostName', () => {
    expect(argv(target(NAME), 'fe80::1%br-lan')).toContain('HostName=fe80::1%%br-lan');
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['fe80::1%eth0.5', 'fe80::1%eth0.5'],
  ])('need no other name for the address %s', (host, address) => {
    expect(argv(target(host, {}, 2222), address)).toEqual(['-p', '2222', '--', host]);
  });
});

describe('refused once more', () => {
  it.each(['-oProxyCommand=x', '-', '--', '-V'])('host %j', (host) => {
    expect(sshArguments(target(host), ADDRESS)).toEqual({
      ok: false,
      problems: [{ code: 'host-leading-dash', field: 'host' }],
    });
  });

  it.each([
    '',
    'a b',
    'a\tb',
    'a\nb',
    'a\0b',
    'u@h',
    'ssh://h',
    'a/b',
    '$(x)',
    '`x`',
    'a;b',
    '"a"',
    "'a'",
    'a%b%c',
    '*',
  ])('host %j', (host) => {
    expect(sshArguments(target(host), ADDRESS)).toMatchObject({ ok: false, problems: [{ code: 'host-characters' }] });
  });

  it.each(['-oX', 'a b', 'a\nb', 'a;b', '$(x)', 'a`b`', 'a|b', "a'b", 'a"b', ' '])('user %j', (user) => {
    expect(sshArguments(target(NAME, { user }), ADDRESS)).toEqual({
      ok: false,
      problems: [{ code: 'user-characters', field: 'launch.user' }],
    });
  });

  it.each(['-i', '-oX', 'a\nProxyCommand x', 'a\0'])('identity file %j', (identityFile) => {
    expect(sshArguments(target(NAME, { identityFile }), ADDRESS)).toEqual({
      ok: false,
      problems: [{ code: 'identity-file-characters', field: 'launch.identityFile' }],
    });
  });

  it.each([0, -1, 65_536, 1.5, Number.NaN])('port %d', (port) => {
    expect(sshArguments(target(NAME, { port }), ADDRESS)).toMatchObject({
      ok: false,
      problems: [{ code: 'port-range' }],
    });
  });

  it.each(['', NAME, '-4', '192.0.2', '192.0.2.7 -oX', '192.0.2.7%eth0', '::1%', '::1%a%h', '::1%a b'])(
    'address %j',
    (address) => {
      expect(sshArguments(target(NAME), address)).toMatchObject({ ok: false, problems: [{ code: 'internal' }] });
    },
  );

  it('everything at once, each with its field', () => {
    const made = sshArguments(target('-x', { user: '-x', identityFile: '-x', port: 0 }), 'x');
    expect(made.ok ? [] : made.problems.map(({ code }) => code)).toEqual([
      ...['host-leading-dash', 'user-characters', 'identity-file-characters', 'port-range', 'internal'],
    ]);
  });
});

describe('whatever the profile says', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.stringMatching(/^[-a-z0-9.:%@$`;"' \\=[\]]{0,20}$/),
    fc.constantFrom('server', '-oProxyCommand=calc', 'fe80::1%a', '192.0.2.1', 'bücher.example', 'a=b', 'CORP\\ann'),
  );
  const profile = fc.record({ host: text, user: text, identityFile: text, port: fc.option(fc.integer()) });
  const OPTIONS = ['-o', '-p', '-l', '-i'];

  it('before “--” options and their values take turns, and only values come from it', () => {
    fc.assert(
      fc.property(profile, ({ host, user, identityFile, port }) => {
        const made = sshArguments(target(host, { user, identityFile, port }, 22), ADDRESS);
        if (!made.ok) return;
        const end = made.value.lastIndexOf('--');
        expect(made.value.slice(end + 1)).toEqual([host]);
        expect(host.startsWith('-')).toBe(false);
        const before = made.value.slice(0, end);
        before.forEach((element, index) => {
          if (index % 2 === 0) expect(OPTIONS).toContain(element);
          else if (before[index - 1] === '-o') expect(element).toMatch(/^(HostName|HostKeyAlias|IdentityFile)=[^-]/);
          else expect(element.startsWith('-')).toBe(false);
        });
        // The host itself is no element before “--”; it is only ever the end of HostKeyAlias=….
        expect(before.filter((element, index) => element === host && before[index - 1] === '-o')).toEqual([]);
        expect(made.value.every((element) => !/\p{Cc}/u.test(element))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('every value arrives as one element', () => {
    const awkward = fc.stringMatching(/^[/~a-zé][^\p{Cc}%]{0,30}$/u);
    fc.assert(
      fc.property(awkward, (identityFile) => {
        const made = argv(target(NAME, { identityFile }), ADDRESS);
        expect(made[made.indexOf('-i') + 1]).toBe(identityFile);
        expect(made).toHaveLength(10);
      }),
    );
  });
});

describe('through a jump host', () => {
  const through = (launch = {}, address = ADDRESS, ssh: string | null = '/usr/bin/ssh') =>
    argv(target('inside', { jumpHost: 'ann@jump', ...launch }, 2222), address, ssh);

  it('the address and the port are the jump host’s', () => {
    const inner = `-o HostName=${ADDRESS} -o 'HostKeyAlias=[jump]:2222' -p 2222 -l ann -W '[%h]:%p' -- jump`;
    expect(through({ user: 'bob', port: 2022 })).toEqual([
      ...['-o', `ProxyCommand=/usr/bin/ssh ${inner}`, '-p', '2022', '-l', 'bob', '--', 'inside'],
    ]);
  });

  it('without a way to quote it is -J', () => {
    expect(through({}, ADDRESS, null)).toEqual(['-J', 'ann@jump:2222', '--', 'inside']);
    expect(through({ jumpHost: '2001:db8::1' }, '2001:db8::1', null)[1]).toBe('[2001:db8::1]:2222');
  });

  it.each([
    [{ jumpHost: '-oX' }, 'host-leading-dash', 'launch.jumpHost'],
    [{ jumpHost: '$(x)@jump' }, 'user-characters', 'launch.jumpHost'],
    [{ jumpHost: 'evil.example,ann@jump' }, 'jump-host-several', 'launch.jumpHost'],
    [{ options: '-o ProxyCommand=calc' }, 'ssh-option-refused', 'launch.options'],
    [{ options: 'calc' }, 'ssh-option-word', 'launch.options'],
  ])('refuses %j', (launch, code, field) => {
    expect(sshArguments(target('inside', launch), ADDRESS)).toMatchObject({ problems: [{ code, field }] });
  });
});

describe('the window’s title', () => {
  it.each([
    ['Büro', 'Toctoc: Büro'],
    ['--help', 'Toctoc: --help'],
    ['a\u001b]0;b\u0007c', 'Toctoc: a ]0;b c'],
    ['a\u202Eb\u2028c', 'Toctoc: a b c'],
  ])('%j', (name, title) => {
    expect(windowTitle(name)).toBe(title);
  });
});
