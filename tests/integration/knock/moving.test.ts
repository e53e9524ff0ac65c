import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunnerDeps } from '../../../electron/knock/runner.ts';
import { attempts, engine, FastClock, open, packets, requestFor } from './engine.ts';
import { FakeKnockd, type FakeOptions } from './fake-knockd.ts';
import { never } from './listeners.ts';

let clock: FastClock;
let deps: RunnerDeps;
let server: FakeKnockd;

async function start(differs: Partial<FakeOptions> = {}): Promise<void> {
  server = await FakeKnockd.start({ clock, ...differs });
}
beforeEach(() => {
  clock = new FastClock();
  deps = engine(clock);
});
afterEach(() => server.close());

describe('a run under which the network changes', () => {
  /** From the `after`th knock on the server sees another address. */
  function moving(after: number): (event: { readonly type: string }) => void {
    let knocks = 0;
    deps = { ...deps, sourceTowards: async () => (knocks < after ? '192.0.2.7' : '198.51.100.7') };
    return ({ type }) => {
      if (type === 'sent') knocks += 1;
    };
  }
  const unchecked = () => {
    const request = requestFor(server);
    return { ...request, door: { ...request.door, check: false } };
  };

  it('begins again after a flush, as the same attempt: half of its packets came from elsewhere', async () => {
    await start({ opensOn: [] });
    const hear = moving(2);
    const run = await open(requestFor(server, { retries: 1 }), deps, never, hear);
    expect([run.outcome.result, attempts(run), packets(run)]).toEqual(['not-open', [1, 1, 2], 'kkkfffkkkffkkk']);
  });

  it('begins again after a wait at any other server', async () => {
    await start({ opensOn: [] });
    const hear = moving(2);
    const run = await open(requestFor(server, { serverKind: 'other', retries: 0 }), deps, never, hear);
    expect([attempts(run), packets(run), clock.skipped.length]).toEqual([[1, 1], 'kkkkkk', 1]);
  });

  it('is not done, and launches nothing, before it was knocked on from the new address', async () => {
    await start();
    const hear = moving(3);
    const run = await open(unchecked(), deps, never, hear);
    expect([run.outcome.result, packets(run)]).toEqual(['sent', 'kkkfffkkk']);
  });

  it('is not begun again for ever', async () => {
    await start();
    let looks = 0;
    deps = { ...deps, sourceTowards: async () => String(looks++) };
    const run = await open(unchecked(), deps);
    expect(run.outcome.result).toBe('not-open');
    expect(attempts(run)).toEqual([1, 1, 1, 1]);
  });
});
