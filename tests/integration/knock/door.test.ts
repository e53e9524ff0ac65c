import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBanner } from '../../../electron/knock/banner.ts';
import { systemClock } from '../../../electron/knock/clock.ts';
import { type Seen, type WatchOptions, watchDoor } from '../../../electron/knock/door.ts';
import { freePort, Listeners, NOWHERE, never, openSockets, pause, until, V4, V6 } from './listeners.ts';

let listeners: Listeners;
let sockets: number;
let seen: Seen[];
beforeEach(() => {
  listeners = new Listeners();
  sockets = openSockets();
  seen = [];
});
afterEach(async () => {
  for (const one of seen) if (one.door === 'open') one.socket.destroy();
  await listeners.close();
});

/** Watches from now on; `lookMs` and `watchMs` say how, and for how long. */
async function watch(port: number, ms: number, differs: Partial<WatchOptions> = {}): Promise<Seen> {
  const from = systemClock.now();
  const result = await watchDoor({
    ...{ target: V4, port, localAddress: undefined, from, until: from + ms, rttMs: null, look: false },
    ...{ clock: systemClock, signal: never },
    ...differs,
  });
  seen.push(result);
  return result;
}

describe('a door', () => {
  it.each([V4, V6])('that is open is seen so, with its round trip: %j', async (target) => {
    const port = await listeners.tcp(target.address);
    for (const look of [true, false]) {
      const result = await watch(port, 10_000, { target, look });
      expect(result).toMatchObject({ door: 'open', rttMs: expect.any(Number), at: expect.any(Number) });
    }
  });

  it('is told of by a connect that left, and not by one that could not', async () => {
    const told: number[] = [];
    const onProbe = (atMs: number) => told.push(atMs);
    const from = systemClock.now();
    await watch(await freePort(), 120, { onProbe });
    expect(told.length).toBeGreaterThanOrEqual(2);
    for (const at of told) expect(at).toBeGreaterThanOrEqual(from);
    const before = told.length;
    await watch(9, 120, { target: NOWHERE, onProbe });
    expect(told).toHaveLength(before);
  });

  it('that refuses says so at the first look', async () => {
    const result = await watch(await freePort(), 3_600_000, { look: true });
    expect(result).toEqual({ door: 'refused', rttMs: expect.any(Number) });
  });

  it('that refuses is watched until time is up', async () => {
    const begun = systemClock.now();
    const result = await watch(await freePort(), 200);
    expect(result).toEqual({ door: 'refused', rttMs: expect.any(Number) });
    expect(systemClock.now() - begun).toBeGreaterThanOrEqual(200);
  });

  it('that opens while it is watched is seen to open', async () => {
    const port = await freePort();
    const result = watch(port, 20_000);
    await pause(180);
    await listeners.tcp(V4.address, port);
    expect(await result).toMatchObject({ door: 'open' });
  });

  it('that breaks every connection off is there all the same', async () => {
    const port = await listeners.tcp(V4.address, 0, (socket) => socket.resetAndDestroy());
    expect((await watch(port, 10_000, { look: true })).door).not.toBe('silent');
  });

  it('that nothing can be sent to refuses nothing', async () => {
    for (const look of [true, false]) {
      expect(await watch(22, 150, { target: NOWHERE, look })).toEqual({ door: 'silent', rttMs: null });
    }
    expect(await watch(22, 150, { localAddress: '203.0.113.1' })).toEqual({ door: 'silent', rttMs: null });
  });

  it('is not tried before the time, nor when there is none', async () => {
    const port = await listeners.tcp();
    const now = systemClock.now();
    expect(await watch(port, 0, { from: now + 50, until: now + 50 })).toEqual({ door: 'silent', rttMs: null });
    expect(listeners.heard).toEqual([]);
    const result = await watch(port, 0, { from: now + 120, until: now + 20_000 });
    expect(result.door === 'open' ? result.at : 0).toBeGreaterThanOrEqual(now + 120);
  });

  it('is visited from the source that was knocked from', async () => {
    const port = await listeners.tcp();
    await watch(port, 10_000, { localAddress: '127.0.0.9' });
    await until(() => listeners.connections.length > 0);
    expect(listeners.connections[0]?.remoteAddress).toBe('127.0.0.9');
  });
});

describe('the winning connection', () => {
  it('is handed over unread, and is the only one left', async () => {
    const port = await listeners.tcp(V4.address, 0, (socket) => socket.write('SSH-2.0-early\r\n'));
    const result = await watch(port, 10_000);
    if (result.door !== 'open') throw new Error(result.door);
    expect(result.socket.bytesRead).toBe(0);
    // What came meanwhile is not lost.
    expect(await readBanner(result.socket, never)).toEqual({ banner: 'SSH-2.0-early', mute: false });
    await until(() => listeners.connections.filter(({ closed }) => !closed).length === 1);
    expect(result.socket.destroyed).toBe(false);
    result.socket.destroy();
    await until(() => listeners.connections.every(({ closed }) => closed));
  });

  it('is one of at most two, and no more are opened after it', async () => {
    const port = await listeners.tcp();
    await watch(port, 10_000);
    const { length } = listeners.connections;
    await pause(300);
    expect(listeners.connections.length).toBe(Math.max(1, length));
    expect(listeners.connections.length).toBeLessThanOrEqual(2);
  });
});

describe('an abort', () => {
  const reason = new Error('enough');

  it('ends the watch at once and every socket with it', async () => {
    const abort = new AbortController();
    const result = watch(await freePort(), 3_600_000, { signal: abort.signal });
    await pause(130);
    abort.abort(reason);
    await expect(result).rejects.toBe(reason);
    await until(() => openSockets() <= sockets);
    await pause(150);
    expect(openSockets()).toBeLessThanOrEqual(sockets);
  });

  it('that came before tries nothing', async () => {
    const port = await listeners.tcp();
    await expect(watch(port, 3_600_000, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    await pause(100);
    expect(listeners.heard).toEqual([]);
  });
});

describe('the end of a watch', () => {
  it('leaves no socket behind', async () => {
    await watch(await freePort(), 150);
    await until(() => openSockets() <= sockets);
    expect(openSockets()).toBeLessThanOrEqual(sockets);
  });
});
