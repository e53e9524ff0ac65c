import { describe, expect, it } from 'vitest';
import type { RunnerDeps } from '../../../electron/knock/runner.ts';
import { attempts, close, OPEN, open, packets, phases, requestFor } from './engine.ts';
import type { FakeKnockd } from './fake-knockd.ts';
import { never, until, V4 } from './listeners.ts';
import { start } from './start-server.ts';

const HOST = V4.address;

describe('a packet that is lost', () => {
  it.each([1, 2, 3])('number %i: a knockd opens at the next attempt, at once', async (lost) => {
    const { server, deps, clock } = await start({ loses: (packet) => packet === lost });
    const run = await open(requestFor(server), deps);
    expect(run.outcome).toEqual(OPEN);
    expect([attempts(run), packets(run), clock.skipped]).toEqual([[1, 2], 'kkkfffkkk', []]);
  });

  it.each([1, 2, 3])('number %i: another server opens after its memory', async (lost) => {
    const { server, deps, clock } = await start({ loses: (packet) => packet === lost });
    const run = await open(requestFor(server, { serverKind: 'other' }), deps);
    expect(run.outcome).toEqual(OPEN);
    expect([attempts(run), packets(run), clock.skipped.length]).toEqual([[1, 2], 'kkkkkk', 1]);
  });

  it('again and again: after eight quick attempts its memory is waited for', async () => {
    // All that is knocked in the eight attempts is lost: 3 knocks, then with a flush of three or two before them.
    const { server, deps, clock } = await start({ loses: (packet) => packet <= 3 + 4 * 6 + 3 * 5 });
    const run = await open(requestFor(server), deps);
    expect(run.outcome).toEqual(OPEN);
    expect([attempts(run).length, clock.skipped.length]).toEqual([9, 1]);
    expect(packets(run).slice(-3)).toBe('kkk');
  });

  it('tells of every check attempt, when it left', async () => {
    const { server, deps } = await start({ loses: (packet) => packet === 3 });
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
    const { server, deps } = await start({ loses: (packet) => packet === 3 });
    const { events } = await open(requestFor(server), deps);
    const left = events.flatMap((event) => (event.type === 'sent' ? [event.atMs] : []));
    const gaps = left.map((at, index) => at - (left[index - 1] ?? 0));
    // The last three are what the sequence's knocks waited for: one for the flush before them, two for each other.
    for (const gap of gaps.slice(-3)) expect(gap).toBeGreaterThanOrEqual(49);
  });
});

describe('a door that opens late', () => {
  it('is seen while the next attempt is under way, which then ends: the command is not run twice', async () => {
    const { server, deps } = await start({ loses: (packet) => packet === 1 });
    const opened: Promise<void>[] = [];
    let attempted = 0;
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
    const { server, deps } = await start({ loses: (packet) => packet === 1 });
    const opened: Promise<void>[] = [];
    const run = await open(requestFor(server, { gapMs: 800 }), deps, never, (event) => {
      if (event.type === 'sent' && event.flush && opened.length === 0) opened.push(server.setOpen(HOST, true));
    });
    await Promise.all(opened);
    expect([run.outcome, packets(run).replace(/f+$/, '')]).toEqual([OPEN, 'kkk']);
    expect(deps.memory.unfinishedForMs(HOST)).toBe(0);
  });

  it('is not looked for while a server other than knockd forgets', async () => {
    const { server, deps } = await start({ loses: (packet) => packet === 1 });
    const run = await open(requestFor(server, { serverKind: 'other' }), deps);
    expect([run.outcome, packets(run)]).toEqual([OPEN, 'kkkkkk']);
  });
});

describe('an unfinished attempt', () => {
  /** Cancels a run after its second knock. */
  async function breakOff(server: FakeKnockd, deps: RunnerDeps): Promise<void> {
    const abort = new AbortController();
    const request = requestFor(server, { gapMs: 500 });
    const { outcome } = await open(request, deps, abort.signal, (event) => {
      if (event.type === 'sent' && event.index === 1) abort.abort();
    });
    expect(outcome).toEqual({ result: 'cancelled' });
    await until(() => server.heard.length === 2);
  }

  it('is flushed by the next run to a knockd', async () => {
    const { server, deps, clock } = await start();
    await breakOff(server, deps);
    const run = await open(requestFor(server), deps);
    expect([run.outcome, packets(run), clock.skipped]).toEqual([OPEN, 'fffkkk', []]);
    expect(phases(run)).toEqual(['resolving', 'looking', 'flushing', 'checking']);
  });

  it('is flushed even when nobody checks the door', async () => {
    const { server, deps } = await start();
    await breakOff(server, deps);
    const request = requestFor(server);
    const run = await open({ ...request, door: { ...request.door, check: false } }, deps);
    expect([run.outcome.result, packets(run)]).toEqual(['sent', 'fffkkk']);
    await until(() => server.rules.get(HOST) === 1);
  });

  it('is waited for at any other server', async () => {
    const { server, deps, clock } = await start();
    await breakOff(server, deps);
    const run = await open(requestFor(server, { serverKind: 'other' }), deps);
    expect([run.outcome, packets(run), clock.skipped.length]).toEqual([OPEN, 'kkk', 1]);
    const reason = expect.objectContaining({ phase: 'waiting', reason: 'unfinished-attempt' });
    expect(run.events).toContainEqual({ type: 'phase', phase: reason });
  });

  it('is waited for where no port can flush it', async () => {
    const { server, deps, clock } = await start();
    await breakOff(server, deps);
    const run = await open(requestFor(server, { otherSteps: server.sequence.slice(1) }), deps);
    expect([run.outcome, packets(run), clock.skipped.length]).toEqual([OPEN, 'kkk', 1]);
  });

  it('is none after the sequence has opened the door: closing needs no flush', async () => {
    const { server, deps, clock } = await start();
    await open(requestFor(server), deps);
    const run = await close(requestFor(server, { serverKind: 'other' }), deps);
    expect([run.outcome.result, packets(run), clock.skipped]).toEqual(['closed', 'kkk', []]);
  });
});
