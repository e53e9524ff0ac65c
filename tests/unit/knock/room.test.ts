import { describe, expect, it } from 'vitest';
import { Room } from '../../../electron/knock/room.ts';

const never = new AbortController().signal;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Asks for room and notes down when it is there. */
function asking(room: Room, inside: string[]) {
  return (name: string, count: number, signal = never) =>
    room.take(count, signal).then(
      () => inside.push(name),
      () => inside.push(`${name} gave up`),
    );
}

describe('room', () => {
  it('is there for so many and no more, however they come', async () => {
    const room = new Room(10);
    let inside = 0;
    let most = 0;
    const visit = async (count: number) => {
      await room.take(count, never);
      inside += count;
      most = Math.max(most, inside);
      for (let at = 0; at < count; at++) {
        await turn();
        inside -= 1;
        room.give(1);
      }
    };
    await Promise.all(Array.from({ length: 50 }, (_, index) => visit(1 + (index % 7))));
    expect(inside).toBe(0);
    expect(most).toBe(10);
    expect(room.has(10)).toBe(true);
  });

  it('goes to who waits longest, not to a smaller one that would fit', async () => {
    const room = new Room(3);
    const inside: string[] = [];
    const ask = asking(room, inside);
    await ask('first', 2);
    ask('large', 3);
    ask('small', 1);
    await turn();
    expect(room.has(1)).toBe(false);
    expect(inside).toEqual(['first']);
    room.give(2);
    await turn();
    expect(inside).toEqual(['first', 'large']);
    room.give(1);
    await turn();
    expect(inside).toEqual(['first', 'large', 'small']);
  });

  it('is not lost by who gives up waiting, and those behind move up', async () => {
    const room = new Room(3);
    const inside: string[] = [];
    const ask = asking(room, inside);
    const abort = new AbortController();
    await ask('first', 2);
    ask('large', 3, abort.signal);
    ask('small', 1);
    abort.abort(new Error('enough'));
    await turn();
    expect(inside.toSorted()).toEqual(['first', 'large gave up', 'small']);
    expect(room.has(1)).toBe(false);
    room.give(3);
    expect(room.has(3)).toBe(true);
  });

  it('is taken from the moment it is given, before who waited hears of it', async () => {
    const room = new Room(1);
    await room.take(1, never);
    const second = room.take(1, never);
    room.give(1);
    expect(room.has(1)).toBe(false);
    await second;
  });

  it('lets one in alone that needs more than there is', async () => {
    const room = new Room(2);
    const inside: string[] = [];
    const ask = asking(room, inside);
    await ask('huge', 32);
    ask('next', 1);
    room.give(30);
    await turn();
    expect(inside).toEqual(['huge']);
    room.give(2);
    await turn();
    expect(inside).toEqual(['huge', 'next']);
  });

  it('refuses who has given up already, and keeps nothing of it', async () => {
    const room = new Room(1);
    await expect(room.take(1, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    expect(room.has(1)).toBe(true);
  });
});
