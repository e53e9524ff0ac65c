import { beforeEach, describe, expect, it } from 'vitest';
import { ServerMemory } from '../../../electron/knock/memory.ts';
import { FakeClock } from './fake-clock.ts';

const A = '192.0.2.1';

let clock: FakeClock;
let notes: Map<string, number>;
let writes: number;
beforeEach(() => {
  clock = new FakeClock();
  notes = new Map();
  writes = 0;
});

/** The memory of one program; all of them share the notes. */
function program(): ServerMemory {
  return new ServerMemory(clock, {
    unfinishedForMs: (address) => Math.max(0, (notes.get(address) ?? 0) - clock.now()),
    noteUnfinished: (address, lifetimeMs) => {
      writes += 1;
      notes.set(address, clock.now() + lifetimeMs);
    },
  });
}

describe('an unfinished attempt, among several programs', () => {
  it('is known to the others, and its end too', () => {
    const [one, other] = [program(), program()];
    one.noteUnfinished(A, 6000);
    expect([other.unfinishedForMs(A), other.unfinishedForMs('192.0.2.2')]).toEqual([6000, 0]);
    clock.advance(2000);
    expect(other.unfinishedForMs(A)).toBe(4000);
    other.noteFinished(A);
    expect(program().unfinishedForMs(A)).toBe(0);
  });

  it('is noted again at once where the one before had ended', () => {
    const [one, other] = [program(), program()];
    one.noteUnfinished(A, 6000);
    one.noteFinished(A);
    one.noteUnfinished(A, 6000);
    expect(other.unfinishedForMs(A)).toBe(6000);
  });

  it('is the longer of what is known here and what is noted', () => {
    const one = program();
    one.noteUnfinished(A, 6000);
    notes.set(A, clock.now() + 26_000);
    expect(one.unfinishedForMs(A)).toBe(26_000);
    notes.set(A, 1);
    expect(one.unfinishedForMs(A)).toBe(6000);
  });

  it('is not written down between packets that follow each other closely', () => {
    const one = program();
    for (let packet = 0; packet < 10; packet++) {
      one.noteUnfinished(A, 6000);
      clock.advance(50);
    }
    expect(writes).toBe(1);
    clock.advance(1000);
    one.noteUnfinished(A, 6000);
    expect([writes, notes.get(A)]).toEqual([2, clock.now() + 6000]);
  });
});
