import { describe, expect, it } from 'vitest';
import { bothTurns, type Turns } from '../../../electron/knock/turns.ts';

const never = new AbortController().signal;

/** Turns that write down who comes and goes, and wait or fail as told. */
function turns(name: string, log: string[], { waits = false, fails = false } = {}): Turns {
  return {
    enter: async (addresses, _signal, onWait) => {
      if (waits) onWait();
      if (fails) throw new Error(`${name} fails`);
      log.push(`${name} in ${addresses.join(' ')}`);
      return () => log.push(`${name} out`);
    },
  };
}

describe('a turn among our own runs and everybody’s', () => {
  it('is taken ours first, and given back the other way round', async () => {
    const log: string[] = [];
    const leave = await bothTurns(turns('ours', log), turns('all', log)).enter(['a', 'b'], never, () =>
      log.push('waits'),
    );
    leave();
    expect(log).toEqual(['ours in a b', 'all in a b', 'all out', 'ours out']);
  });

  it('is waited for aloud once, whoever is in the way', async () => {
    for (const [ours, all] of [
      [true, true],
      [true, false],
      [false, true],
    ]) {
      const log: string[] = [];
      let waits = 0;
      const both = bothTurns(turns('ours', log, { waits: ours === true }), turns('all', log, { waits: all === true }));
      await both.enter(['a'], never, () => {
        waits += 1;
      });
      expect(waits).toBe(1);
    }
  });

  it('gives ours back when everybody’s cannot be had', async () => {
    const log: string[] = [];
    const both = bothTurns(turns('ours', log), turns('all', log, { fails: true }));
    await expect(both.enter(['a'], never, () => {})).rejects.toThrow('all fails');
    expect(log).toEqual(['ours in a', 'ours out']);
  });

  it('does not ask everybody when ours cannot be had', async () => {
    const log: string[] = [];
    const both = bothTurns(turns('ours', log, { fails: true }), turns('all', log));
    await expect(both.enter(['a'], never, () => {})).rejects.toThrow('ours fails');
    expect(log).toEqual([]);
  });
});
