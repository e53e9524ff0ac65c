import { expect, it } from 'vitest';
import { isMissingNeighbour } from '../../../electron/knock/neighbour.ts';

const TABLE = `IP address       HW type     Flags       HW address            Mask     Device
192.0.2.1        0x1         0x2         00:00:5e:00:53:01     *        eth0
192.0.2.9        0x1         0x0         00:00:00:00:00:00     *        eth0
192.0.2.10       0x1         0x6         00:00:5e:00:53:0a     *        eth0
`;

it.each([
  ['192.0.2.9', true],
  ['192.0.2.1', false],
  ['192.0.2.10', false],
  ['192.0.2.99', false],
  ['192.0.2', false],
  ['IP', false],
  ['fe80::1', false],
])('%s: nobody answers for it: %j', (address, missing) => {
  expect(isMissingNeighbour(address, () => TABLE)).toBe(missing);
});

it('is unknown where there is no table', () => {
  expect(isMissingNeighbour('192.0.2.9', () => '')).toBe(false);
});
