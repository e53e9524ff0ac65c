import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainHost, parseKnock, parseKnocks, parseNumber, parsePort } from '../../../electron/cli/arguments.ts';
import { parseHost } from '../../../electron/cli/host-word.ts';
import type { Protocol } from '../../../shared/model/sequence.ts';

describe('a port', () => {
  it.each([
    ['1', 1],
    ['22', 22],
    ['65535', 65_535],
    ['007', 7],
  ])('%s', (word, port) => {
    expect(parsePort(word)).toEqual({ ok: true, value: port });
  });

  it.each([...['ssh', '', ' 22', '22 ', '-22', '+22', '2.2', '0x16', '1e3', '22,23', '٢٢', '1234567', 'constructor']])(
    '%j is no number',
    (word) => {
      expect(parsePort(word)).toEqual({ ok: false, problems: [{ code: 'port-word', params: { word } }] });
    },
  );

  it.each(['0', '000', '65536', '70000', '999999'])('%s is out of range', (word) => {
    expect(parsePort(word)).toEqual({ ok: false, problems: [{ code: 'port-word', params: { word } }] });
  });
});

describe('a knock, as knock(1) takes it', () => {
  it.each<readonly [word: string, allUdp: boolean, port: number, protocol: Protocol]>([
    ['7000', false, 7000, 'tcp'],
    ['7000:tcp', false, 7000, 'tcp'],
    ['7000:TCP', false, 7000, 'tcp'],
    ['7000:udp', false, 7000, 'udp'],
    ['7000', true, 7000, 'udp'],
    ['7000:tcp', true, 7000, 'udp'],
    ['7000:udp', true, 7000, 'udp'],
  ])('%s with -u %j', (word, allUdp, port, protocol) => {
    expect(parseKnock(word, allUdp)).toEqual({ ok: true, value: { kind: 'knock', port, protocol } });
  });

  it.each(['7000:', '7000:sctp', '7000:UDP', '7000:udp:tcp', '7000::udp', '7000:udp '])(
    '%j names no protocol',
    (word) => {
      expect(parseKnock(word, false)).toEqual({
        ok: false,
        problems: [{ code: 'protocol-unknown', params: { word } }],
      });
    },
  );

  it.each([
    ['ssh', 'port-word'],
    ['ssh:tcp', 'port-word'],
    [':udp', 'port-word'],
    ['7000/tcp', 'port-word'],
    ['0', 'port-word'],
    ['65536:udp', 'port-word'],
  ])('%j is refused: %s', (word, code) => {
    expect(parseKnock(word, false)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('is as many as wanted, also more than knockd’s 32, also none', () => {
    const words = Array.from({ length: 100 }, (_, at) => String(1000 + at));
    const parsed = parseKnocks(words, false);
    expect(parsed.ok && parsed.value.map(({ port }) => String(port))).toEqual(words);
    expect(parseKnocks([], false)).toEqual({ ok: true, value: [] });
  });

  it('is refused when any of them is wrong, or there are more than ports', () => {
    expect(parseKnocks(['7000', '8000:x', 'ssh'], false)).toMatchObject({ problems: [{ params: { word: '8000:x' } }] });
    expect(parseKnocks(Array(65_536).fill('1'), false)).toMatchObject({ problems: [{ code: 'sequence-long' }] });
  });

  it('whatever the word is, is a knock or refused', () => {
    const nearly = fc
      .tuple(
        fc.oneof(fc.nat(70_000), fc.nat()),
        fc.constantFrom('', ':udp', ':tcp', ':TCP', ':UDP', ':udp:tcp', '/udp'),
      )
      .map((parts) => parts.join(''));
    const word = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9:udptc/]{0,10}$/), nearly);
    let taken = 0;
    fc.assert(
      fc.property(word, fc.boolean(), (text, allUdp) => {
        const parsed = parseKnock(text, allUdp);
        if (!parsed.ok) return;
        taken += 1;
        expect(text).toMatch(/^\d+(?::(?:udp|[tT][cC][pP]))?$/);
        expect(parsed.value.port).toBe(Number.parseInt(text, 10));
        expect(parsed.value.protocol).toBe(allUdp || text.endsWith(':udp') ? 'udp' : 'tcp');
        expect(parsed.value.port).toBeLessThanOrEqual(65_535);
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});

describe('a host', () => {
  it.each(['server.example.org', '192.0.2.7', '2001:db8::7', 'fe80::1%br-lan'])('%s', (host) => {
    expect(parseHost(host)).toEqual({ ok: true, value: host });
  });

  it.each([
    ['', 'host-empty'],
    ['-oProxyCommand=calc', 'host-leading-dash'],
    ['user@server', 'host-characters'],
    ['a b', 'host-characters'],
    ['h'.repeat(256), 'host-long'],
  ])('%j is refused: %s', (host, code) => {
    expect(parseHost(host)).toEqual({ ok: false, problems: [{ code, field: 'host' }] });
  });
});

describe('a plain host', () => {
  it.each(['server.example.org', 'a', '192.0.2.7', 'WEB-1', '1.2.3'])('is %s', (host) => {
    expect(isPlainHost(host)).toBe(true);
  });

  it.each(['', '-o', 'a-', '.a', 'a b', 'a_b', '::1', 'a%b', 'é', 'a\n', 'h'.repeat(256)])('is not %j', (host) => {
    expect(isPlainHost(host)).toBe(false);
  });

  it('is a host, as it stands', () => {
    const long = fc.integer({ min: 250, max: 262 }).map((length) => 'h'.repeat(length));
    const word = fc.oneof(fc.domain(), fc.ipV4(), fc.stringMatching(/^[A-Za-z0-9.-]{1,300}$/), long, fc.string());
    fc.assert(
      fc.property(word, (text) => {
        if (isPlainHost(text)) expect(parseHost(text)).toEqual({ ok: true, value: text });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a number', () => {
  it.each(['5', '05', '10'])('%s', (text) => {
    expect(parseNumber(text, '--x', 5, 10)).toEqual({ ok: true, value: Number(text) });
  });

  const refused = (texts: readonly string[], code: string) => texts.map((text) => [text, code] as const);
  it.each([
    ...refused(['4', '11', '-5', '9'.repeat(10)], 'option-range'),
    ...refused(['', '5.5', '5ms', ' 5', '0x5', '1e1', 'NaN', 'Infinity'], 'option-number'),
  ])('%j is refused, and the option named: %s', (text, code) => {
    expect(parseNumber(text, '--x', 5, 10)).toEqual({
      ok: false,
      problems: [{ code, params: { option: '--x', value: text, least: 5, most: 10 } }],
    });
  });
});
