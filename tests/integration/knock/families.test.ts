import { describe, expect, it } from 'vitest';
import type { RunnerDeps } from '../../../electron/knock/runner.ts';
import { addresses, attempts, close, names, open, packets, requestFor } from './engine.ts';
import type { FakeKnockd, FakeOptions } from './fake-knockd.ts';
import { NOWHERE, V4, V6 } from './listeners.ts';
import { start as startServer } from './start-server.ts';

/** No SYN ever leaves for a multicast address. */
const NOWHERE6 = { address: 'ff02::1', family: 6 } as const;
const NAMES = names({ both: [V6, V4], 'no-v6': [NOWHERE6, V4], 'no-v4': [V6, NOWHERE], none: [NOWHERE6, NOWHERE] });

const start = (differs: Partial<FakeOptions> = {}, engine: Partial<RunnerDeps> = {}) =>
  startServer({ hosts: [V4.address, V6.address], ...differs }, { lookup: NAMES, ...engine });

const to = (server: FakeKnockd, host: string, differs = {}) => requestFor(server, { host, ...differs });
const unchecked = (server: FakeKnockd, host: string) => {
  const request = to(server, host);
  return { ...request, door: { ...request.door, check: false } };
};

describe('a name with both families', () => {
  it('is tried over the other one where the first opens nothing, and the winner is remembered', async () => {
    const { server, deps } = await start({ opensOn: [V4.address] });
    const first = await open(to(server, 'both'), deps);
    expect([first.outcome.result, first.address, addresses(first)]).toEqual(['open', V4, ['::1', '127.0.0.1']]);
    await server.setOpen(V4.address, false);
    const second = await open(to(server, 'both'), deps);
    expect([second.outcome.result, addresses(second)]).toEqual(['open', ['127.0.0.1']]);
  });

  it('is begun anew with the system’s favourite in another network, which may carry only that one', async () => {
    let network = 'home';
    const { server, deps } = await start({ opensOn: [V4.address] }, { sourceTowards: async () => network });
    const went = async () => {
      await server.setOpen(V4.address, false);
      return addresses(await open(to(server, 'both'), deps));
    };
    expect([await went(), await went()]).toEqual([['::1', '127.0.0.1'], ['127.0.0.1']]);
    network = 'work';
    expect([await went(), await went()]).toEqual([['::1', '127.0.0.1'], ['127.0.0.1']]);
    network = 'home';
    expect(await went()).toEqual(['127.0.0.1']);
  });

  it('takes turns until the attempts are used up', async () => {
    const { server, deps } = await start({ opensOn: [] });
    const run = await open(to(server, 'both', { retries: 3 }), deps);
    expect(run.outcome).toMatchObject({ result: 'not-open', attempts: 4 });
    expect(addresses(run)).toEqual(['::1', '127.0.0.1', '::1', '127.0.0.1']);
  });

  it('goes by the chosen family only', async () => {
    const { server, deps } = await start({ opensOn: [V6.address] });
    const run = await open(to(server, 'both', { family: 'ipv4', retries: 1 }), deps);
    expect([run.outcome.result, addresses(run)]).toEqual(['not-open', ['127.0.0.1', '127.0.0.1']]);
  });
});

describe('a family that nothing can be sent to', () => {
  it('is left out when it comes first', async () => {
    const { server, deps } = await start();
    const run = await open(to(server, 'no-v6'), deps);
    expect([run.outcome.result, run.address, addresses(run)]).toEqual(['open', V4, ['ff02::1', '127.0.0.1']]);
    // Nothing left for it, so it was no attempt.
    expect(attempts(run)).toEqual([1, 1]);
  });

  it('is left out when it comes second: the first one’s retries go on', async () => {
    // The first attempt over IPv6 loses its last packet.
    const { server, deps } = await start({ loses: (packet) => packet === 3 });
    const run = await open(to(server, 'no-v4'), deps);
    expect([run.outcome.result, run.address, addresses(run)]).toEqual(['open', V6, ['::1', '255.255.255.255', '::1']]);
  });

  it('costs no attempt of the other one, and does not end as a failure', async () => {
    const { server, deps } = await start({ opensOn: [] });
    const request = to(server, 'no-v6');
    const run = await open({ ...request, door: { ...request.door, everOpened: false } }, deps);
    expect(run.outcome).toEqual({ result: 'not-open', door: 'refused', attempts: 3, everOpened: false });
    expect(addresses(run)).toEqual(['ff02::1', '127.0.0.1', '127.0.0.1', '127.0.0.1']);
  });

  it.each(['no-v6', 'no-v4'])('is no obstacle with the check off either: %s', async (host) => {
    const { server, deps } = await start();
    const run = await open(unchecked(server, host), deps);
    expect([run.outcome.result, packets(run)]).toEqual(['sent', 'kkk']);
  });

  it('is a failure when it is the last', async () => {
    const { server, deps } = await start();
    for (const request of [to(server, 'none'), unchecked(server, 'none')]) {
      const run = await open(request, deps);
      expect(run.outcome).toEqual({
        result: 'failed',
        problem: { code: 'network-unreachable', params: { address: NOWHERE.address } },
      });
      expect(addresses(run)).toEqual(['ff02::1', '255.255.255.255']);
    }
  });

  it('of the source is left out too', async () => {
    const { server, deps } = await start();
    const run = await open(to(server, 'both', { source: V4.address }), deps);
    expect([run.outcome.result, run.address]).toEqual(['open', V4]);
  });
});

describe('closing', () => {
  it('sees the door shut', async () => {
    const { server, deps } = await start();
    await server.setOpen(V4.address, true);
    const run = await close(to(server, V4.address), deps);
    expect(run.outcome).toEqual({ result: 'closed', ms: expect.any(Number), verified: true });
    expect([packets(run), server.rules.get(V4.address)]).toEqual(['kkk', 0]);
  });

  it('repeats itself while a rule was added twice', async () => {
    const { server, deps } = await start();
    await server.setOpen(V4.address, true);
    server.rules.set(V4.address, 2);
    const run = await close(to(server, V4.address), deps);
    expect([run.outcome.result, attempts(run)]).toEqual(['closed', [1, 2]]);
  });

  it('gives up after five, and says so', async () => {
    const { server, deps } = await start();
    await server.setOpen(V4.address, true);
    server.rules.set(V4.address, 9);
    const run = await close(to(server, V4.address), deps);
    expect(run.outcome).toEqual({ result: 'still-open', attempts: 5 });
  });

  it('goes where the door stands open, in a process that has not opened it', async () => {
    const { server, deps } = await start();
    await server.setOpen(V4.address, true);
    const run = await close(to(server, 'both'), deps);
    expect([run.outcome, addresses(run)]).toEqual([
      { result: 'closed', ms: expect.any(Number), verified: true },
      ['127.0.0.1'],
    ]);
    expect(server.rules.get(V4.address)).toBe(0);
  });

  it('stays at that door: the other family’s is shut, and says nothing about it', async () => {
    const { server, deps } = await start();
    await server.setOpen(V4.address, true);
    server.rules.set(V4.address, 3);
    const run = await close(to(server, 'both'), deps);
    expect([run.outcome.result, addresses(run)]).toEqual(['closed', ['127.0.0.1', '127.0.0.1', '127.0.0.1']]);
    expect(server.rules.get(V4.address)).toBe(0);
  });

  it('closes both where both stand open, each until it is shut', async () => {
    const { server, deps } = await start();
    await server.setOpen(V4.address, true);
    await server.setOpen(V6.address, true);
    server.rules.set(V4.address, 2);
    const run = await close(to(server, 'both'), deps);
    expect(run.outcome).toEqual({ result: 'closed', ms: expect.any(Number), verified: true });
    expect(addresses(run)).toEqual(['::1', '127.0.0.1', '127.0.0.1']);
    expect([server.rules.get(V4.address), server.rules.get(V6.address)]).toEqual([0, 0]);
  });

  it.each([V4, V6])('has not succeeded while $address stands open, and closes the other one', async (stuck) => {
    const { server, deps } = await start();
    await server.setOpen(V4.address, true);
    await server.setOpen(V6.address, true);
    server.rules.set(stuck.address, 9);
    const run = await close(to(server, 'both'), deps);
    const other = stuck === V4 ? V6 : V4;
    expect([run.outcome, server.rules.get(other.address)]).toEqual([{ result: 'still-open', attempts: 5 }, 0]);
  });

  it('leaves out a family that nothing can be sent to', async () => {
    const { server, deps } = await start();
    await server.setOpen(V4.address, true);
    const run = await close(to(server, 'no-v6'), deps);
    expect([run.outcome.result, run.address, server.rules.get(V4.address)]).toEqual(['closed', V4, 0]);
  });

  it('with the check off is sent once, and nobody looks', async () => {
    const { server, deps } = await start();
    await server.setOpen(V4.address, true);
    const run = await close(unchecked(server, V4.address), deps);
    expect(run.outcome).toEqual({ result: 'closed', ms: expect.any(Number), verified: false });
    expect(run.events.filter((event) => event.type === 'phase' && event.phase.phase === 'looking')).toEqual([]);
  });

  it('fails where nothing can be sent', async () => {
    const { server, deps } = await start();
    expect((await close(to(server, 'none'), deps)).outcome).toMatchObject({
      result: 'failed',
      problem: { code: 'network-unreachable' },
    });
  });
});
