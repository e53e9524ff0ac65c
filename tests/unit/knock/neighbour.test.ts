import { describe, expect, it } from 'vitest';
import { isMissingInArp, isUnanswered } from '../../../electron/knock/neighbour.ts';

const TABLE = `IP address       HW type     Flags       HW address            Mask     Device
192.0.2.1        0x1         0x2         00:00:5e:00:53:01     *        eth0
192.0.2.9        0x1         0x0         00:00:00:00:00:00     *        eth0
192.0.2.10       0x1         0x6         00:00:5e:00:53:0a     *        eth0
`;

describe('the table of IPv4 neighbours', () => {
  it.each([
    ['192.0.2.9', true],
    ['192.0.2.1', false],
    ['192.0.2.10', false],
    ['192.0.2.99', false],
    ['192.0.2', false],
    ['IP', false],
    ['fe80::1', false],
  ])('%s: nobody answers for it: %j', (address, missing) => {
    expect(isMissingInArp(address, () => TABLE)).toBe(missing);
  });

  it('is unknown where there is no table', () => {
    expect(isMissingInArp('192.0.2.9', () => '')).toBe(false);
  });
});

describe('what ip says of an IPv6 neighbour', () => {
  it.each([
    ['is asked for', 'fd77::99 dev eth0  INCOMPLETE \n', true],
    ['was asked for in vain', 'fd77::99 dev eth0  FAILED \n', true],
    ['of an old ip, and with a router', 'fe80::1 dev eth0  router FAILED', true],
    ['has answered', 'fd77::2 dev eth0 lladdr 00:00:5e:00:53:01 REACHABLE\n', false],
    ['has answered some time ago', 'fd77::2 dev eth0 lladdr 00:00:5e:00:53:01 router STALE\n', false],
    [
      'answers on one of two interfaces',
      'fe80::1 dev a  FAILED\nfe80::1 dev b lladdr 00:00:5e:00:53:01 DELAY\n',
      false,
    ],
    ['answers on neither', 'fe80::1 dev a  FAILED\nfe80::1 dev b  INCOMPLETE\n', true],
    ['is behind a router, or ip is not there', '', false],
    ['is nothing that this was written for', 'Usage: ip neigh', false],
  ])('%s', (_what, lines, missing) => {
    expect(isUnanswered(lines)).toBe(missing);
  });
});
