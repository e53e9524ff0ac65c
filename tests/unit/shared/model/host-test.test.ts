import { describe, expect, it } from 'vitest';
import { type AddressTest, bestVerdict, verdictOf } from '../../../../shared/model/host-test.ts';

const test = (differs: Partial<AddressTest>): AddressTest => ({
  ...{ address: '192.0.2.7', family: 4, from: '192.0.2.1', door: 'silent', rttMs: null, banner: null },
  ...{ othersAnswered: false, nobody: false },
  ...differs,
});

describe('what a test of a host means', () => {
  it.each([
    [{ door: 'open', othersAnswered: null }, 'open'],
    [{ door: 'refused', othersAnswered: null }, 'refused'],
    [{ othersAnswered: true }, 'guarded'],
    [{}, 'silent'],
    [{ nobody: true }, 'nobody'],
    [{ from: null, door: null, othersAnswered: null }, 'no-route'],
  ] as const)('%j: %s', (differs, verdict) => {
    expect(verdictOf(test(differs))).toBe(verdict);
  });

  it('of several addresses is the one that says most', () => {
    const v4 = test({ othersAnswered: true });
    const v6 = test({ address: '2001:db8::7', family: 6, from: null, door: null });
    expect(bestVerdict([v6, v4])).toEqual({ verdict: 'guarded', address: v4 });
    expect(bestVerdict([v6])).toEqual({ verdict: 'no-route', address: v6 });
  });
});
