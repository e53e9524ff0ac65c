import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Gate } from '../../../electron/knock/gate.ts';

const A = '192.0.2.1';
const B = '2001:db8::1';
const never = new AbortController().signal;
/** Long enough for every promise that can settle to have done so. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

let gate: Gate;
let log: string[];
beforeEach(() => {
  gate = new Gate();
  log = [];
});

/** Enters, says so, and stays until told. */
function visit(name: string, addresses: readonly string[], signal = never) {
  const leave = gate
    .enter(addresses, signal, () => log.push(`${name} waits`))
    .then(
      (free) => {
        log.push(`${name} in`);
        return free;
      },
      (error: unknown) => {
        log.push(`${name} gave up`);
        throw error;
      },
    );
  leave.catch(() => {});
  return { entered: leave, leave: async () => (await leave)() };
}

describe('the gate', () => {
  it('lets one in per address, in the order they came', async () => {
    const first = visit('first', [A]);
    const second = visit('second', [A]);
    const third = visit('third', [A]);
    await settled();
    await first.leave();
    await settled();
    await second.leave();
    await third.entered;
    expect(log).toEqual(['second waits', 'third waits', 'first in', 'second in', 'third in']);
  });

  it('keeps other addresses out of it', async () => {
    visit('first', [A]);
    visit('second', [B]);
    await settled();
    expect(log).toEqual(['first in', 'second in']);
  });

  it('waits for every address of a name', async () => {
    const one = visit('one', [A]);
    const other = visit('other', [B]);
    visit('both', [A, B]);
    await one.leave();
    await settled();
    expect(log).not.toContain('both in');
    await other.leave();
    await settled();
    expect(log).toContain('both in');
  });

  it('holds every address of a name', async () => {
    const both = visit('both', [A, B]);
    visit('one', [A]);
    visit('other', [B]);
    await settled();
    expect(log).toEqual(['one waits', 'other waits', 'both in']);
    await both.leave();
    await settled();
    expect(log.slice(3)).toEqual(['one in', 'other in']);
  });

  it('lets who is aborted give up at once, and the next still waits for the first', async () => {
    const abort = new AbortController();
    const first = visit('first', [A]);
    const second = visit('second', [A], abort.signal);
    visit('third', [A]);
    const reason = new Error('enough');
    abort.abort(reason);
    await expect(second.entered).rejects.toBe(reason);
    await settled();
    expect(log).not.toContain('third in');
    await first.leave();
    await settled();
    expect(log.slice(-2)).toEqual(['second gave up', 'third in']);
  });

  it('refuses who came aborted, and is not blocked by it', async () => {
    const first = visit('first', [A]);
    const second = visit('second', [A], AbortSignal.abort());
    await expect(second.entered).rejects.toThrow();
    await first.leave();
    await visit('third', [A]).entered;
    expect(log.at(-1)).toBe('third in');
  });

  it('opens again when everybody has gone, without a wait; leaving twice is leaving once', async () => {
    const first = visit('first', [A]);
    const free = await first.entered;
    free();
    free();
    await settled();
    const second = visit('second', [A]);
    await second.entered;
    visit('third', [A]);
    free();
    await settled();
    expect(log).toEqual(['first in', 'second in', 'third waits']);
  });

  it('never lets two in, lets everybody in or out, and forgets them', async () => {
    const visitor = fc.record({
      addresses: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }),
      aborts: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(visitor, { maxLength: 8 }), fc.scheduler(), async (visitors, scheduler) => {
        const shared = new Gate();
        const inside = new Set<string>();
        const order: number[] = [];
        let gaveUp = 0;
        const all = visitors.map(async ({ addresses, aborts }, index) => {
          const abort = new AbortController();
          if (aborts) scheduler.schedule(Promise.resolve()).then(() => abort.abort());
          try {
            const leave = await shared.enter(addresses, abort.signal, () => {});
            for (const address of addresses) {
              expect(inside.has(address)).toBe(false);
              inside.add(address);
            }
            order.push(index);
            await scheduler.schedule(Promise.resolve());
            for (const address of addresses) inside.delete(address);
            leave();
          } catch (error) {
            if (!abort.signal.aborted) throw error;
            gaveUp += 1;
          }
        });
        const done = Promise.all(all);
        await scheduler.waitFor(done);
        expect(order.length + gaveUp).toBe(visitors.length);
        // Of any two that want the same address, the one that came first went first.
        for (const [at, later] of order.entries()) {
          for (const earlier of order.slice(at + 1)) {
            const meets = visitors[later]?.addresses.some((one) => visitors[earlier]?.addresses.includes(one));
            if (meets) expect(later).toBeLessThan(earlier);
          }
        }
        await settled();
        let waited = false;
        (
          await shared.enter(['a', 'b', 'c'], never, () => {
            waited = true;
          })
        )();
        expect(waited).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
