import { isIP } from 'node:net';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { HostSchema, literalFamily } from '../../../../shared/model/host.ts';

function refusal(host: unknown): string | null {
  const parsed = v.safeParse(HostSchema, host);
  return parsed.success ? null : parsed.issues[0].message;
}

describe('a host', () => {
  it.each([
    'server.example.org',
    'server.example.org.',
    'a',
    '7',
    'xn--bcher-kva.example',
    'bücher.example',
    'пример.испытание',
    'हिन्दी.example',
    'my_nas.local',
    '192.0.2.7',
    '::1',
    '2001:db8::1',
    '2001:DB8:0:0:0:0:0:1',
    '::ffff:192.0.2.7',
    'fe80::1%eth0',
    'fe80::1%3',
    'fe80::1%br-lan',
    'fe80::1%wlan0.100',
    'fe80::1%my_if',
    `${'a'.repeat(60)}.`.repeat(4).concat('example'),
    'h'.repeat(255),
  ])('%s', (host) => {
    expect(v.parse(HostSchema, host)).toBe(host);
  });

  it.each([
    ['  server \n', 'server'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[fe80::1%br-lan]', 'fe80::1%br-lan'],
  ])('%j is %s', (typed, host) => {
    expect(v.parse(HostSchema, typed)).toBe(host);
  });
});

describe('refused', () => {
  it.each([
    ['host-empty', ['', ' ', '\t\n', '[]', undefined, null, 22, ['server'], {}]],
    ['host-long', ['h'.repeat(256), `${'a'.repeat(300)}`]],
    ['host-leading-dash', ['-', '--', '-oProxyCommand=calc', ' -V', '[-oX]', '-.example.org']],
    ['host-characters', ['two words', 'a\tb', 'a\nb', 'a\0b', 'bell\u0007', 'zero\u200bwidth', 'a\u202eb', '\u007f']],
    [
      'host-characters',
      ['user@host', 'ssh://host', 'a/b', 'a\\b', 'a;b', '$(x)', '`x`', '"a"', "'a'", 'a|b', 'a,b', '*'],
    ],
    [
      'host-characters',
      ['1:2', 'server:22', '192.0.2.7:22', '[::1]:22', '[[::1]]', '[::1', '::1]', ':::', '1::2::3', '12345::'],
    ],
    [
      'host-characters',
      ['fe80::1%', '%eth0', 'fe80::1%a%b', 'fe80::1%a b', 'fe80::1%a:b', 'fe80::1%é', 'server%eth0', '192.0.2.7%1'],
    ],
    ['host-characters', ['::01.2.3.4', '::0x1.2.3.4', '::1.2.3', '::256.1.1.1', '[-]x']],
  ])('%s: %j', (code, hosts) => {
    for (const host of hosts) expect([host, refusal(host)]).toEqual([host, code]);
  });

  const character = fc.oneof(
    fc.constantFrom(
      '-',
      '.',
      ':',
      '%',
      '[',
      ']',
      ' ',
      '\t',
      '\n',
      '\0',
      '\u007f',
      '@',
      '/',
      '\u202e',
      '\u200d',
      'é',
      '٣',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('a', '1', 'fe80::', '192.0.2.7', 'server', '-o'),
  );

  it('whatever could be read as something else', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
        const parsed = v.safeParse(HostSchema, characters.join(''));
        if (!parsed.success) return;
        taken += 1;
        expect(parsed.output).toMatch(/^[^-]/u);
        expect(parsed.output).not.toMatch(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Z}@/\\"'`$;&|<>(){}[\]*?!,=]/u);
        expect(v.parse(HostSchema, parsed.output)).toBe(parsed.output);
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});

describe('an address is told from a name', () => {
  it.each([
    [4, ['192.0.2.7', '0.0.0.0', '255.255.255.255']],
    [6, ['::1', '::', '2001:db8::1', '::ffff:192.0.2.7', 'fe80::1%eth0', 'fe80::1%br-lan', 'fe80::1%wlan0.100']],
    [
      0,
      [
        'server',
        'example.org',
        '127.1',
        '0x7f.0.0.1',
        '010.0.0.1',
        '256.0.0.1',
        '1.2.3.4.5',
        '2130706433',
        '',
        '::1%',
        '[::1]',
      ],
    ],
  ])('IPv%i: %j', (family, hosts) => {
    for (const host of hosts) expect([host, literalFamily(host)]).toEqual([host, family]);
  });

  it('as the system tells them', () => {
    const part = fc.constantFrom(
      '',
      '0',
      '1',
      'ffff',
      'FFFF',
      '0000',
      '12345',
      'g',
      '1.2.3.4',
      '01.2.3.4',
      '0x1.2.3.4',
      '256.1.1.1',
    );
    const text = fc
      .array(fc.tuple(part, fc.constantFrom(':', '::', '')), { maxLength: 9 })
      .map((parts) => parts.flat().join(''));
    const zone = fc.constantFrom('', '', '%eth0', '%1', '%br-lan', '%wlan0.100', '%');
    const address = fc.oneof(text, fc.ipV4(), fc.ipV6(), fc.ipV4Extended());
    fc.assert(
      fc.property(address, zone, (host, scope) => {
        expect([host + scope, literalFamily(host + scope)]).toEqual([host + scope, isIP(host + scope)]);
      }),
      { numRuns: 5000 },
    );
  });
});
