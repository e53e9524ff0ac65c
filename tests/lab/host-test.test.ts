import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { testHost } from '../../electron/knock/host-test.ts';
import { bestVerdict, type HostTest } from '../../shared/model/host-test.ts';
import { STOCK } from './support/doors.ts';
import { freshEngine, open, patient, sequence, stockRequest } from './support/knocking.ts';
import { type Firewall, Lab, SERVER } from './support/lab.ts';

const lab = Lab.current();
const never = new AbortController().signal;
const families = [
  ['IPv4', SERVER.clean4],
  ['IPv6', SERVER.clean6],
] as const;

beforeEach(async () => {
  await lab.firewall('drop');
  await lab.knockd(STOCK);
});
afterAll(() => lab.stopKnockd());

function verdict(test: HostTest): string {
  return test.result === 'tested' ? bestVerdict(test.addresses).verdict : test.result;
}

describe.each(families)('the test of a real server over %s', (_, host) => {
  it.each<readonly [Firewall, string]>([
    ['drop', 'guarded'],
    ['reject', 'refused'],
    ['drop-all', 'silent'],
  ])('behind a firewall that says %s: %s', async (firewall, expected) => {
    await lab.firewall(firewall);
    expect(verdict(await testHost(stockRequest({ host }), freshEngine(), never))).toBe(expected);
  });

  it('with its door open: open, and sshd’s own words', async () => {
    await open(stockRequest({ host }));
    const test = await testHost(stockRequest({ host }), freshEngine(), never);
    expect(verdict(test)).toBe('open');
    expect(test).toMatchObject({ addresses: [{ banner: expect.stringMatching(/^SSH-2\.0-OpenSSH/) }] });
  });

  it('in the middle of a sequence: knockd does not notice', async () => {
    const half = { host, otherSteps: [], serverKind: 'other' } as const;
    const unchecked = { ...stockRequest().door, check: false };
    await open(stockRequest({ ...half, steps: sequence('7000 8000'), door: unchecked }), freshEngine());
    expect(verdict(await testHost(stockRequest({ host }), freshEngine(), never))).toBe('guarded');
    const rest = patient(stockRequest({ ...half, steps: sequence('9000'), retries: 0 }));
    expect((await open({ ...rest, door: { ...rest.door, look: false } }, freshEngine())).outcome).toMatchObject({
      result: 'open',
    });
  });
});

it.each(['10.77.0.77', 'fd77::77'])('an address of the network that nobody has: nobody (%s)', async (host) => {
  const test = await testHost(stockRequest({ host }), freshEngine(), never);
  expect(verdict(test)).toBe('nobody');
});
