import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillCommand } from '../../../electron/launch/custom.ts';
import { launchLink, remoteDesktopArguments, winscpArguments } from '../../../electron/launch/links.ts';
import { puttyArguments } from '../../../electron/launch/putty.ts';
import { checkedLink } from '../../../electron/security/link-table.ts';
import type { Result } from '../../../shared/result.ts';
import { target } from './target.ts';
import { asNodeWrites, asWinscpReads } from './windows-line.ts';

const ADDRESS = '192.0.2.7';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('PuTTY and KiTTY', () => {
  it('go to the address, with keys by the name', () => {
    expect(value(puttyArguments(target('server'), ADDRESS))).toEqual([
      ...['-ssh', '-loghost', 'server:22', '-P', '22', ADDRESS],
    ]);
  });

  it('take session, user and key', () => {
    const launch = { session: 'Büro "Nord" %PATH%', user: 'CORP\\ann', identityFile: 'C:\\my keys\\a.ppk' };
    expect(value(puttyArguments(target('server', launch, 2222), ADDRESS))).toEqual([
      ...['-load', launch.session, '-ssh', '-loghost', 'server:2222', '-P', '2222'],
      ...['-l', 'CORP\\ann', '-i', 'C:\\my keys\\a.ppk', ADDRESS],
    ]);
  });

  it('need no other name for an address', () => {
    expect(value(puttyArguments(target('2001:db8::1'), '2001:db8::1'))).toEqual(['-ssh', '-P', '22', '2001:db8::1']);
  });

  it.each(['-pw', '@other', 'a\nb'])('refuse the session %j', (session) => {
    expect(puttyArguments(target('server', { session }), ADDRESS)).toEqual({
      ok: false,
      problems: [{ code: 'session-name', field: 'launch.session' }],
    });
  });
});

describe('links', () => {
  it.each([
    ['sftp', target('server'), 'sftp://server/'],
    ['sftp', target('server', { user: 'CORP\\ann', port: 2222 }), 'sftp://CORP%5Cann@server:2222/'],
    ['sftp', target('server', { user: 'ann@example.org' }), 'sftp://ann%40example.org@server/'],
    ['ftp', target('server', {}, 21), 'ftp://server/'],
    ['ftp', target('server', {}, 2121), 'ftp://server:2121/'],
    ['https', target('server', { user: 'ann' }, 443), 'https://server/'],
    ['https', target('2001:db8::1', {}, 8443), 'https://[2001:db8::1]:8443/'],
    ['https', target('fe80::1%eth0', {}, 443), 'https://[fe80::1]/'],
  ] as const)('%s to %j', (scheme, source, link) => {
    expect(value(launchLink(scheme, source, ADDRESS))).toBe(link);
    expect(checkedLink(scheme, link)).toBe(link);
  });

  it.each([
    ['https', 'http://server/'],
    ['sftp', 'https://server/'],
    ['https', 'https://user:secret@server/'],
    ['https', 'javascript:alert(1)'],
    ['https', 'server'],
    ['sftp', 'sftp:///etc/passwd'],
  ] as const)('are checked once more before the system gets them: %s, %s', (scheme, link) => {
    expect(() => checkedLink(scheme, link)).toThrow();
  });

  it('of another kind are not opened', () => {
    const schemes: readonly string[] = ['file', 'ms-settings', 'toString', '__proto__'];
    for (const scheme of schemes) expect(() => Reflect.apply(checkedLink, null, [scheme, `${scheme}://x/`])).toThrow();
  });
});

describe('WinSCP', () => {
  it('gets a link and its key', () => {
    const source = target('server', { user: 'ann', identityFile: 'C:\\my keys\\a.ppk' }, 2222);
    expect(value(winscpArguments(source, ADDRESS))).toEqual([
      'sftp://ann@server:2222/',
      '/privatekey=C:\\my keys\\a.ppk',
    ]);
  });

  it('gets no key that would be more than one to it, as it reads its command line', () => {
    const identityFile = 'C:\\a" /command "call calc.exe';
    const line = asNodeWrites(['sftp://server/', `/privatekey=${identityFile}`]);
    expect(asWinscpReads(line), 'why it is refused').toContain('/command');
    expect(winscpArguments(target('server', { identityFile }), ADDRESS)).toEqual({
      ok: false,
      problems: [{ code: 'identity-file-characters', field: 'launch.identityFile' }],
    });
  });

  it('reads as many arguments as it was given, whatever the profile says', () => {
    const letters = fc.constantFrom(...'aé \\"/\'%^&;=-');
    const awkward = fc.string({ unit: letters, minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(awkward, awkward, (user, identityFile) => {
        const made = winscpArguments(target('server', { user, identityFile }), ADDRESS);
        if (made.ok) expect(asWinscpReads(asNodeWrites(made.value))).toHaveLength(2);
      }),
      { numRuns: 2000 },
    );
  });
});

it('Remote Desktop gets the name and the port', () => {
  expect(value(remoteDesktopArguments(target('server', {}, 3389), ADDRESS))).toEqual(['/v:server:3389']);
  expect(value(remoteDesktopArguments(target('2001:db8::1', {}, 3389), ADDRESS))).toEqual(['/v:[2001:db8::1]:3389']);
});

describe('a custom command', () => {
  const fill = (command: string, launch = {}, host = 'server') =>
    fillCommand(target(host, { client: 'custom', command, ...launch }, 2222), ADDRESS);

  it('is filled in after it was split: no value becomes two arguments', () => {
    const launch = { user: 'CORP\\ann', identityFile: '/my keys/"a" $(x); \'b\'' };
    expect(value(fill('prog {host} {address} {port} {user} {key} {name} x{port}y', launch))).toEqual({
      program: 'prog',
      argv: ['server', ADDRESS, '2222', 'CORP\\ann', '/my keys/"a" $(x); \'b\'', 'Büro', 'x2222y'],
    });
  });

  it('writes values as links do, in a link', () => {
    const launch = { user: 'CORP\\ann' };
    expect(value(fill('prog sftp://{user}@{host}:{port}/{user} {user}', launch, '2001:db8::1')).argv).toEqual([
      'sftp://CORP%5Cann@[2001:db8::1]:2222/CORP%5Cann',
      'CORP\\ann',
    ]);
  });

  it('refuses a value that would be an option', () => {
    const source = { ...target('server', { client: 'custom', command: 'prog -T {name}' }), name: '--exec=x' };
    expect(fillCommand(source, ADDRESS)).toMatchObject({
      problems: [{ code: 'command-value-option', field: 'launch.command', params: { placeholder: '{name}' } }],
    });
    const joined = { ...source, launch: { ...source.launch, command: 'prog --title={name}' } };
    expect(value(fillCommand(joined, ADDRESS)).argv).toEqual(['--title=--exec=x']);
  });

  it.each([
    ['', 'command-empty'],
    ['a "b', 'command-quote'],
    ['a {what}', 'command-placeholder'],
    ['{host} a', 'command-program'],
    ['a {user}', 'command-value-empty'],
  ])('refuses %j', (command, code) => {
    expect(fill(command)).toMatchObject({ ok: false, problems: [{ code, field: 'launch.command' }] });
  });

  it('has as many arguments as it has words, whatever the profile says', () => {
    const awkward = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(awkward, awkward, (name, identityFile) => {
        const source = target('server', { client: 'custom', command: 'prog a{name}b k{key}', identityFile });
        const filled = fillCommand({ ...source, name }, ADDRESS);
        if (filled.ok) expect(filled.value.argv).toHaveLength(2);
      }),
    );
  });
});
