import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/knock/clock.ts';
import { errorCode } from '../../../electron/knock/errors.ts';
import { knockTcp, type TcpOptions } from '../../../electron/knock/tcp.ts';
import { freePort, Listeners, NOWHERE, never, openSockets, pause, until, V4, V6 } from './listeners.ts';

let listeners: Listeners;
beforeEach(() => {
  listeners = new Listeners();
});
afterEach(() => listeners.close());

const options = (port: number, differs: Partial<TcpOptions> = {}): TcpOptions => ({
  ...{ target: V4, port, localAddress: undefined, holdMs: 20, mode: 'syn', clock: systemClock, signal: never },
  onGone: () => {},
  ...differs,
});
const refusal = (differs: TcpOptions) => knockTcp(differs).then(() => 'sent', errorCode);

describe('a TCP knock', () => {
  it.each([V4, V6])('is one connection, which ends by itself: %j', async (target) => {
    const port = await listeners.tcp(target.address);
    const before = systemClock.now();
    const { at } = await knockTcp(options(port, { target }));
    expect(at).toBeGreaterThanOrEqual(before);
    await until(() => listeners.connections[0]?.closed === true);
    await pause(200);
    expect(listeners.heard).toEqual([`${port}/tcp`]);
  });

  it('holds its socket as long as asked', async () => {
    const port = await listeners.tcp();
    const { at } = await knockTcp(options(port, { holdMs: 120 }));
    await until(() => listeners.connections[0]?.closed === true);
    // Timers may be a millisecond early by this clock.
    expect(systemClock.now() - at).toBeGreaterThanOrEqual(118);
  });

  it('has left where a port refuses it', async () => {
    const { at } = await knockTcp(options(await freePort()));
    expect(at).toBeGreaterThan(0);
  });

  it('comes from the source that was asked for', async () => {
    const port = await listeners.tcp();
    await knockTcp(options(port, { localAddress: '127.0.0.9' }));
    await until(() => listeners.connections.length === 1);
    expect(listeners.connections[0]?.remoteAddress).toBe('127.0.0.9');
  });

  it('asks the clock it was given when it left', async () => {
    const port = await listeners.tcp();
    const clock = { ...systemClock, now: () => 42 };
    expect((await knockTcp(options(port, { clock }))).at).toBe(42);
  });

  it('leaves nothing behind', async () => {
    const port = await listeners.tcp();
    const before = openSockets();
    await Promise.all([
      knockTcp(options(port)),
      knockTcp(options(await freePort())),
      refusal(options(1, { target: NOWHERE })),
    ]);
    await until(() => listeners.connections.every(({ closed }) => closed) && openSockets() <= before);
    expect(listeners.heard).toEqual([`${port}/tcp`]);
  });
});

describe('a TCP knock that did not leave', () => {
  it('says so where there is no way to the address', async () => {
    expect(await refusal(options(7000, { target: NOWHERE }))).toBe('ENETUNREACH');
  });

  it('says so where the source is not ours', async () => {
    expect(await refusal(options(7000, { localAddress: '203.0.113.1' }))).toBe('EADDRNOTAVAIL');
  });

  it('says so where the source is no address', async () => {
    expect(await refusal(options(7000, { localAddress: 'eth0' }))).toBe('ERR_INVALID_IP_ADDRESS');
  });
});

describe('an abort', () => {
  it('ends the socket at once', async () => {
    const port = await listeners.tcp();
    const abort = new AbortController();
    await knockTcp(options(port, { holdMs: 3_600_000, signal: abort.signal }));
    await until(() => listeners.connections.length === 1);
    abort.abort();
    await until(() => listeners.connections[0]?.closed === true);
    expect(listeners.heard).toHaveLength(1);
  });

  it('in the same tick sends nothing', async () => {
    const port = await listeners.tcp();
    const abort = new AbortController();
    const reason = new Error('enough');
    const knock = knockTcp(options(port, { signal: abort.signal }));
    abort.abort(reason);
    await expect(knock).rejects.toBe(reason);
    await pause(100);
    expect(listeners.heard).toEqual([]);
  });

  it('that came before sends nothing', async () => {
    const port = await listeners.tcp();
    const reason = new Error('enough');
    await expect(knockTcp(options(port, { signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
    await pause(100);
    expect(listeners.heard).toEqual([]);
  });
});

describe('when the next knock may follow', () => {
  it('SYN only: at once', async () => {
    const { settled } = await knockTcp(options(await freePort(), { holdMs: 3_600_000, mode: 'syn' }));
    await expect(settled).resolves.toBeUndefined();
  });

  it('full connect: after the handshake, and the connection is ended then', async () => {
    const port = await listeners.tcp();
    const { settled } = await knockTcp(options(port, { holdMs: 1, mode: 'full' }));
    await settled;
    await until(() => listeners.connections[0]?.closed === true);
    expect(listeners.heard).toHaveLength(1);
  });

  it('full connect: after a refusal', async () => {
    const { settled } = await knockTcp(options(await freePort(), { mode: 'full' }));
    await expect(settled).resolves.toBeUndefined();
  });
});
