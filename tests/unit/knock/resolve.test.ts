import { describe, expect, it } from 'vitest';
import { KnockError } from '../../../electron/knock/errors.ts';
import { type Lookup, lookupAll, resolveHost } from '../../../electron/knock/resolve.ts';
import type { Profile } from '../../../shared/model/profile.ts';

const never = new AbortController().signal;
const four = (address: string) => ({ address, family: 4 });
const six = (address: string) => ({ address, family: 6 });

/** A computer with these. */
const interfaces = () => ({ 'br-lan': [], 'Br-LAN.1': [] });

/** Answers one name, and remembers what it was asked. */
function fakeLookup(...answer: Awaited<ReturnType<Lookup>>) {
  const asked: string[] = [];
  const lookup: Lookup = async (host) => {
    asked.push(host);
    return answer;
  };
  return { lookup, asked };
}

const failing =
  (code: string): Lookup =>
  () =>
    Promise.reject(Object.assign(new Error(code), { code }));

async function problemOf(host: string, family: Profile['family'], lookup: Lookup, signal = never) {
  const error = await resolveHost(host, family, lookup, signal).catch((reason: unknown) => reason);
  return error instanceof KnockError ? error.problem : error;
}

describe('a name', () => {
  const both = [six('2001:db8::1'), six('2001:db8::2'), four('192.0.2.1'), four('192.0.2.2')];

  it.each<readonly [family: Profile['family'], addresses: readonly string[]]>([
    ['automatic', ['2001:db8::1', '192.0.2.1']],
    ['ipv4', ['192.0.2.1']],
    ['ipv6', ['2001:db8::1']],
  ])('%s: the first address of each family, in the system’s order', async (family, addresses) => {
    const { lookup, asked } = fakeLookup(...both);
    const found = await resolveHost('server', family, lookup, never);
    expect(found.map(({ address }) => address)).toEqual(addresses);
    expect(asked).toEqual(['server']);
  });

  it('keeps the system’s favourite in front', async () => {
    const { lookup } = fakeLookup(four('192.0.2.1'), six('2001:db8::1'));
    expect(await resolveHost('server', 'automatic', lookup, never)).toEqual([
      { address: '192.0.2.1', family: 4 },
      { address: '2001:db8::1', family: 6 },
    ]);
  });

  it.each<readonly [family: Profile['family'], answer: Awaited<ReturnType<Lookup>>, name: string]>([
    ['ipv6', [four('192.0.2.1')], 'IPv6'],
    ['ipv4', [six('2001:db8::1')], 'IPv4'],
    ['automatic', [], 'IPv4'],
    ['automatic', [{ address: 'x', family: 0 }], 'IPv4'],
  ])('%s without such an address is told', async (family, answer, name) => {
    expect(await problemOf('server', family, fakeLookup(...answer).lookup)).toEqual({
      code: 'no-address-of-family',
      field: 'family',
      params: { host: 'server', family: name },
    });
  });

  it.each([
    ['ENOTFOUND', 'name-not-found'],
    ['ENODATA', 'name-not-found'],
    ['EAI_NONAME', 'name-not-found'],
    ['EAI_AGAIN', 'name-lookup-failed'],
    ['ESERVFAIL', 'name-lookup-failed'],
    ['what', 'name-lookup-failed'],
  ])('%s is %s', async (code, problem) => {
    expect(await problemOf('server', 'automatic', failing(code))).toEqual({
      code: problem,
      field: 'host',
      params: { host: 'server' },
    });
  });

  it('is asked of the system', async () => {
    const [first] = await resolveHost('localhost', 'automatic', lookupAll, never);
    expect(['127.0.0.1', '::1']).toContain(first.address);
  });
});

describe('a literal', () => {
  it.each<readonly [host: string, family: 4 | 6]>([
    ['192.0.2.7', 4],
    ['2001:db8::7', 6],
    ['fe80::1%br-lan', 6],
  ])('%s is nobody’s to look up', async (host, family) => {
    const { lookup, asked } = fakeLookup();
    expect(await resolveHost(host, 'automatic', lookup, never, interfaces)).toEqual([{ address: host, family }]);
    expect(asked).toEqual([]);
  });

  it.each([
    ['FD77::2', 'fd77::2'],
    ['fd77:0::2', 'fd77::2'],
    ['fd77:0:0:0:0:0:0:0002', 'fd77::2'],
    ['fd77::2', 'fd77::2'],
    ['FE80:0::1%Br-LAN.1', 'fe80::1%Br-LAN.1'],
    ['::FFFF:192.0.2.1', '::ffff:192.0.2.1'],
    ['::ffff:c000:201', '::ffff:192.0.2.1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ])('%s is the server %s, typed or looked up', async (spelled, address) => {
    const typed = await resolveHost(spelled, 'automatic', failing('never'), never, interfaces);
    const { lookup } = fakeLookup(six(spelled));
    const found = await resolveHost('server', 'automatic', lookup, never);
    expect([typed, found]).toEqual([[six(address)], [six(address)]]);
  });

  it('whose zone is none of this computer’s goes nowhere', async () => {
    expect(await problemOf('fe80::1%gone-0', 'automatic', failing('never'))).toEqual({
      code: 'zone-unknown',
      field: 'host',
      params: { host: 'fe80::1%gone-0', zone: 'gone-0' },
    });
  });

  it('of the other family is told', async () => {
    expect(await problemOf('192.0.2.7', 'ipv6', failing('never'))).toMatchObject({ code: 'no-address-of-family' });
    expect(await problemOf('::1', 'ipv4', failing('never'))).toMatchObject({ code: 'no-address-of-family' });
  });
});

describe('an abort', () => {
  const reason = new Error('enough');

  it('is not kept waiting by a look-up that takes for ever', async () => {
    const abort = new AbortController();
    const found = problemOf('server', 'automatic', () => new Promise(() => {}), abort.signal);
    abort.abort(reason);
    expect(await found).toBe(reason);
  });

  it('that came before asks nobody', async () => {
    const { lookup, asked } = fakeLookup(four('192.0.2.1'));
    expect(await problemOf('server', 'automatic', lookup, AbortSignal.abort(reason))).toBe(reason);
    expect(asked).toEqual([]);
  });

  it('wins over a look-up that failed', async () => {
    const abort = new AbortController();
    const lookup: Lookup = async () => {
      abort.abort(reason);
      throw new Error('late');
    };
    expect(await problemOf('server', 'automatic', lookup, abort.signal)).toBe(reason);
  });
});
