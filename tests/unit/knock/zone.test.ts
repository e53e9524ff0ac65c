import { expect, it } from 'vitest';
import { KnockError } from '../../../electron/knock/errors.ts';
import type { Interfaces } from '../../../electron/knock/source.ts';
import { withKnownZone } from '../../../electron/knock/zone.ts';

const rest = { netmask: '', mac: '', internal: false, cidr: null };
const four = (address: string) => ({ ...rest, address, family: 'IPv4' as const });
const six = (address: string, scopeid: number) => ({ ...rest, address, family: 'IPv6' as const, scopeid });

const interfaces: Interfaces = () => ({
  lo: [four('127.0.0.1'), six('::1', 0)],
  eth0: [four('192.0.2.1'), six('2001:db8::1', 0), six('fe80::1', 2)],
  old0: [four('198.51.100.1')],
  '13': [six('fe80::2', 12)],
});

it.each<readonly [typed: string, platform: NodeJS.Platform, taken: string]>([
  ['192.0.2.7', 'linux', '192.0.2.7'],
  ['2001:db8::7', 'linux', '2001:db8::7'],
  ['fe80::7%eth0', 'linux', 'fe80::7%eth0'],
  ['fe80::7%2', 'linux', 'fe80::7%eth0'],
  ['fe80::7%2', 'darwin', 'fe80::7%eth0'],
  ['fe80::7%2', 'win32', 'fe80::7%2'],
  ['fe80::7%eth0', 'win32', 'fe80::7%2'],
  ['fe80::7%13', 'linux', 'fe80::7%13'],
  ['::1%lo', 'linux', '::1%lo'],
])('%s on %s is %s', (typed, platform, taken) => {
  expect(withKnownZone(typed, interfaces, platform)).toBe(taken);
});

it.each(['fe80::7%eth1', 'fe80::7%ETH0', 'fe80::7%0', 'fe80::7%undefined', 'fe80::7%eth', 'fe80::7%99'])(
  '%s leads nowhere, and says which interface is wrong',
  (address) => {
    const [, zone] = address.split('%');
    const problem = { code: 'zone-unknown', field: 'host', params: { host: address, zone } };
    const knock = () => withKnownZone(address, interfaces, 'linux');
    expect(knock).toThrow(KnockError);
    expect(knock).toThrow(expect.objectContaining({ problem }));
  },
);

it('an interface without IPv6 has no number, which Windows asks for', () => {
  expect(() => withKnownZone('fe80::7%old0', interfaces, 'win32')).toThrow(KnockError);
});

it('a link-local address without a zone gets the only one that can be meant', () => {
  const one: Interfaces = () => ({ lo: [{ ...six('fe80::1', 1), internal: true }], eth0: [six('fe80::1', 2)] });
  expect(withKnownZone('fe80::7', one, 'linux')).toBe('fe80::7%eth0');
  expect(withKnownZone('FEBF::7', one, 'win32')).toBe('FEBF::7%2');
  expect(withKnownZone('fe80::7', () => ({}), 'linux')).toBe('fe80::7');
});

it('where several may be meant, it goes nowhere, and the zone is asked for', () => {
  const problem = { code: 'zone-missing', field: 'host', params: { address: 'fe80::7' } };
  const knock = () => withKnownZone('fe80::7', interfaces, 'linux');
  expect(knock).toThrow(KnockError);
  expect(knock).toThrow(expect.objectContaining({ problem }));
});

it.each(['fec0::7', '2001:db8::fe80', 'fe8::1', '192.0.2.7'])(
  '%s is wanted by no interface in particular',
  (address) => {
    expect(withKnownZone(address, interfaces, 'linux')).toBe(address);
  },
);
