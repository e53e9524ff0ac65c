import { describe, expect, it } from 'vitest';
import { KnockError } from '../../../electron/knock/errors.ts';
import { type Interfaces, sourceAddress } from '../../../electron/knock/source.ts';

type Info = NonNullable<ReturnType<Interfaces>[string]>[number];
const common = { netmask: '', mac: '', internal: false, cidr: null };
const four = (address: string): Info => ({ ...common, address, family: 'IPv4' });
const six = (address: string): Info => ({ ...common, address, family: 'IPv6', scopeid: 0 });

const interfaces: Interfaces = () => ({
  eth0: [six('fe80::5'), four('192.0.2.5'), six('2001:db8::5'), four('192.0.2.6')],
  'Ethernet 2': [four('198.51.100.5')],
  tun0: [],
});

function problem(source: string, family: 4 | 6) {
  try {
    return sourceAddress(source, family, interfaces);
  } catch (error) {
    return error instanceof KnockError ? error.problem : error;
  }
}

describe('where to send from', () => {
  it.each<readonly [source: string, family: 4 | 6, address: string | undefined]>([
    ['', 4, undefined],
    ['', 6, undefined],
    ['203.0.113.9', 4, '203.0.113.9'],
    ['2001:db8::9', 6, '2001:db8::9'],
    ['fe80::9%br-lan', 6, 'fe80::9%br-lan'],
    ['eth0', 4, '192.0.2.5'],
    ['eth0', 6, 'fe80::5'],
    ['Ethernet 2', 4, '198.51.100.5'],
  ])('%j over IPv%i is %j', (source, family, address) => {
    expect(sourceAddress(source, family, interfaces)).toBe(address);
  });

  it.each<readonly [source: string, family: 4 | 6]>([
    ['wlan0', 4],
    ['tun0', 4],
    ['Ethernet 2', 6],
    ['203.0.113.9', 6],
    ['2001:db8::9', 4],
    ['constructor', 4],
    ['toString', 6],
    ['__proto__', 4],
  ])('%j is no source over IPv%i', (source, family) => {
    expect(problem(source, family)).toEqual({ code: 'source-not-available', field: 'source', params: { source } });
  });

  it('knows the interfaces of this computer', () => {
    expect(sourceAddress('lo', 4, () => ({ lo: [four('127.0.0.1')] }))).toBe('127.0.0.1');
    expect(() => sourceAddress('no-such-interface', 4)).toThrow(KnockError);
  });
});
