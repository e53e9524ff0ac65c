import { beforeEach, describe, expect, it } from 'vitest';
import { ServerMemory } from '../../../electron/knock/memory.ts';
import { FakeClock } from './fake-clock.ts';

const A = '192.0.2.1';
const B = '192.0.2.2';
const four = { address: A, family: 4 } as const;
const six = { address: '2001:db8::1', family: 6 } as const;

let clock: FakeClock;
let memory: ServerMemory;
beforeEach(() => {
  clock = new FakeClock();
  memory = new ServerMemory(clock);
});

describe('an unfinished attempt', () => {
  it('is remembered for its address and as long as the server does', () => {
    expect(memory.unfinishedForMs(A)).toBe(0);
    memory.noteUnfinished(A, 6000);
    expect([memory.unfinishedForMs(A), memory.unfinishedForMs(B)]).toEqual([6000, 0]);
    clock.advance(5999);
    expect(memory.unfinishedForMs(A)).toBe(1);
    clock.advance(1);
    expect(memory.unfinishedForMs(A)).toBe(0);
    clock.advance(1_000_000);
    expect(memory.unfinishedForMs(A)).toBe(0);
  });

  it('counts from the newest packet, and ends with the sequence', () => {
    memory.noteUnfinished(A, 6000);
    memory.noteUnfinished(B, 6000);
    clock.advance(4000);
    memory.noteUnfinished(A, 6000);
    clock.advance(1500);
    expect([memory.unfinishedForMs(A), memory.unfinishedForMs(B)]).toEqual([4500, 500]);
    memory.noteFinished(A);
    expect([memory.unfinishedForMs(A), memory.unfinishedForMs(B)]).toEqual([0, 500]);
    memory.noteFinished('never heard of');
    expect(memory.unfinishedForMs('never heard of')).toBe(0);
  });
});

describe('a round trip', () => {
  it('is kept until a newer one, and silence does not change it', () => {
    expect(memory.roundTripMs(A)).toBeNull();
    memory.noteRoundTrip(A, null);
    expect(memory.roundTripMs(A)).toBeNull();
    memory.noteRoundTrip(A, 40);
    memory.noteRoundTrip(A, null);
    expect([memory.roundTripMs(A), memory.roundTripMs(B)]).toEqual([40, null]);
    memory.noteRoundTrip(A, 0);
    expect(memory.roundTripMs(A)).toBe(0);
  });
});

describe('the family that opened', () => {
  it('goes first for its name, and only for that', () => {
    expect(memory.ordered('server', [six, four])).toEqual([six, four]);
    memory.noteWinner('server', 4);
    expect(memory.ordered('server', [six, four])).toEqual([four, six]);
    expect(memory.ordered('server', [four, six])).toEqual([four, six]);
    expect(memory.ordered('server', [six])).toEqual([six]);
    expect(memory.ordered('other', [six, four])).toEqual([six, four]);
    memory.noteWinner('server', 6);
    expect(memory.ordered('server', [four, six])).toEqual([six, four]);
  });
});
