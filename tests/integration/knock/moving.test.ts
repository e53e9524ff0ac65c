import { describe, expect, it } from 'vitest';
import { attempts, open, packets, requestFor } from './engine.ts';
import type { FakeKnockd } from './fake-knockd.ts';
import { never } from './listeners.ts';
import { start } from './start-server.ts';

describe('a run under which the network changes', () => {
  /** From the `after`th knock on the server sees another address. */
  function moving(after: number) {
    let knocks = 0;
    const sourceTowards = async () => (knocks < after ? '192.0.2.7' : '198.51.100.7');
    const hear = ({ type }: { readonly type: string }) => {
      if (type === 'sent') knocks += 1;
    };
    return { sourceTowards, hear };
  }
  const unchecked = (server: FakeKnockd) => {
    const request = requestFor(server);
    return { ...request, door: { ...request.door, check: false } };
  };

  it('begins again after a flush, as the same attempt: half of its packets came from elsewhere', async () => {
    const { hear, sourceTowards } = moving(2);
    const { server, deps } = await start({ opensOn: [] }, { sourceTowards });
    const run = await open(requestFor(server, { retries: 1 }), deps, never, hear);
    expect([run.outcome.result, attempts(run), packets(run)]).toEqual(['not-open', [1, 1, 2], 'kkkfffkkkffkkk']);
  });

  it('begins again after a wait at any other server', async () => {
    const { hear, sourceTowards } = moving(2);
    const { server, deps, clock } = await start({ opensOn: [] }, { sourceTowards });
    const run = await open(requestFor(server, { serverKind: 'other', retries: 0 }), deps, never, hear);
    expect([attempts(run), packets(run), clock.skipped.length]).toEqual([[1, 1], 'kkkkkk', 1]);
  });

  it('is not done, and launches nothing, before it was knocked on from the new address', async () => {
    const { hear, sourceTowards } = moving(3);
    const { server, deps } = await start({}, { sourceTowards });
    const run = await open(unchecked(server), deps, never, hear);
    expect([run.outcome.result, packets(run)]).toEqual(['sent', 'kkkfffkkk']);
  });

  it('is not begun again for ever', async () => {
    let looks = 0;
    const { server, deps } = await start({}, { sourceTowards: async () => String(looks++) });
    const run = await open(unchecked(server), deps);
    expect(run.outcome.result).toBe('not-open');
    expect(attempts(run)).toEqual([1, 1, 1, 1]);
  });
});
