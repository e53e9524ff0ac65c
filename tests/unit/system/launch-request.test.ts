import fc from 'fast-check';
import { expect, it } from 'vitest';
import { launchRequest, parseLaunchRequest } from '../../../electron/system/launch-request.ts';

it('a further start hands over whether it wants to be seen', () => {
  const env = { DISPLAY: ':1', WAYLAND_DISPLAY: '', SECRET: 'x' };
  expect(parseLaunchRequest(launchRequest(true, env))).toEqual({ kind: 'stay-hidden' });
  expect(parseLaunchRequest(launchRequest(false, env))).toEqual({ kind: 'show', screen: { DISPLAY: ':1' } });
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
