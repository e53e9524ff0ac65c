import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/knock/clock.ts';
import { errorCode } from '../../../electron/knock/errors.ts';
import { UdpSender } from '../../../electron/knock/udp.ts';
import { freePort, Listeners, NOWHERE, until, V4, V6 } from './listeners.ts';

let listeners: Listeners;
beforeEach(() => {
  listeners = new Listeners();
});
afterEach(() => listeners.close());

describe('UDP knocks', () => {
  it.each([V4, V6])('arrive as they are, in order, to the last: %j', async (target) => {
    const port = await listeners.udp(target.address);
    const sender = await UdpSender.open(target, undefined, systemClock);
    for (const bytes of [[0], [], [0xca, 0xfe], Array(1200).fill(7)]) await sender.send(port, Uint8Array.from(bytes));
    sender.close();
    await until(() => listeners.heard.length === 4);
    expect(listeners.heard.map((line) => line.split('=')[1])).toEqual(['00', '', 'cafe', '07'.repeat(1200)]);
  });

  it('leave one after the other by the clock, also to a port where nobody listens', async () => {
    let now = 0;
    const sender = await UdpSender.open(V4, undefined, { ...systemClock, now: () => ++now });
    const port = await freePort();
    expect([await sender.send(port, Uint8Array.of(0)), await sender.send(port, Uint8Array.of(0))]).toEqual([1, 2]);
    sender.close();
  });

  it('that may not be sent say so', async () => {
    const sender = await UdpSender.open(NOWHERE, undefined, systemClock);
    expect(await sender.send(9, Uint8Array.of(0)).catch(errorCode)).toBe('EACCES');
    sender.close();
  });

  it.each(['203.0.113.1', '2001:db8::1'])('from %s, which is not ours, say so', async (source) => {
    const target = source.includes(':') ? V6 : V4;
    expect(await UdpSender.open(target, source, systemClock).catch(errorCode)).toBe('EADDRNOTAVAIL');
  });
});
