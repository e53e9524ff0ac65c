import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf } from '../../../electron/profiles/entry.ts';
import type { ProfileFile } from '../../../electron/profiles/profile-file.ts';
import { ProfileStore } from '../../../electron/profiles/profile-store.ts';
import type { Lock } from '../../../electron/profiles/vault.ts';
import { finish } from '../../../shared/formats/steps.ts';
import {
  PRACTICE_ID,
  type Profile,
  type ProfileDraft,
  type ProfileSummary,
  summarise,
} from '../../../shared/model/profile.ts';
import { fail, ok, type Problem } from '../../../shared/result.ts';
import { aProfile, steps } from '../../fakes/profiles.ts';
import { aLock, READABLE } from '../../fakes/vault.ts';

const FULL: Problem = { code: 'file-unwritable', params: { file: 'profiles.json', reason: 'ENOSPC' } };
const a = aProfile({ id: 'a', name: 'A', doorSeenAt: 7 });
const b = aProfile({ id: 'b', name: 'B' });
const c = aProfile({ id: 'c', name: 'C' });

let written: ProfileFile[];
let changes: (readonly ProfileSummary[])[];
let lock: Lock | null;
let undecided: boolean;
let problem: Problem | null;
let store: ProfileStore;

function open(profiles: readonly Profile[]): ProfileStore {
  const entries = profiles.map((profile) => entryOf(profile, lock));
  return openFile({ version: 2, vault: lock?.header ?? null, profiles: entries, deleted: [] });
}

function openFile(file: ProfileFile): ProfileStore {
  let ids = 0;
  return new ProfileStore(file, {
    write: (file) => {
      if (problem !== null) return fail(problem);
      written.push(file);
      return ok(file);
    },
    refresh: ok,
    lock: () => lock,
    mustChoose: () => undecided,
    newId: () => `new-${++ids}`,
    onChange: (all) => changes.push(all),
  });
}
beforeEach(() => {
  written = [];
  changes = [];
  problem = null;
  lock = aLock();
  undecided = false;
  store = open([a, b, c]);
});

const ids = () => store.summaries.map(({ id }) => id).join(' ');
const all = () => store.summaries.map(({ id }) => store.get(id)).map((one) => (one.ok ? one.value : null));
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
    expect(store.summaries.map(({ name }) => name)).toEqual(['A', 'Bee', 'C']);
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
    expect(written).toMatchObject([{ version: 2, profiles: [{}, { profile: { name: 'Bee' } }, {}], deleted: [] }]);
    expect(changes).toEqual([store.summaries]);
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
    expect(store.summaries[1]?.name).toBe(name);
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
    expect(all()).toEqual([a, b, c]);
  });

  it('several can be undone in any order', () => {
    for (const id of ['b', 'a', 'c']) store.delete(id);
    expect(ids()).toBe('');
    for (const id of ['c', 'a', 'b']) expect(store.restore(id).ok).toBe(true);
    expect(new Set(all())).toEqual(new Set([a, b, c]));
  });

  it('can be undone after the app was started again', () => {
    store.delete('b');
    const file = written.at(-1);
    if (file === undefined) throw new Error('nothing was written');
    store = openFile(file);
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
    expect([all(), changes]).toEqual([[a, b, c], []]);
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

describe('many at once', () => {
  const changed = { ...draftOf(b), host: 'other.example.org' };
  const saveBoth = () =>
    finish(
      store.saveMany([
        { id: 'b', draft: changed },
        { id: null, draft: { ...draftOf(a), name: 'New' } },
      ]),
    );

  it('are one write, and taken back by another', () => {
    const saved = saveBoth();
    expect([ids(), written.length, changes.length]).toEqual(['a b c new-1', 1, 1]);
    expect(store.get('b')).toMatchObject({ value: { host: 'other.example.org', doorSeenAt: null } });
    if (!saved.ok) throw new Error('not saved');
    expect(store.revert(saved.value)).toEqual(ok(null));
    expect(all()).toEqual([a, b, c]);
    expect(written).toHaveLength(2);
  });

  it('taken back, leave what has been edited since', () => {
    const saved = saveBoth();
    store.save('b', { ...changed, name: 'Mine' });
    if (saved.ok) store.revert(saved.value);
    expect(ids()).toBe('a b c');
    expect(store.get('b')).toMatchObject({ value: { name: 'Mine', host: 'other.example.org' } });
  });

  it('that are stopped half way have changed nothing', () => {
    const steps = store.saveMany([{ id: 'b', draft: changed }]);
    expect(steps.next().done).toBe(false);
    steps.return(fail({ code: 'import-cancelled' }));
    expect([all(), written, changes]).toEqual([[a, b, c], [], []]);
  });

  /** So many that a breath comes when the first are made ready, and others may do something. */
  const inBetween = (id: string | null, happens: () => void) => {
    const draft = (at: number) => ({ ...draftOf(a), name: `New ${at}` });
    const more = Array.from({ length: 64 }, (_, at) => ({ id: null, draft: draft(at) }));
    const steps = store.saveMany([{ id, draft: changed }, ...more]);
    steps.next();
    steps.next();
    happens();
    return finish(steps);
  };

  it('keep what was changed while they were made ready', () => {
    const saved = inBetween('b', () => {
      store.noteDoorSeen(c, 42);
      store.save('b', { ...draftOf(b), gapMs: 333 });
      store.save(null, { ...draftOf(a), name: 'Between' });
    });
    expect(saved).toMatchObject({ value: { replaced: [{ before: { gapMs: 333 }, after: { host: changed.host } }] } });
    expect(store.summaries.slice(0, 5).map(({ name }) => name)).toEqual(['A', 'B', 'C', 'Between', 'New 0']);
    expect(store.get('b')).toMatchObject({ value: { host: changed.host, gapMs: changed.gapMs } });
    expect(store.get('c')).toMatchObject({ value: { doorSeenAt: 42 } });
  });

  it('fail as one where one of them was deleted, or the vault was locked, meanwhile', () => {
    expect(inBetween('b', () => store.delete('b'))).toEqual(unknown);
    const locked = inBetween('a', () => {
      lock = null;
    });
    expect(locked).toMatchObject({ problems: [{ code: 'vault-locked' }] });
    expect(ids()).toBe('a c');
  });

  it('are sealed anew where the vault has got another key meanwhile', () => {
    const other = aLock();
    const saved = inBetween('b', () => {
      store.relock(other);
      lock = other;
    });
    expect(saved.ok).toBe(true);
    expect(all()).toHaveLength(67);
    expect(all()).not.toContain(null);
  });

  it('are all of them or none', () => {
    expect(
      finish(
        store.saveMany([
          { id: 'b', draft: changed },
          { id: 'gone', draft: changed },
        ]),
      ),
    ).toMatchObject({
      problems: [{ code: 'profile-unknown' }],
    });
    problem = FULL;
    expect(saveBoth()).toEqual(fail(FULL));
    problem = null;
    lock = null;
    expect(saveBoth()).toMatchObject({ problems: [{ code: 'vault-locked' }] });
    expect(store.all()).toMatchObject({ problems: [{ code: 'vault-locked' }] });
    expect([written, changes]).toEqual([[], []]);
  });
});

describe('a favourite', () => {
  it('is remembered, and nothing else of the profile changes', () => {
    expect(store.setFavourite('b', true)).toEqual(ok(null));
    expect(all()).toEqual([a, { ...b, favourite: true }, c]);
    expect(store.setFavourite('b', false)).toEqual(ok(null));
    expect(all()).toEqual([a, b, c]);
  });

  it('that is gone, or cannot be written, is refused', () => {
    expect(store.setFavourite('gone', true)).toEqual(fail({ code: 'profile-unknown' }));
    problem = FULL;
    expect(store.setFavourite('b', true)).toEqual(fail(FULL));
    expect(all()).toEqual([a, b, c]);
  });
});

describe('several profiles', () => {
  it('are changed in one write, and nothing else of them', () => {
    const before = written.length;
    const launch = { client: 'none', terminal: 'auto' } as const;
    const changes = [
      { id: 'a', gapMs: 200 },
      { id: 'c', tags: ['new'], launch },
      { id: 'gone', gapMs: 1 },
    ];
    expect(store.change(changes)).toEqual(ok(null));
    expect(all()).toEqual([{ ...a, gapMs: 200 }, b, { ...c, tags: ['new'], launch: { ...c.launch, client: 'none' } }]);
    expect(written).toHaveLength(before + 1);
    expect(store.get('a')).toMatchObject({ value: { sequence: a.sequence } });
  });

  it('keep a launch that the new one would not fit', () => {
    expect(store.change([{ id: 'a', launch: { client: 'custom', terminal: 'auto' } }])).toEqual(ok(null));
    expect(all()).toEqual([a, b, c]);
  });

  it('stay as they were when that cannot be written', () => {
    problem = FULL;
    expect(store.change([{ id: 'a', gapMs: 200 }])).toEqual(fail(FULL));
    expect(all()).toEqual([a, b, c]);
  });
});

describe('secrets', () => {
  const draft = { ...draftOf(a), closeSequence: [...steps('9000 8000')] };
  const text = () => JSON.stringify(written.at(-1));

  it('are sealed on their way into the file, those of deleted profiles too; what the list shows stays in clear', () => {
    store.save('a', draft);
    store.delete('a');
    expect(text()).not.toMatch(/7000|8000|9000/);
    expect(written.at(-1)?.deleted[0]?.entry.profile).toMatchObject({ host: a.host, knocks: 3, canClose: true });
    store.restore('a');
    expect(store.get('a')).toEqual(ok({ ...draft, id: 'a', doorSeenAt: 7 }));
  });

  it('of a profile that was not changed keep their seal', () => {
    store.save('a', draft);
    const [, before] = written.at(-1)?.profiles ?? [];
    store.save('a', { ...draft, name: 'New' });
    store.noteDoorSeen(b, 42);
    expect(written.at(-1)?.profiles[1]).toEqual({ ...before, profile: { ...before?.profile, doorSeenAt: 42 } });
  });

  it('sealed for one profile do not open as another’s', () => {
    store.save('a', draft);
    const file = written.at(-1);
    const [first, second, ...rest] = file?.profiles ?? [];
    if (file === undefined || first === undefined || second === undefined) throw new Error('nothing was written');
    store = openFile({ ...file, profiles: [{ ...second, profile: first.profile }, second, ...rest] });
    expect(store.get('a')).toEqual(fail({ code: 'secrets-damaged', params: { name: 'A' } }));
    expect(store.get('b')).toEqual(ok(b));
  });

  it('that are readable are sealed by the first write after something seals', () => {
    const sealing = lock;
    lock = READABLE;
    store = open([a, b]);
    store.delete('b');
    expect(text()).toContain('7000');
    lock = sealing;
    store.save('a', { ...draftOf(a), name: 'New' });
    expect(text()).not.toContain('7000');
    expect(store.restore('b')).toEqual(ok(null));
    expect(store.get('b')).toEqual(ok(b));
  });

  it('are written anew under another lock, and stay under the old one if that fails', () => {
    store.delete('c');
    const old = lock;
    const next = aLock();
    problem = FULL;
    expect(store.relock(next)).toEqual(fail(FULL));
    expect(store.get('a')).toEqual(ok(a));
    problem = null;
    expect(store.relock(next)).toEqual(ok(null));
    expect(store.get('a')).toMatchObject({ ok: false });
    lock = next;
    expect(store.restore('c')).toEqual(ok(null));
    expect(all()).toEqual([a, b, c]);
    expect(text()).not.toContain(JSON.stringify(old?.header));
  });
});

describe('while the vault is locked', () => {
  const locked = fail({ code: 'vault-locked' });
  const practice = aProfile({ id: PRACTICE_ID, host: '127.0.0.1', door: { port: 17_022, check: true } });
  beforeEach(() => {
    store = open([a, practice]);
    store.delete('a');
    store.restore('a');
    lock = null;
    written = [];
  });

  it('profiles are listed as ever, and nothing is read or written', () => {
    expect(store.summaries).toEqual([summarise(a), summarise(practice)]);
    expect([
      store.get('a'),
      store.save('a', draftOf(a)),
      store.save(null, draftOf(a)),
      store.duplicate('a', (name) => name),
      store.delete('a'),
      store.relock(READABLE),
    ]).toEqual(Array(6).fill(locked));
    store.noteDoorSeen(practice, 42);
    expect(written).toEqual([]);
  });

  it('the practice profile works: its server says its sequence itself', () => {
    expect(store.get(PRACTICE_ID)).toEqual(ok(practice));
    const moved = { sequence: [...steps('17011')], closeSequence: [], door: { port: 17_032, check: true } };
    expect(store.movePractice(moved)).toEqual(ok({ ...practice, ...moved }));
    expect(written).toEqual([]);
  });
});

describe('while the person has not said how secrets are kept', () => {
  const undecidedYet = fail({ code: 'vault-undecided' });
  const practice = aProfile({ id: PRACTICE_ID, host: '127.0.0.1' });
  beforeEach(() => {
    lock = { header: null, key: null };
    undecided = true;
    store = open([a, practice]);
  });

  it('no new secret is saved, and what is there can be used', () => {
    expect(store.get('a')).toEqual(ok(a));
    expect([store.save(null, draftOf(a)), store.save('a', draftOf(a)), store.duplicate('a', (n) => n)]).toEqual(
      Array(3).fill(undecidedYet),
    );
    expect(written).toEqual([]);
    expect(store.delete('a')).toEqual(ok(null));
  });

  it('the practice profile can be changed, but not into a real one', () => {
    expect(store.save(PRACTICE_ID, { ...draftOf(practice), sequence: [...steps('1 2')] })).toEqual(ok(PRACTICE_ID));
    expect(store.save(PRACTICE_ID, { ...draftOf(practice), host: 'web.example.org' })).toEqual(undecidedYet);
  });
});
