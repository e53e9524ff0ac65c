import { describe, expect, it } from 'vitest';
import { finish } from '../../../shared/formats/steps.ts';
import { fail, ok } from '../../../shared/result.ts';
import { aLock } from '../../fakes/vault.ts';
import { AStore, a, b, c, draftOf, FULL, unknown } from './a-store.ts';

const the = new AStore();

describe('many at once', () => {
  const changed = { ...draftOf(b), host: 'other.example.org' };
  const saveBoth = () =>
    finish(
      the.store.saveMany([
        { id: 'b', draft: changed },
        { id: null, draft: { ...draftOf(a), name: 'New' } },
      ]),
    );

  it('are one write, and taken back by another', () => {
    const saved = saveBoth();
    expect([the.ids(), the.written.length, the.changes.length]).toEqual(['a b c new-1', 1, 1]);
    expect(the.store.get('b')).toMatchObject({ value: { host: 'other.example.org', doorSeenAt: null } });
    if (!saved.ok) throw new Error('not saved');
    expect(the.store.revert(saved.value)).toEqual(ok(null));
    expect(the.all()).toEqual([a, b, c]);
    expect(the.written).toHaveLength(2);
  });

  it('taken back, leave what has been edited since', () => {
    const saved = saveBoth();
    the.store.save('b', { ...changed, name: 'Mine' });
    if (saved.ok) the.store.revert(saved.value);
    expect(the.ids()).toBe('a b c');
    expect(the.store.get('b')).toMatchObject({ value: { name: 'Mine', host: 'other.example.org' } });
  });

  it('that are stopped half way have changed nothing', () => {
    const steps = the.store.saveMany([{ id: 'b', draft: changed }]);
    expect(steps.next().done).toBe(false);
    steps.return(fail({ code: 'import-cancelled' }));
    expect([the.all(), the.written, the.changes]).toEqual([[a, b, c], [], []]);
  });

  /** So many that a breath comes when the first are made ready, and others may do something. */
  const inBetween = (id: string | null, happens: () => void) => {
    const draft = (at: number) => ({ ...draftOf(a), name: `New ${at}` });
    const more = Array.from({ length: 64 }, (_, at) => ({ id: null, draft: draft(at) }));
    const steps = the.store.saveMany([{ id, draft: changed }, ...more]);
    steps.next();
    steps.next();
    happens();
    return finish(steps);
  };

  it('keep what was changed while they were made ready', () => {
    const saved = inBetween('b', () => {
      the.store.noteDoorSeen(c, 42);
      the.store.save('b', { ...draftOf(b), gapMs: 333 });
      the.store.save(null, { ...draftOf(a), name: 'Between' });
    });
    expect(saved).toMatchObject({ value: { replaced: [{ before: { gapMs: 333 }, after: { host: changed.host } }] } });
    expect(the.store.summaries.slice(0, 5).map(({ name }) => name)).toEqual(['A', 'B', 'C', 'Between', 'New 0']);
    expect(the.store.get('b')).toMatchObject({ value: { host: changed.host, gapMs: changed.gapMs } });
    expect(the.store.get('c')).toMatchObject({ value: { doorSeenAt: 42 } });
  });

  it('fail as one where one of them was deleted, or the vault was locked, meanwhile', () => {
    expect(inBetween('b', () => the.store.delete('b'))).toEqual(unknown);
    const locked = inBetween('a', () => {
      the.lock = null;
    });
    expect(locked).toMatchObject({ problems: [{ code: 'vault-locked' }] });
    expect(the.ids()).toBe('a c');
  });

  it('are sealed anew where the vault has got another key meanwhile', () => {
    const other = aLock();
    const saved = inBetween('b', () => {
      the.store.relock(other);
      the.lock = other;
    });
    expect(saved.ok).toBe(true);
    expect(the.all()).toHaveLength(67);
    expect(the.all()).not.toContain(null);
  });

  it('are all of them or none', () => {
    expect(
      finish(
        the.store.saveMany([
          { id: 'b', draft: changed },
          { id: 'gone', draft: changed },
        ]),
      ),
    ).toMatchObject({
      problems: [{ code: 'profile-unknown' }],
    });
    the.problem = FULL;
    expect(saveBoth()).toEqual(fail(FULL));
    the.problem = null;
    the.lock = null;
    expect(saveBoth()).toMatchObject({ problems: [{ code: 'vault-locked' }] });
    expect(the.store.all()).toMatchObject({ problems: [{ code: 'vault-locked' }] });
    expect([the.written, the.changes]).toEqual([[], []]);
  });
});

describe('several profiles', () => {
  it('are changed in one write, and nothing else of them', () => {
    const before = the.written.length;
    const launch = { client: 'none', terminal: 'auto' } as const;
    const changes = [
      { id: 'a', gapMs: 200 },
      { id: 'c', tags: ['new'], launch },
      { id: 'gone', gapMs: 1 },
    ];
    expect(the.store.change(changes)).toEqual(ok(null));
    expect(the.all()).toEqual([
      { ...a, gapMs: 200 },
      b,
      { ...c, tags: ['new'], launch: { ...c.launch, client: 'none' } },
    ]);
    expect(the.written).toHaveLength(before + 1);
    expect(the.store.get('a')).toMatchObject({ value: { sequence: a.sequence } });
  });

  it('keep a launch that the new one would not fit', () => {
    expect(the.store.change([{ id: 'a', launch: { client: 'custom', terminal: 'auto' } }])).toEqual(ok(null));
    expect(the.all()).toEqual([a, b, c]);
  });

  it('stay as they were when that cannot be written', () => {
    the.problem = FULL;
    expect(the.store.change([{ id: 'a', gapMs: 200 }])).toEqual(fail(FULL));
    expect(the.all()).toEqual([a, b, c]);
  });
});
