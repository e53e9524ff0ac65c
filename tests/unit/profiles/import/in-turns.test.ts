import { describe, expect, it } from 'vitest';
import { inTurns } from '../../../../electron/profiles/import/in-turns.ts';
import { OneAtATime } from '../../../../electron/profiles/import/one-at-a-time.ts';
import { breath, finish, type ImportProgress, type Steps, within } from '../../../../shared/formats/steps.ts';

/** Work that outlasts a slice by far, one breath after another. */
function* counting(total: number, seen: number[] = []): Steps<string> {
  for (let done = 0; done < total; done++) {
    seen.push(done);
    const until = performance.now() + 4;
    while (performance.now() < until);
    yield { stage: 'lines', done, total };
  }
  return 'done';
}

describe('work in turns', () => {
  it('lets others have theirs, tells how far it is, and answers', async () => {
    const told: ImportProgress[] = [];
    let others = 0;
    const timer = setInterval(() => others++, 1);
    expect(await inTurns(counting(20), { onProgress: (progress) => told.push(progress) })).toBe('done');
    clearInterval(timer);
    expect(others).toBeGreaterThan(0);
    expect(told.length).toBeGreaterThan(0);
    const counts = told.map(({ done }) => done);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });

  it('that is short tells nothing', async () => {
    const told: ImportProgress[] = [];
    const short = breath('lines', 0, 1);
    expect(await inTurns(short, { onProgress: (progress) => told.push(progress) })).toBeUndefined();
    expect(told).toEqual([]);
  });

  it('is stopped between two slices, and before the first', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    expect(await inTurns(counting(1000, seen), { signal: stop.signal, onProgress: () => stop.abort() })).toBeNull();
    expect(seen.length).toBeLessThan(1000);
    const none: number[] = [];
    expect(await inTurns(counting(1, none), { signal: AbortSignal.abort() })).toBeNull();
    expect(none).toEqual([]);
  });
});

describe('steps', () => {
  it('are taken all at once where nobody waits', () => {
    expect(finish(counting(3))).toBe('done');
  });

  it('breathe at every 64th thing, and for lines within a line at every 64th of those', () => {
    const breaths = (steps: Steps<void>) => [...steps].length;
    expect([63, 64, 65].map((done) => breaths(breath('lines', done, 100)))).toEqual([0, 1, 0]);
    expect([...breath('lines', 3, 100, 128)]).toEqual([{ stage: 'lines', done: 3, total: 100 }]);
  });

  it('of one thing among many tell which it is', () => {
    const progress = { stage: 'servers', done: 2, total: 9 } as const;
    const steps = within(counting(2), progress);
    expect([steps.next().value, steps.next().value, steps.next()]).toEqual([
      progress,
      progress,
      { done: true, value: 'done' },
    ]);
  });
});

describe('one work at a time', () => {
  const setting = () => {
    const told: (number | null)[] = [];
    const one = new OneAtATime((progress) => told.push(progress?.done ?? null));
    const begin = (total: number) => one.run((watcher) => inTurns(counting(total), watcher));
    return { one, begin, told };
  };

  it('is ended by a newer one, and says no more', async () => {
    const { begin, told } = setting();
    const [older, newer] = await Promise.all([begin(1000), begin(5)]);
    expect([older, newer]).toEqual([null, 'done']);
    expect(told.at(-1)).toBeNull();
    expect(Math.max(...told.map((done) => done ?? 0))).toBeLessThan(5);
  });

  it('is ended by hand, once or twice', async () => {
    const { one, begin, told } = setting();
    const work = begin(1000);
    one.cancel();
    one.cancel();
    expect(await work).toBeNull();
    expect(told.at(-1)).toBeNull();
  });

  it('that throws leaves no trace', async () => {
    const { one, begin, told } = setting();
    await expect(one.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(told).toEqual([null]);
    expect(await begin(1)).toBe('done');
  });
});
