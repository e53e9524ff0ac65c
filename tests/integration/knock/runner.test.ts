import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { runRelay } from '../../../electron/knock/runner.ts';
import { attempts, OPEN, open, packets, phases, requestFor } from './engine.ts';
import { NOWHERE, never, openSockets, pause, until, V4 } from './listeners.ts';
import { start } from './start-server.ts';

const HOST = V4.address;

describe('opening', () => {
  it('looks, knocks, checks, and hands over the address', async () => {
    const { server, deps } = await start();
    const run = await open(requestFor(server), deps);
    expect(run.outcome).toEqual(OPEN);
    expect(run.address).toEqual(V4);
    expect(phases(run)).toEqual(['resolving', 'looking', 'knocking', 'checking']);
    expect(run.events.at(-1)).toEqual({ type: 'done', outcome: run.outcome });
    expect(server.heard.join('')).toBe('123');
  });

  it('does not knock on a door that is open', async () => {
    const { server, deps } = await start();
    await server.setOpen(HOST, true);
    const run = await open(requestFor(server), deps);
    expect(run.outcome).toEqual({ ...OPEN, alreadyOpen: true });
    expect([packets(run), server.heard, phases(run)]).toEqual(['', [], ['resolving', 'looking']]);
  });

  it('waits for no banner where the door is not ssh', async () => {
    const { server, deps } = await start({ greeting: null });
    const request = requestFor(server);
    const run = await open({ ...request, door: { ...request.door, ssh: false } }, deps);
    expect(run.outcome).toEqual({ ...OPEN, banner: null });
  });

  it('says what a server says that refuses to speak ssh', async () => {
    const { server, deps } = await start({ greeting: `Exceeded MaxStartups\r\n${'.'.repeat(9000)}` });
    const run = await open(requestFor(server), deps);
    expect(run.outcome).toEqual({ ...OPEN, banner: 'Exceeded MaxStartups', mute: true });
  });

  it('without a knock waits for no server to forget, and leaves what it may remember alone', async () => {
    const { server, deps, clock } = await start();
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
    const { server, deps } = await start();
    const made: Socket[] = [];
    const { outcome, socket } = await runRelay(
      requestFor(server),
      deps,
      never,
      () => {},
      () => {
        const next = new Socket();
        made.push(next);
        return next;
      },
    );
    expect(outcome).toEqual({ ...OPEN, banner: null });
    if (socket === null) throw new Error('nothing was kept');
    expect(made).toContain(socket);
    const said: Buffer[] = [];
    socket.on('data', (bytes: Buffer) => said.push(bytes));
    await until(() => Buffer.concat(said).toString() === 'SSH-2.0-fake\r\n');
    expect(socket.writable).toBe(true);
    socket.destroy();
  });

  it('has nothing to give away for a relay while the door is shut', async () => {
    const { server, deps } = await start();
    const request = { ...requestFor(server), steps: [], serverKind: 'other', retries: 0 } as const;
    const result = await runRelay(
      request,
      deps,
      never,
      () => {},
      () => new Socket(),
    );
    expect([result.outcome.result, result.socket]).toEqual(['not-open', null]);
  });

  it('with the check off is one volley, and nobody looks', async () => {
    const { server, deps } = await start();
    const request = requestFor(server);
    const run = await open({ ...request, door: { ...request.door, check: false } }, deps);
    expect(run.outcome).toEqual({ result: 'sent', ms: expect.any(Number) });
    expect([packets(run), phases(run), run.address]).toEqual(['kkk', ['resolving', 'knocking'], V4]);
    expect(deps.memory.unfinishedForMs(HOST)).toBe(0);
  });

  it('knocks on an open door where its time is to begin again', async () => {
    const { server, deps } = await start();
    await server.setOpen(HOST, true);
    const request = requestFor(server);
    const run = await open({ ...request, door: { ...request.door, look: false } }, deps);
    expect([run.outcome, packets(run)]).toEqual([OPEN, 'kkk']);
  });
});

describe('a door that does not open', () => {
  it('is tried as often as allowed, and the run says what it saw', async () => {
    const { server, deps } = await start();
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
    const { server, deps } = await start({ opensOn: [] });
    const request = requestFor(server);
    const run = await open({ ...request, door: { ...request.door, everOpened: false } }, deps);
    expect(run.outcome).toEqual({ result: 'not-open', door: 'refused', attempts: 3, everOpened: false });
  });

  it('on a server other than knockd is tried again only after its memory', async () => {
    const { server, deps, clock } = await start({ opensOn: [] });
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

describe('cancelling', () => {
  it.each(['resolving', 'looking', 'knocking', 'checking', 'waiting'])('while %s sends nothing more', async (phase) => {
    const { server, deps } = await start({ opensOn: [] });
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
    const { server, deps } = await start();
    const run = await open(requestFor(server), deps, AbortSignal.abort());
    expect([run.outcome, packets(run)]).toEqual([{ result: 'cancelled' }, '']);
  });
});

describe('runs to one server', () => {
  it('never overlap: the second finds the door open', async () => {
    const { server, deps } = await start();
    const runs = await Promise.all([open(requestFor(server), deps), open(requestFor(server), deps)]);
    expect(runs.map(({ outcome }) => outcome)).toEqual([OPEN, { ...OPEN, alreadyOpen: true }]);
    expect(phases(runs[1])).toEqual(['resolving', 'queued', 'looking']);
    expect(server.heard.join('')).toBe('123');
  });
});

describe('what cannot be done', () => {
  it('is told with a problem', async () => {
    const { server, deps } = await start();
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
    const { server, deps } = await start();
    await open(requestFor(server, { source: '203.0.113.1' }), deps);
    expect((await open(requestFor(server), deps)).outcome).toEqual(OPEN);
  });
});
