import fc from 'fast-check';
import { expect, it } from 'vitest';
import { launchRequest, parseLaunchRequest } from '../../../electron/system/launch-request.ts';

it('a further start hands over whether it wants to be seen', () => {
  expect(parseLaunchRequest(launchRequest(true)).kind).toBe('stay-hidden');
  expect(parseLaunchRequest(launchRequest(false)).kind).toBe('show');
});

it('shows the window for whatever it does not understand', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(parseLaunchRequest(data).kind).toBe('show');
    }),
  );
});
