import { describe, expect, it } from 'vitest';
import { sourceTowards } from '../../../electron/knock/route.ts';
import { NOWHERE, V4, V6 } from './listeners.ts';

describe('where packets would leave from', () => {
  it.each([V4, V6])('is the loopback towards itself: %j', async (target) => {
    expect(await sourceTowards(target, undefined)).toBe(target.address);
  });

  it('is the source that was chosen', async () => {
    expect(await sourceTowards(V4, '127.0.0.9')).toBe('127.0.0.9');
  });

  it('is nowhere without a route, or from a source that is not ours', async () => {
    expect(await sourceTowards(NOWHERE, undefined)).toBeNull();
    expect(await sourceTowards(V4, '203.0.113.1')).toBeNull();
    expect(await sourceTowards(V6, '2001:db8::1')).toBeNull();
  });
});
