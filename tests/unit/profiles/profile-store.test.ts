import { describe, expect, it } from 'vitest';
import type { ProfileStore } from '../../../electron/profiles/profile-store.ts';
import { PRACTICE_ID, type ProfileDraft } from '../../../shared/model/profile.ts';
import { fail, ok } from '../../../shared/result.ts';
import { aProfile, steps } from '../../fakes/profiles.ts';
import { AStore, a, b, c, draftOf, FULL, unknown } from './a-store.ts';

const the = new AStore();

describe('saving', () => {
  it('a new profile puts it at the end, with an id and no memory of its door', () => {
    expect(the.store.save(null, draftOf(a))).toEqual(ok('new-1'));
    expect(the.store.get('new-1')).toEqual(ok({ ...draftOf(a), id: 'new-1', doorSeenAt: null }));
    expect(the.ids()).toBe('a b c new-1');
  });

  it('a known one replaces it where it stands', () => {
    expect(the.store.save('b', { ...draftOf(b), name: 'Bee' })).toEqual(ok('b'));
    expect(the.store.summaries.map(({ name }) => name)).toEqual(['A', 'Bee', 'C']);
  });

  it('an unknown one is refused', () => {
    expect(the.store.save('x', draftOf(a))).toEqual(unknown);
    expect([the.written, the.changes]).toEqual([[], []]);
  });

  it.each<readonly [what: string, change: Partial<ProfileDraft>, seen: number | null]>([
    ['nothing', {}, 7],
    ['the name', { name: 'New' }, 7],
    ['the gap, the launch, the close sequence', { gapMs: 99, closeSequence: [...steps('1')] }, 7],
    ['whether the door is checked', { door: { port: 22, check: false } }, 7],
    ['the host', { host: 'other.example.org' }, null],
    ['the door', { door: { port: 443, check: true } }, null],
    ['the sequence', { sequence: [...steps('7000 8000:udp 9001')] }, null],
    ['a payload', { sequence: [...steps('7000 8000:udp=x 9000')] }, null],
  ])('%s: what is known of the door is kept only while it is the same door', (_what, change, seen) => {
    the.store.save('a', { ...draftOf(a), ...change });
    expect(the.store.get('a')).toMatchObject({ value: { doorSeenAt: seen } });
  });

  it('is told and written once, whole', () => {
    the.store.save('b', { ...draftOf(b), name: 'Bee' });
    expect(the.written).toMatchObject([{ version: 2, profiles: [{}, { profile: { name: 'Bee' } }, {}], deleted: [] }]);
    expect(the.changes).toEqual([the.store.summaries]);
  });
});

describe('duplicating', () => {
  const copy = (name: string) => `${name} (copy)`;

  it('puts the copy behind its original, with all it knows', () => {
    expect(the.store.duplicate('a', copy)).toEqual(ok('new-1'));
    expect(the.ids()).toBe('a new-1 b c');
    expect(the.store.get('new-1')).toEqual(ok({ ...a, id: 'new-1', name: 'A (copy)' }));
  });

  it.each([
    ['n'.repeat(100), 'n'.repeat(100)],
    ['n'.repeat(98), `${'n'.repeat(98)} (`],
    ['n'.repeat(99), 'n'.repeat(99)],
    [`${'n'.repeat(99)}🚪`.slice(0, 101), 'n'.repeat(99)],
  ])('keeps the name within its bounds: %s', (original, name) => {
    the.store = the.open([aProfile({ id: 'a', name: original })]);
    the.store.duplicate('a', copy);
    expect(the.store.summaries[1]?.name).toBe(name);
  });

  it('of an unknown one is refused', () => {
    expect(the.store.duplicate('x', copy)).toEqual(unknown);
  });
});

describe('deleting', () => {
  it.each(['a', 'b', 'c'])('%s can be undone: it comes back to where it stood', (id) => {
    expect(the.store.delete(id)).toEqual(ok(null));
    expect(the.store.get(id)).toEqual(unknown);
    expect(the.store.restore(id)).toEqual(ok(null));
    expect(the.all()).toEqual([a, b, c]);
  });

  it('several can be undone in any order', () => {
    for (const id of ['b', 'a', 'c']) the.store.delete(id);
    expect(the.ids()).toBe('');
    for (const id of ['c', 'a', 'b']) expect(the.store.restore(id).ok).toBe(true);
    expect(new Set(the.all())).toEqual(new Set([a, b, c]));
  });

  it('can be undone after the app was started again', () => {
    the.store.delete('b');
    const file = the.written.at(-1);
    if (file === undefined) throw new Error('nothing was written');
    the.store = the.openFile(file);
    the.store.restore('b');
    expect(the.ids()).toBe('a b c');
  });

  it('an unknown one is refused; what was never deleted cannot come back, nor come back twice', () => {
    expect(the.store.delete('x')).toEqual(unknown);
    expect(the.store.restore('a')).toEqual(unknown);
    the.store.delete('a');
    the.store.restore('a');
    expect(the.store.restore('a')).toEqual(unknown);
    expect(the.ids()).toBe('a b c');
  });

  it('remembers the last fifty', () => {
    the.store = the.open(Array.from({ length: 60 }, (_, at) => aProfile({ id: `p${at}` })));
    for (let at = 0; at < 60; at++) the.store.delete(`p${at}`);
    expect(the.written.at(-1)?.deleted).toHaveLength(50);
    expect(the.store.restore('p9')).toEqual(unknown);
    expect(the.store.restore('p10')).toEqual(ok(null));
  });
});

describe('the door', () => {
  it('is remembered when it was seen open', () => {
    the.store.noteDoorSeen(b, 42);
    expect(the.store.get('b')).toMatchObject({ value: { doorSeenAt: 42 } });
    the.store.noteDoorSeen(aProfile({ id: 'x' }), 42);
    expect(the.written).toHaveLength(1);
  });

  it('is noted once, and not for a profile that was given another door meanwhile', () => {
    the.store.noteDoorSeen({ ...b, door: { ...b.door, port: 2222 } }, 41);
    the.store.noteDoorSeen(b, 42);
    the.store.noteDoorSeen(b, 43);
    expect(the.store.get('b')).toMatchObject({ value: { doorSeenAt: 42 } });
    expect(the.written).toHaveLength(1);
  });
});

describe('the practice profile', () => {
  const practice = aProfile({ id: PRACTICE_ID, door: { port: 17_022, check: true }, doorSeenAt: 7 });
  const moved = { sequence: [...steps('17011')], closeSequence: [], door: { port: 17_032, check: true } };

  it('follows its server to other ports', () => {
    the.store = the.open([practice]);
    expect(the.store.movePractice(moved)).toEqual(ok({ ...practice, ...moved }));
    expect(the.store.get(PRACTICE_ID)).toEqual(ok({ ...practice, ...moved }));
  });

  it('keeps the sequence that the person is trying, while the server stays', () => {
    const tried = { ...practice, sequence: [...steps('1 2 3')] };
    the.store = the.open([tried]);
    expect(the.store.movePractice({ ...moved, door: practice.door })).toEqual(ok(tried));
    expect(the.written).toEqual([]);
  });

  it('that is gone is told', () => {
    expect(the.store.movePractice(moved)).toEqual(unknown);
  });
});

describe('what could not be written did not happen', () => {
  it.each<readonly [what: string, act: (on: ProfileStore) => unknown]>([
    ['a new profile', (on) => on.save(null, draftOf(a))],
    ['a change', (on) => on.save('a', { ...draftOf(a), name: 'New' })],
    ['a copy', (on) => on.duplicate('a', (name) => name)],
    ['a deletion', (on) => on.delete('a')],
    ['an undo', (on) => on.restore('gone')],
  ])('%s', (_what, act) => {
    the.store = the.open([a, b, c, aProfile({ id: 'gone' })]);
    the.store.delete('gone');
    the.changes = [];
    the.problem = FULL;
    expect(act(the.store)).toEqual(fail(FULL));
    expect([the.all(), the.changes]).toEqual([[a, b, c], []]);
    // And once there is room again, it does.
    the.problem = null;
    expect(act(the.store)).toMatchObject({ ok: true });
  });

  it('an opening that cannot be noted costs nothing but the note', () => {
    the.problem = FULL;
    the.store.noteDoorSeen(b, 42);
    expect(the.store.get('b')).toEqual(ok(b));
  });
});

describe('a favourite', () => {
  it('is remembered, and nothing else of the profile changes', () => {
    expect(the.store.setFavourite('b', true)).toEqual(ok(null));
    expect(the.all()).toEqual([a, { ...b, favourite: true }, c]);
    expect(the.store.setFavourite('b', false)).toEqual(ok(null));
    expect(the.all()).toEqual([a, b, c]);
  });

  it('that is gone, or cannot be written, is refused', () => {
    expect(the.store.setFavourite('gone', true)).toEqual(fail({ code: 'profile-unknown' }));
    the.problem = FULL;
    expect(the.store.setFavourite('b', true)).toEqual(fail(FULL));
    expect(the.all()).toEqual([a, b, c]);
  });
});
