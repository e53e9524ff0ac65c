import { describe, expect, it } from 'vitest';
import { Slots } from '../../../electron/knock/slots.ts';

const never = new AbortController().signal;
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('slots', () => {
  it('let so many in and no more, in the order they came', async () => {
    const slots = new Slots(2);
    const inside: number[] = [];
    let most = 0;
    const visit = async (number: number) => {
      const free = await slots.enter(never, () => {});
      inside.push(number);
      most = Math.max(most, inside.length);
      await turn();
      inside.splice(inside.indexOf(number), 1);
      free();
      return number;
    };
    const done: number[] = [];
    await Promise.all([1, 2, 3, 4, 5].map(async (number) => done.push(await visit(number))));
    expect(most).toBe(2);
    expect(done).toEqual([1, 2, 3, 4, 5]);
  });

  it('are not lost by who gives up waiting', async () => {
    const slots = new Slots(1);
    const free = await slots.enter(never, () => {});
    const abort = new AbortController();
    const waiting = slots.enter(abort.signal, () => abort.abort(new Error('enough')));
    await expect(waiting).rejects.toThrow('enough');
    free();
    (await slots.enter(never, () => expect.unreachable('the slot was free')))();
  });

  it('tell of a crowd once, and once that it is none any more', async () => {
    const told: boolean[] = [];
    const slots = new Slots(20, (crowded) => told.push(crowded));
    const enter = () => slots.enter(never, () => {});
    const few = await Promise.all(Array.from({ length: 7 }, enter));
    expect(told).toEqual([]);
    const more = await Promise.all([enter(), enter()]);
    expect(told).toEqual([true]);
    // To and fro around the limit is no news.
    for (const leave of more) leave();
    for (const leave of await Promise.all([enter(), enter()])) leave();
    expect(told).toEqual([true]);
    for (const leave of few) leave();
    expect(told).toEqual([true, false]);
  });

  it('refuse who has given up already', async () => {
    await expect(new Slots(1).enter(AbortSignal.abort(new Error('enough')), () => {})).rejects.toThrow('enough');
  });
});
