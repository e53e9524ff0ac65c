import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/knock/clock.ts';
import { KnockError } from '../../../electron/knock/errors.ts';
import { type Packet, planSequence } from '../../../electron/knock/plan.ts';
import { Room } from '../../../electron/knock/room.ts';
import { HELD_SOCKETS, sendVolley, type VolleyOptions } from '../../../electron/knock/volley.ts';
import type { Knock, Protocol } from '../../../shared/model/sequence.ts';
import { freePort, Listeners, NOWHERE, never, pause, until, V4, V6 } from './listeners.ts';

let listeners: Listeners;
beforeEach(() => {
  listeners = new Listeners();
});
afterEach(() => listeners.close());

const knock = (port: number, protocol: Protocol = 'tcp'): Knock => ({ kind: 'knock', port, protocol });
const plan = (knocks: readonly Knock[], gapMs: number): readonly Packet[] => planSequence(knocks, gapMs);

/** Sends, and says when each packet left. */
async function send(packets: readonly Packet[], differs: Partial<VolleyOptions> = {}) {
  const left: number[] = [];
  const last = await sendVolley(packets, {
    ...{ target: V4, localAddress: undefined, source: '', holdMs: 50, mode: 'syn', clock: systemClock, signal: never },
    sockets: new Room(HELD_SOCKETS),
    onSent: (index, at) => {
      expect(index).toBe(left.length);
      left.push(at);
    },
    ...differs,
  });
  return { left, last };
}
/** A packet may be prepared, and then leave, this much (ms) ahead of its moment. */
const AHEAD_MS = 0.5;
const gapsOf = (left: readonly number[]) => left.slice(1).map((at, index) => at - (left[index] ?? 0));
const problemOf = (packets: readonly Packet[], differs: Partial<VolleyOptions>) =>
  send(packets, differs).then(
    () => null,
    (error: unknown) => (error instanceof KnockError ? error.problem : error),
  );

describe('a volley', () => {
  it.each([V4, V6])('keeps its order over TCP and UDP without any gap, each packet once: %j', async (target) => {
    const host = target.address;
    const knocks: Knock[] = [];
    for (let at = 0; at < 10; at++) {
      const protocol = at % 3 === 1 ? 'udp' : 'tcp';
      knocks.push(knock(await (protocol === 'udp' ? listeners.udp(host) : listeners.tcp(host)), protocol));
    }
    const expected = knocks.map(({ port, protocol }) => `${port}/${protocol}${protocol === 'udp' ? '=00' : ''}`);
    for (let round = 0; round < 20; round++) {
      listeners.heard.length = 0;
      const { left, last } = await send(plan(knocks, 0), { target, holdMs: 5 });
      expect([left.length, last]).toEqual([10, left.at(-1)]);
      await until(() => listeners.heard.length >= 10);
      expect(listeners.heard).toEqual(expected);
    }
    await pause(100);
    expect(listeners.heard).toHaveLength(10);
  });

  it('may knock one port several times', async () => {
    const port = await listeners.tcp();
    await send(plan([knock(port), knock(port), knock(port)], 5));
    await until(() => listeners.heard.length === 3);
    expect(listeners.heard).toEqual([`${port}/tcp`, `${port}/tcp`, `${port}/tcp`]);
  });

  it('of 32 knocks at once warns of nothing', async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error) => warnings.push(warning);
    process.on('warning', listen);
    const port = await listeners.tcp();
    await send(plan(Array(32).fill(knock(port)), 0));
    await until(() => listeners.heard.length === 32);
    process.off('warning', listen);
    expect(warnings).toEqual([]);
  });

  it('of nothing is over at once', async () => {
    expect((await send([])).left).toEqual([]);
  });
});

describe('gaps', () => {
  it('are never shorter than asked, whatever the mixture', async () => {
    const tcp = await listeners.tcp();
    const udp = await listeners.udp();
    const packet = fc.record({ gapAfterMs: fc.integer({ min: 0, max: 12 }), overUdp: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(packet, { minLength: 2, maxLength: 5 }), async (wanted) => {
        const packets = wanted.map(({ gapAfterMs, overUdp }): Packet => {
          const protocol = overUdp ? 'udp' : 'tcp';
          return { port: overUdp ? udp : tcp, protocol, payload: Uint8Array.of(0), gapAfterMs, flush: false };
        });
        const { left } = await send(packets, { holdMs: 2 });
        gapsOf(left).forEach((gap, index) => {
          expect(gap).toBeGreaterThanOrEqual((wanted[index]?.gapAfterMs ?? 0) - AHEAD_MS);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('are counted from the packet before, however late that was', async () => {
    const port = await listeners.tcp();
    let sleeps = 0;
    const clock = {
      ...systemClock,
      // The first sleep is far too long: the second packet is late.
      sleepUntil: (deadline: number, signal?: AbortSignal) =>
        systemClock.sleepUntil(deadline + (sleeps++ === 0 ? 60 : 0), signal),
    };
    const { left } = await send(plan([knock(port), knock(port), knock(port), knock(port)], 20), { clock });
    for (const gap of gapsOf(left)) expect(gap).toBeGreaterThanOrEqual(20 - AHEAD_MS);
  });

  it('in full-connect mode begin when the packet left, and the next waits for the handshake too', async () => {
    const port = await listeners.tcp();
    const { left } = await send(plan([knock(port), knock(port)], 15), { mode: 'full' });
    expect(gapsOf(left)[0]).toBeGreaterThanOrEqual(15 - AHEAD_MS);
    await until(() => listeners.heard.length === 2);
    expect(listeners.heard).toHaveLength(2);
  });
});

describe('sockets of other runs', () => {
  it('are waited for before the first packet, and then the volley goes in one go', async () => {
    const port = await listeners.tcp();
    const sockets = new Room(4);
    const order: string[] = [];
    const noting = (name: string) => ({ sockets, onSent: (index: number) => order.push(`${name}${index}`) });
    await sockets.take(3, never);
    const second = send(plan([knock(port), knock(port)], 5), noting('a'));
    const third = send(plan([knock(port)], 0), noting('b'));
    await pause(30);
    expect(order).toEqual([]);
    sockets.give(3);
    await Promise.all([second, third]);
    expect(order[0]).toBe('a0');
    expect(order.toSorted()).toEqual(['a0', 'a1', 'b0']);
    await until(() => sockets.has(4));
    expect(sockets.has(4)).toBe(true);
  });

  it('are waited for no longer than until the abort, and nothing is sent', async () => {
    const port = await listeners.tcp();
    const sockets = new Room(1);
    await sockets.take(1, never);
    const abort = new AbortController();
    const reason = new Error('enough');
    const sent: number[] = [];
    const onSent = (index: number) => sent.push(index);
    const volley = problemOf(plan([knock(port)], 0), { sockets, signal: abort.signal, onSent });
    abort.abort(reason);
    expect(await volley).toBe(reason);
    sockets.give(1);
    expect(sockets.has(1)).toBe(true);
    expect(sent).toEqual([]);
  });

  it.each<readonly [what: string, differs: Partial<VolleyOptions>]>([
    ['fails at its first packet', { target: NOWHERE }],
    ['has a source that is not ours', { localAddress: '203.0.113.1' }],
  ])('find their room again after a volley that %s', async (_what, differs) => {
    const sockets = new Room(5);
    await problemOf(plan([knock(await freePort()), knock(await freePort())], 0), { ...differs, sockets });
    await until(() => sockets.has(5));
    expect(sockets.has(5)).toBe(true);
  });
});

describe('an abort', () => {
  it.each([
    ['in a gap', 3_600_000],
    ['between two packets', 0],
  ])('%s sends nothing more', async (_where, gapMs) => {
    const port = await listeners.tcp();
    const abort = new AbortController();
    const reason = new Error('enough');
    const onSent = (index: number) => {
      if (index === 1) abort.abort(reason);
    };
    const knocks = [knock(port), { ...knock(port), gapMs }, knock(port), knock(port)];
    const volley = problemOf(plan(knocks, 1), { signal: abort.signal, onSent });
    expect(await volley).toBe(reason);
    await pause(150);
    expect(listeners.heard.length).toBeLessThanOrEqual(2);
  });

  it('that came before sends nothing', async () => {
    const port = await listeners.udp();
    const reason = new Error('enough');
    expect(await problemOf(plan([knock(port, 'udp')], 0), { signal: AbortSignal.abort(reason) })).toBe(reason);
    await pause(50);
    expect(listeners.heard).toEqual([]);
  });
});

describe('a packet that cannot leave', () => {
  it.each<readonly [what: string, protocol: Protocol, differs: Partial<VolleyOptions>, problem: object]>([
    ['no route', 'tcp', { target: NOWHERE }, { code: 'network-unreachable', params: { address: NOWHERE.address } }],
    ['not allowed', 'udp', { target: NOWHERE }, { code: 'send-not-permitted', params: { address: NOWHERE.address } }],
    [
      'a source that is not ours, TCP',
      'tcp',
      { localAddress: '203.0.113.1', source: 'vpn0' },
      { code: 'source-not-available', field: 'source', params: { source: 'vpn0' } },
    ],
    [
      'a source that is not ours, UDP',
      'udp',
      { localAddress: '203.0.113.1', source: 'vpn0' },
      { code: 'source-not-available', field: 'source', params: { source: 'vpn0' } },
    ],
  ])('%s ends the volley with a problem', async (_what, protocol, differs, problem) => {
    const sent: number[] = [];
    const packets = plan([knock(await freePort(), protocol), knock(await freePort(), protocol)], 1);
    expect(await problemOf(packets, { ...differs, onSent: (index) => sent.push(index) })).toEqual(problem);
    expect(sent).toEqual([]);
  });
});
