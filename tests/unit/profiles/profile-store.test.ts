import { beforeEach, describe, expect, it } from 'vitest';
import type { ProfileFile } from '../../../electron/profiles/profile-file.ts';
import { ProfileStore } from '../../../electron/profiles/profile-store.ts';
import { PRACTICE_ID, type Profile, type ProfileDraft } from '../../../shared/model/profile.ts';
import { fail, ok, type Problem } from '../../../shared/result.ts';
import { aProfile, steps } from '../../fakes/profiles.ts';

const FULL: Problem = { code: 'file-unwritable', params: { file: 'profiles.json', reason: 'ENOSPC' } };
const a = aProfile({ id: 'a', name: 'A', doorSeenAt: 7 });
const b = aProfile({ id: 'b', name: 'B' });
const c = aProfile({ id: 'c', name: 'C' });

let written: ProfileFile[];
let changes: (readonly Profile[])[];
let problem: Problem | null;
let store: ProfileStore;

function open(profiles: readonly Profile[]): ProfileStore {
  let ids = 0;
  return new ProfileStore(
    { version: 1, profiles, deleted: [] },
    {
      write: (file) => {
        if (problem === null) written.push(file);
        return problem;
      },
      newId: () => `new-${++ids}`,
      onChange: (all) => changes.push(all),
    },
  );
}
beforeEach(() => {
  written = [];
  changes = [];
  problem = null;
  store = open([a, b, c]);
});

const ids = () => store.profiles.map(({ id }) => id).join(' ');
const draftOf = ({ id: _id, doorSeenAt: _seen, ...draft }: Profile): ProfileDraft => draft;
const unknown = fail({ code: 'profile-unknown' });

describe('saving', () => {
  it('a new profile puts it at the end, with an id and no memory of its door', () => {
    expect(store.save(null, draftOf(a))).toEqual(ok('new-1'));
    expect(store.get('new-1')).toEqual(ok({ ...draftOf(a), id: 'new-1', doorSeenAt: null }));
    expect(ids()).toBe('a b c new-1');
  });

  it('a known one replaces it where it stands', () => {
    expect(store.save('b', { ...draftOf(b), name: 'Bee' })).toEqual(ok('b'));
    expect(store.profiles.map(({ name }) => name)).toEqual(['A', 'Bee', 'C']);
  });

  it('an unknown one is refused', () => {
    expect(store.save('x', draftOf(a))).toEqual(unknown);
    expect([written, changes]).toEqual([[], []]);
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
    store.save('a', { ...draftOf(a), ...change });
    expect(store.get('a')).toMatchObject({ value: { doorSeenAt: seen } });
  });

  it('is told and written once, whole', () => {
    store.save('b', { ...draftOf(b), name: 'Bee' });
    expect(written).toEqual([{ version: 1, profiles: store.profiles, deleted: [] }]);
    expect(changes).toEqual([store.profiles]);
  });
});

describe('duplicating', () => {
  const copy = (name: string) => `${name} (copy)`;

  it('puts the copy behind its original, with all it knows', () => {
    expect(store.duplicate('a', copy)).toEqual(ok('new-1'));
    expect(ids()).toBe('a new-1 b c');
    expect(store.get('new-1')).toEqual(ok({ ...a, id: 'new-1', name: 'A (copy)' }));
  });

  it.each([
    ['n'.repeat(100), 'n'.repeat(100)],
    ['n'.repeat(98), `${'n'.repeat(98)} (`],
    ['n'.repeat(99), 'n'.repeat(99)],
    [`${'n'.repeat(99)}🚪`.slice(0, 101), 'n'.repeat(99)],
  ])('keeps the name within its bounds: %s', (original, name) => {
    store = open([aProfile({ id: 'a', name: original })]);
    store.duplicate('a', copy);
    expect(store.profiles[1]?.name).toBe(name);
  });

  it('of an unknown one is refused', () => {
    expect(store.duplicate('x', copy)).toEqual(unknown);
  });
});

describe('deleting', () => {
  it.each(['a', 'b', 'c'])('%s can be undone: it comes back to where it stood', (id) => {
    expect(store.delete(id)).toEqual(ok(null));
    expect(store.get(id)).toEqual(unknown);
    expect(store.restore(id)).toEqual(ok(null));
    expect(store.profiles).toEqual([a, b, c]);
  });

  it('several can be undone in any order', () => {
    for (const id of ['b', 'a', 'c']) store.delete(id);
    expect(ids()).toBe('');
    for (const id of ['c', 'a', 'b']) expect(store.restore(id).ok).toBe(true);
    expect(new Set(store.profiles)).toEqual(new Set([a, b, c]));
  });

  it('can be undone after the app was started again', () => {
    store.delete('b');
    const file = written.at(-1);
    if (file === undefined) throw new Error('nothing was written');
    store = new ProfileStore(file, { write: () => null, newId: () => '', onChange: () => {} });
    store.restore('b');
    expect(ids()).toBe('a b c');
  });

  it('an unknown one is refused; what was never deleted cannot come back, nor come back twice', () => {
    expect(store.delete('x')).toEqual(unknown);
    expect(store.restore('a')).toEqual(unknown);
    store.delete('a');
    store.restore('a');
    expect(store.restore('a')).toEqual(unknown);
    expect(ids()).toBe('a b c');
  });

  it('remembers the last fifty', () => {
    store = open(Array.from({ length: 60 }, (_, at) => aProfile({ id: `p${at}` })));
    for (let at = 0; at < 60; at++) store.delete(`p${at}`);
    expect(written.at(-1)?.deleted).toHaveLength(50);
    expect(store.restore('p9')).toEqual(unknown);
    expect(store.restore('p10')).toEqual(ok(null));
  });
});

describe('the door', () => {
  it('is remembered when it was seen open', () => {
    store.noteDoorSeen(b, 42);
    expect(store.get('b')).toMatchObject({ value: { doorSeenAt: 42 } });
    store.noteDoorSeen(aProfile({ id: 'x' }), 42);
    expect(written).toHaveLength(1);
  });

  it('is noted once, and not for a profile that was given another door meanwhile', () => {
    store.noteDoorSeen({ ...b, door: { ...b.door, port: 2222 } }, 41);
    store.noteDoorSeen(b, 42);
    store.noteDoorSeen(b, 43);
    expect(store.get('b')).toMatchObject({ value: { doorSeenAt: 42 } });
    expect(written).toHaveLength(1);
  });
});

describe('the practice profile', () => {
  const practice = aProfile({ id: PRACTICE_ID, door: { port: 17_022, check: true }, doorSeenAt: 7 });
  const moved = { sequence: [...steps('17011')], closeSequence: [], door: { port: 17_032, check: true } };

  it('follows its server to other ports', () => {
    store = open([practice]);
    expect(store.movePractice(moved)).toEqual(ok({ ...practice, ...moved }));
    expect(store.get(PRACTICE_ID)).toEqual(ok({ ...practice, ...moved }));
  });

  it('keeps the sequence that the person is trying, while the server stays', () => {
    const tried = { ...practice, sequence: [...steps('1 2 3')] };
    store = open([tried]);
    expect(store.movePractice({ ...moved, door: practice.door })).toEqual(ok(tried));
    expect(written).toEqual([]);
  });

  it('that is gone is told', () => {
    expect(store.movePractice(moved)).toEqual(unknown);
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
    store = open([a, b, c, aProfile({ id: 'gone' })]);
    store.delete('gone');
    changes = [];
    problem = FULL;
    expect(act(store)).toEqual(fail(FULL));
    expect([store.profiles, changes]).toEqual([[a, b, c], []]);
    // And once there is room again, it does.
    problem = null;
    expect(act(store)).toMatchObject({ ok: true });
  });

  it('an opening that cannot be noted costs nothing but the note', () => {
    problem = FULL;
    store.noteDoorSeen(b, 42);
    expect(store.get('b')).toEqual(ok(b));
  });
});

describe('a favourite', () => {
  it('is remembered, and nothing else of the profile changes', () => {
    expect(store.setFavourite('b', true)).toEqual(ok(null));
    expect(store.profiles).toEqual([a, { ...b, favourite: true }, c]);
    expect(store.setFavourite('b', false)).toEqual(ok(null));
    expect(store.profiles).toEqual([a, b, c]);
  });

  it('that is gone, or cannot be written, is refused', () => {
    expect(store.setFavourite('gone', true)).toEqual(fail({ code: 'profile-unknown' }));
    problem = FULL;
    expect(store.setFavourite('b', true)).toEqual(fail(FULL));
    expect(store.profiles).toEqual([a, b, c]);
  });
});
