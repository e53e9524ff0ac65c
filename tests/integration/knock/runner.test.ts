import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunnerDeps, runRelay } from '../../../electron/knock/runner.ts';
import { attempts, close, engine, FastClock, open, packets, phases, requestFor } from './engine.ts';
import { FakeKnockd, type FakeOptions } from './fake-knockd.ts';
import { NOWHERE, never, openSockets, pause, until, V4 } from './listeners.ts';

const OPEN = { result: 'open', ms: expect.any(Number), alreadyOpen: false, banner: 'SSH-2.0-fake', mute: false };
const HOST = V4.address;

let clock: FastClock;
let attempted = 0;
let deps: RunnerDeps;
let server: FakeKnockd;

async function start(differs: Partial<FakeOptions> = {}): Promise<void> {
  server = await FakeKnockd.start({ clock, ...differs });
}
beforeEach(() => {
  clock = new FastClock();
  attempted = 0;
  deps = engine(clock);
});
afterEach(() => server.close());

describe('opening', () => {
  it('looks, knocks, checks, and hands over the address', async () => {
    await start();
    const run = await open(requestFor(server), deps);
    expect(run.outcome).toEqual(OPEN);
    expect(run.address).toEqual(V4);
    expect(phases(run)).toEqual(['resolving', 'looking', 'knocking', 'checking']);
    expect(run.events.at(-1)).toEqual({ type: 'done', outcome: run.outcome });
    expect(server.heard.join('')).toBe('123');
  });

  it('does not knock on a door that is open', async () => {
    await start();
    await server.setOpen(HOST, true);
    const run = await open(requestFor(server), deps);
    expect(run.outcome).toEqual({ ...OPEN, alreadyOpen: true });
    expect([packets(run), server.heard, phases(run)]).toEqual(['', [], ['resolving', 'looking']]);
  });

  it('waits for no banner where the door is not ssh', async () => {
    await start({ greeting: null });
    const request = requestFor(server);
    const run = await open({ ...request, door: { ...request.door, ssh: false } }, deps);
    expect(run.outcome).toEqual({ ...OPEN, banner: null });
  });

  it('says what a server says that refuses to speak ssh', async () => {
    await start({ greeting: `Exceeded MaxStartups\r\n${'.'.repeat(9000)}` });
    const run = await open(requestFor(server), deps);
    expect(run.outcome).toEqual({ ...OPEN, banner: 'Exceeded MaxStartups', mute: true });
  });

  it('without a knock waits for no server to forget, and leaves what it may remember alone', async () => {
    await start();
    deps.memory.noteUnfinished(HOST, 20_000);
    const request = { ...requestFor(server), steps: [], serverKind: 'other', retries: 2 } as const;
    const shut = await open(request, deps);
    expect([shut.outcome.result, attempts(shut), packets(shut), clock.skipped]).toEqual([
      'not-open',
      [1, 2, 3],
      '',
      [],
    ]);
    await server.setOpen(HOST, true);
    expect((await open(request, deps)).outcome.result).toBe('open');
    expect(deps.memory.unfinishedForMs(HOST)).toBeGreaterThan(10_000);
  });

  it('gives the winning connection away for a relay, unread and unended', async () => {
    await start();
    const kept: Socket[] = [];
    const result = await runRelay(
      requestFor(server),
      deps,
      never,
      () => {},
      (socket) => kept.push(socket),
    );
    expect(result.outcome).toEqual({ ...OPEN, banner: null });
    const [socket] = kept;
    if (socket === undefined) throw new Error('nothing was kept');
    const said: Buffer[] = [];
    socket.on('data', (bytes: Buffer) => said.push(bytes));
    await until(() => Buffer.concat(said).toString() === 'SSH-2.0-fake\r\n');
    expect(socket.writable).toBe(true);
    socket.destroy();
  });

  it('with the check off is one volley, and nobody looks', async () => {
    await start();
    const request = requestFor(server);
    const run = await open({ ...request, door: { ...request.door, check: false } }, deps);
    expect(run.outcome).toEqual({ result: 'sent', ms: expect.any(Number) });
    expect([packets(run), phases(run), run.address]).toEqual(['kkk', ['resolving', 'knocking'], V4]);
    expect(deps.memory.unfinishedForMs(HOST)).toBe(0);
  });

  it('knocks on an open door where its time is to begin again', async () => {
    await start();
    await server.setOpen(HOST, true);
    const request = requestFor(server);
    const run = await open({ ...request, door: { ...request.door, look: false } }, deps);
    expect([run.outcome, packets(run)]).toEqual([OPEN, 'kkk']);
  });
});

describe('a door that does not open', () => {
  it('is tried as often as allowed, and the run says what it saw', async () => {
    await start();
    const wrong = server.sequence.with(2, { kind: 'knock', port: server.door, protocol: 'udp' });
    const run = await open(requestFor(server, { steps: wrong, retries: 2 }), deps);
    expect(run.outcome).toEqual({ result: 'not-open', door: 'refused', attempts: 3, everOpened: true });
    expect(attempts(run)).toEqual([1, 2, 3]);
    // Looked at once, flushed three times and then twice.
    expect(packets(run)).toBe('kkkfffkkkffkkk');
    expect(phases(run).filter((phase) => phase === 'looking')).toHaveLength(1);
    expect(deps.memory.unfinishedForMs(HOST)).toBeGreaterThan(0);
  });

  it('that was never seen open is tried three times', async () => {
    await start({ opensOn: [] });
    const request = requestFor(server);
    const run = await open({ ...request, door: { ...request.door, everOpened: false } }, deps);
    expect(run.outcome).toEqual({ result: 'not-open', door: 'refused', attempts: 3, everOpened: false });
  });

  it('on a server other than knockd is tried again only after its memory', async () => {
    await start({ opensOn: [] });
    const run = await open(requestFor(server, { serverKind: 'other' }), deps);
    expect(run.outcome).toMatchObject({ result: 'not-open', attempts: 3 });
    expect(packets(run)).toBe('kkkkkkkkk');
    expect(clock.skipped).toHaveLength(2);
    expect(run.events).toContainEqual({
      type: 'phase',
      phase: expect.objectContaining({ phase: 'waiting', reason: 'retry' }),
    });
  });
});

describe('a door that opens late', () => {
  it('is seen while the next attempt is under way, which then ends: the command is not run twice', async () => {
    await start({ loses: (packet) => packet === 1 });
    const opened: Promise<void>[] = [];
    const run = await open(requestFor(server, { gapMs: 800 }), deps, never, (event) => {
      const retrying = event.type === 'sent' && !event.flush && attempted === 2;
      if (event.type === 'attempt') attempted = event.attempt;
      if (retrying && opened.length === 0) opened.push(server.setOpen(HOST, true));
    });
    await Promise.all(opened);
    expect(run.outcome).toEqual(OPEN);
    expect(packets(run)).toMatch(/^kkkf{2,3}k{1,2}$/);
    expect(server.rules.get(HOST)).toBe(1);
    // The retry was left half-done, and the next run has to know.
    expect(deps.memory.unfinishedForMs(HOST)).toBeGreaterThan(0);
    await server.setOpen(HOST, false);
    expect(packets(await open(requestFor(server), deps))).toBe('fffkkk');
  });

  it('before the next attempt has knocked leaves nothing behind', async () => {
    await start({ loses: (packet) => packet === 1 });
    const opened: Promise<void>[] = [];
    const run = await open(requestFor(server, { gapMs: 800 }), deps, never, (event) => {
      if (event.type === 'sent' && event.flush && opened.length === 0) opened.push(server.setOpen(HOST, true));
    });
    await Promise.all(opened);
    expect([run.outcome, packets(run).replace(/f+$/, '')]).toEqual([OPEN, 'kkk']);
    expect(deps.memory.unfinishedForMs(HOST)).toBe(0);
  });

  it('is not looked for while a server other than knockd forgets', async () => {
    await start({ loses: (packet) => packet === 1 });
    const run = await open(requestFor(server, { serverKind: 'other' }), deps);
    expect([run.outcome, packets(run)]).toEqual([OPEN, 'kkkkkk']);
  });
});

describe('a packet that is lost', () => {
  it.each([1, 2, 3])('number %i: a knockd opens at the next attempt, at once', async (lost) => {
    await start({ loses: (packet) => packet === lost });
    const run = await open(requestFor(server), deps);
    expect(run.outcome).toEqual(OPEN);
    expect([attempts(run), packets(run), clock.skipped]).toEqual([[1, 2], 'kkkfffkkk', []]);
  });

  it.each([1, 2, 3])('number %i: another server opens after its memory', async (lost) => {
    await start({ loses: (packet) => packet === lost });
    const run = await open(requestFor(server, { serverKind: 'other' }), deps);
    expect(run.outcome).toEqual(OPEN);
    expect([attempts(run), packets(run), clock.skipped.length]).toEqual([[1, 2], 'kkkkkk', 1]);
  });

  it('again and again: after eight quick attempts its memory is waited for', async () => {
    // All that is knocked in the eight attempts is lost: 3 knocks, then with a flush of three or two before them.
    await start({ loses: (packet) => packet <= 3 + 4 * 6 + 3 * 5 });
    const run = await open(requestFor(server), deps);
    expect(run.outcome).toEqual(OPEN);
    expect([attempts(run).length, clock.skipped.length]).toEqual([9, 1]);
    expect(packets(run).slice(-3)).toBe('kkk');
  });

  it('tells of every check attempt, when it left', async () => {
    await start({ loses: (packet) => packet === 3 });
    const request = requestFor(server);
    // Watched for long: on a busy machine few attempts fit into a short while.
    const { events } = await open({ ...request, door: { ...request.door, watchMs: 2500 } }, deps);
    const probes = events.flatMap((event) => (event.type === 'probe' ? [event.atMs] : []));
    const knocks = events.flatMap((event) => (event.type === 'sent' ? [event.atMs] : []));
    expect(probes).toEqual(probes.toSorted((a, b) => a - b));
    // The look before the first knock, several in vain after the third, and the one that found the door open.
    expect(probes.filter((at) => at < (knocks[0] ?? 0)).length).toBeGreaterThanOrEqual(1);
    expect(probes.filter((at) => at > (knocks[2] ?? 0) && at < (knocks[3] ?? 0)).length).toBeGreaterThanOrEqual(2);
    expect(probes.filter((at) => at > (knocks.at(-1) ?? 0)).length).toBeGreaterThanOrEqual(1);
  });

  it('knocks with a longer gap from the second attempt on', async () => {
    await start({ loses: (packet) => packet === 3 });
    const { events } = await open(requestFor(server), deps);
    const left = events.flatMap((event) => (event.type === 'sent' ? [event.atMs] : []));
    const gaps = left.map((at, index) => at - (left[index - 1] ?? 0));
    // The last three are what the sequence's knocks waited for: one for the flush before them, two for each other.
    for (const gap of gaps.slice(-3)) expect(gap).toBeGreaterThanOrEqual(49);
  });
});

describe('an unfinished attempt', () => {
  /** Cancels a run after its second knock. */
  async function breakOff(): Promise<void> {
    const abort = new AbortController();
    const request = requestFor(server, { gapMs: 500 });
    const { outcome } = await open(request, deps, abort.signal, (event) => {
      if (event.type === 'sent' && event.index === 1) abort.abort();
    });
    expect(outcome).toEqual({ result: 'cancelled' });
    await until(() => server.heard.length === 2);
  }

  it('is flushed by the next run to a knockd', async () => {
    await start();
    await breakOff();
    const run = await open(requestFor(server), deps);
    expect([run.outcome, packets(run), clock.skipped]).toEqual([OPEN, 'fffkkk', []]);
    expect(phases(run)).toEqual(['resolving', 'looking', 'flushing', 'checking']);
  });

  it('is flushed even when nobody checks the door', async () => {
    await start();
    await breakOff();
    const request = requestFor(server);
    const run = await open({ ...request, door: { ...request.door, check: false } }, deps);
    expect([run.outcome.result, packets(run)]).toEqual(['sent', 'fffkkk']);
    await until(() => server.rules.get(HOST) === 1);
  });

  it('is waited for at any other server', async () => {
    await start();
    await breakOff();
    const run = await open(requestFor(server, { serverKind: 'other' }), deps);
    expect([run.outcome, packets(run), clock.skipped.length]).toEqual([OPEN, 'kkk', 1]);
    const reason = expect.objectContaining({ phase: 'waiting', reason: 'unfinished-attempt' });
    expect(run.events).toContainEqual({ type: 'phase', phase: reason });
  });

  it('is waited for where no port can flush it', async () => {
    await start();
    await breakOff();
    const run = await open(requestFor(server, { otherSteps: server.sequence.slice(1) }), deps);
    expect([run.outcome, packets(run), clock.skipped.length]).toEqual([OPEN, 'kkk', 1]);
  });

  it('is none after the sequence has opened the door: closing needs no flush', async () => {
    await start();
    await open(requestFor(server), deps);
    const run = await close(requestFor(server, { serverKind: 'other' }), deps);
    expect([run.outcome.result, packets(run), clock.skipped]).toEqual(['closed', 'kkk', []]);
  });
});

describe('cancelling', () => {
  it.each(['resolving', 'looking', 'knocking', 'checking', 'waiting'])('while %s sends nothing more', async (phase) => {
    await start({ opensOn: [] });
    const abort = new AbortController();
    const before = openSockets();
    let sent = 0;
    const run = await open(requestFor(server, { serverKind: 'other' }), deps, abort.signal, (event) => {
      if (event.type === 'phase' && event.phase.phase === phase) abort.abort();
      if (event.type === 'sent' && !abort.signal.aborted) sent += 1;
    });
    expect(run.outcome).toEqual({ result: 'cancelled' });
    expect(run.events.at(-1)).toEqual({ type: 'done', outcome: { result: 'cancelled' } });
    expect(packets(run)).toHaveLength(sent);
    await until(() => openSockets() <= before);
    await pause(60);
    expect(server.heard).toHaveLength(sent);
  });

  it('before it began does nothing at all', async () => {
    await start();
    const run = await open(requestFor(server), deps, AbortSignal.abort());
    expect([run.outcome, packets(run)]).toEqual([{ result: 'cancelled' }, '']);
  });
});

describe('runs to one server', () => {
  it('never overlap: the second finds the door open', async () => {
    await start();
    const runs = await Promise.all([open(requestFor(server), deps), open(requestFor(server), deps)]);
    expect(runs.map(({ outcome }) => outcome)).toEqual([OPEN, { ...OPEN, alreadyOpen: true }]);
    expect(phases(runs[1])).toEqual(['resolving', 'queued', 'looking']);
    expect(server.heard.join('')).toBe('123');
  });
});

describe('what cannot be done', () => {
  it('is told with a problem', async () => {
    await start();
    const problem = async (differs: object) => (await open(requestFor(server, differs), deps)).outcome;
    expect(await problem({ host: 'no-such-name' })).toMatchObject({
      result: 'failed',
      problem: { code: 'name-not-found' },
    });
    expect(await problem({ host: NOWHERE.address })).toMatchObject({
      result: 'failed',
      problem: { code: 'network-unreachable' },
    });
    expect(await problem({ source: 'no-such-interface' })).toMatchObject({ problem: { code: 'source-not-available' } });
    expect(await problem({ source: '203.0.113.1' })).toMatchObject({ problem: { code: 'source-not-available' } });
    expect(await problem({ family: 'ipv6' })).toMatchObject({ problem: { code: 'no-address-of-family' } });
    expect(server.heard).toEqual([]);
  });

  it('frees the way for the next run', async () => {
    await start();
    await open(requestFor(server, { source: '203.0.113.1' }), deps);
    expect((await open(requestFor(server), deps)).outcome).toEqual(OPEN);
  });
});
