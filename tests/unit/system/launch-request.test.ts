import fc from 'fast-check';
import { expect, it } from 'vitest';
import { launchRequest, parseLaunchRequest } from '../../../electron/system/launch-request.ts';

const env = { DISPLAY: ':1', WAYLAND_DISPLAY: '', SECRET: 'x' };
const screen = { DISPLAY: ':1' };

it.each([
  [['--hidden', '--quit-when-idle'], { kind: 'stay-hidden' }],
  [['--hidden'], { kind: 'rest', screen }],
  [['.', '--disable-gpu'], { kind: 'show', screen }],
] as const)('a start with %j hands over %j', (argv, request) => {
  expect(parseLaunchRequest(launchRequest(['electron', ...argv], env))).toEqual(request);
});

it('takes no other variable from a further start', () => {
  const data = { kind: 'show', screen: { LD_PRELOAD: '/tmp/x.so' } };
  expect(parseLaunchRequest(data)).toEqual({ kind: 'show', screen: {} });
});

it('shows the window for whatever it does not understand', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(parseLaunchRequest(data).kind).toBe('show');
    }),
  );
});
