import { expect, it } from 'vitest';
import { spelledOut } from '../../../electron/cli/spelled-out.ts';

it.each([
  ['--del 5 server 7000', '--delay 5 server 7000'],
  ['server 7000 --d=5 --verb --u', 'server 7000 --delay=5 --verbose --udp'],
  ['--vers', '--version'],
  ['--ta web', '--tag web'],
  ['--seq=10=x', '--seq-timeout=10=x'],
])('%s is %s, as for getopt_long(3)', (typed, meant) => {
  expect(spelledOut(typed.split(' ')).join(' ')).toBe(meant);
});

it.each(['--ve', '--ipv', '--s=x', '--t', '--h', '--nope', '--udpx', '--', '-d', '--=x', '-- --del', 'server --', ''])(
  '%j is left as it was typed',
  (typed) => {
    expect(spelledOut(typed.split(' ')).join(' ')).toBe(typed);
  },
);
