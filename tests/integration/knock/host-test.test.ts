import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/knock/clock.ts';
import { Gate } from '../../../electron/knock/gate.ts';
import { type HostTestDeps, testHost } from '../../../electron/knock/host-test.ts';
import { HostTests } from '../../../electron/knock/host-tests.ts';
import { type RunRequest, requestOf } from '../../../electron/knock/request.ts';
import { sourceTowards } from '../../../electron/knock/route.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { aProfile, steps } from '../../fakes/profiles.ts';
import { names } from './engine.ts';
import { freePort, Listeners, NOWHERE, never, openSockets, pause, until, V4, V6 } from './listeners.ts';

let listeners: Listeners;
let sockets: number;
let deps: HostTestDeps;
beforeEach(() => {
  listeners = new Listeners();
  sockets = openSockets();
  deps = { clock: systemClock, lookup: names({ both: [V6, V4], nowhere: [NOWHERE] }), gate: new Gate(), sourceTowards };
});
afterEach(async () => {
  await listeners.close();
  // None is left behind; the system closes them in its own time.
  await until(() => openSockets() <= sockets);
});

function profileFor(port: number, differs: Partial<Profile> = {}): Profile {
  return aProfile({ host: V4.address, door: { port, check: true }, ...differs });
}

function ask(port: number, differs: Partial<Profile> = {}): RunRequest {
  return requestOf(profileFor(port, differs), 'knock');
}

describe('a test of a host', () => {
  it('finds a door that is open, and what its ssh server says', async () => {
    const port = await listeners.tcp(V4.address, 0, (socket) => socket.write('SSH-2.0-Test_1\r\n'));
    const test = await testHost(ask(port), deps, never);
    expect(test).toEqual({
      result: 'tested',
      addresses: [
        {
          ...{ ...V4, from: V4.address, door: 'open', rttMs: expect.any(Number), banner: 'SSH-2.0-Test_1' },
          ...{ othersAnswered: null, nobody: false },
        },
      ],
    });
  });

  it('finds a door that is refused', async () => {
    const test = await testHost(ask(await freePort()), deps, never);
    expect(test).toMatchObject({ addresses: [{ door: 'refused', rttMs: expect.any(Number), othersAnswered: null }] });
  });

  it('asks both families of a name', async () => {
    const test = await testHost(ask(await freePort(), { host: 'both' }), deps, never);
    expect(test).toMatchObject({ addresses: [{ address: V6.address }, { address: V4.address, door: 'refused' }] });
  });

  it('sends nothing to a knock, not even where the door is one', async () => {
    const port = await listeners.tcp();
    const sequence = [...steps(`${port} 443 80 22`)];
    const test = await testHost(ask(port, { sequence }), deps, never);
    expect(listeners.heard).toEqual([]);
    expect(test).toMatchObject({ addresses: [{ door: 'silent', othersAnswered: false }] });
  });

  it('says what keeps it from beginning', async () => {
    expect(await testHost(ask(1, { host: 'no.such.name' }), deps, never)).toEqual({
      result: 'failed',
      problem: { code: 'name-not-found', field: 'host', params: { host: 'no.such.name' } },
    });
    expect(await testHost(ask(1, { source: 'no-such-interface' }), deps, never)).toMatchObject({
      result: 'failed',
      problem: { code: 'source-not-available' },
    });
    const unroutable = { ...deps, sourceTowards: async () => null };
    expect(await testHost(ask(1), unroutable, never)).toMatchObject({ addresses: [{ from: null, door: null }] });
  });

  it('waits for the run that has the server’s turn, and gives the turn back', async () => {
    const port = await listeners.tcp();
    const leave = await deps.gate.enter([V4.address], never, () => {});
    let over = false;
    const test = testHost(ask(port), deps, never).finally(() => {
      over = true;
    });
    await pause(100);
    expect([over, listeners.heard]).toEqual([false, []]);
    leave();
    expect(await test).toMatchObject({ addresses: [{ door: 'open' }] });
    const next = await deps.gate.enter([V4.address], never, () => expect.unreachable('the turn was not given back'));
    next();
  });

  it('can be cancelled at any time', async () => {
    const aborted = AbortSignal.abort();
    expect(await testHost(ask(1), deps, aborted)).toEqual({ result: 'cancelled' });
    const leave = await deps.gate.enter([V4.address], never, () => {});
    const abort = new AbortController();
    const test = testHost(ask(1), deps, abort.signal);
    abort.abort();
    expect(await test).toEqual({ result: 'cancelled' });
    leave();
  });
});

describe('the tests of saved profiles', () => {
  it('are one at a time for each; asking again joins it, and all end with the app', async () => {
    const tests = new HostTests(deps);
    const leave = await deps.gate.enter([V4.address], never, () => {});
    const first = tests.start(profileFor(1));
    expect(tests.start(profileFor(1))).toBe(first);
    tests.cancel('another');
    tests.cancel('web');
    expect(await first).toEqual({ result: 'cancelled' });
    const second = tests.start(profileFor(1));
    await tests.dispose();
    expect(await second).toEqual({ result: 'cancelled' });
    leave();
  });
});
