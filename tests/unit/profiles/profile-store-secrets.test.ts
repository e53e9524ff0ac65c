import { beforeEach, describe, expect, it } from 'vitest';
import { PRACTICE_ID, summarise } from '../../../shared/model/profile.ts';
import { fail, ok } from '../../../shared/result.ts';
import { aProfile, steps } from '../../fakes/profiles.ts';
import { aLock, READABLE } from '../../fakes/vault.ts';
import { AStore, a, b, c, draftOf, FULL } from './a-store.ts';

const the = new AStore();

describe('secrets', () => {
  const draft = { ...draftOf(a), closeSequence: [...steps('9000 8000')] };
  const text = () => JSON.stringify(the.written.at(-1));

  it('are sealed on their way into the file, those of deleted profiles too; what the list shows stays in clear', () => {
    the.store.save('a', draft);
    the.store.delete('a');
    expect(text()).not.toMatch(/7000|8000|9000/);
    expect(the.written.at(-1)?.deleted[0]?.entry.profile).toMatchObject({ host: a.host, knocks: 3, canClose: true });
    the.store.restore('a');
    expect(the.store.get('a')).toEqual(ok({ ...draft, id: 'a', doorSeenAt: 7 }));
  });

  it('of a profile that was not changed keep their seal', () => {
    the.store.save('a', draft);
    const [, before] = the.written.at(-1)?.profiles ?? [];
    the.store.save('a', { ...draft, name: 'New' });
    the.store.noteDoorSeen(b, 42);
    expect(the.written.at(-1)?.profiles[1]).toEqual({ ...before, profile: { ...before?.profile, doorSeenAt: 42 } });
  });

  it('sealed for one profile do not open as another’s', () => {
    the.store.save('a', draft);
    const file = the.written.at(-1);
    const [first, second, ...rest] = file?.profiles ?? [];
    if (file === undefined || first === undefined || second === undefined) throw new Error('nothing was written');
    the.store = the.openFile({ ...file, profiles: [{ ...second, profile: first.profile }, second, ...rest] });
    expect(the.store.get('a')).toEqual(fail({ code: 'secrets-damaged', params: { name: 'A' } }));
    expect(the.store.get('b')).toEqual(ok(b));
  });

  it('that are readable are sealed by the first write after something seals', () => {
    const sealing = the.lock;
    the.lock = READABLE;
    the.store = the.open([a, b]);
    the.store.delete('b');
    expect(text()).toContain('7000');
    the.lock = sealing;
    the.store.save('a', { ...draftOf(a), name: 'New' });
    expect(text()).not.toContain('7000');
    expect(the.store.restore('b')).toEqual(ok(null));
    expect(the.store.get('b')).toEqual(ok(b));
  });

  it('are written anew under another lock, and stay under the old one if that fails', () => {
    the.store.delete('c');
    const old = the.lock;
    const next = aLock();
    the.problem = FULL;
    expect(the.store.relock(next)).toEqual(fail(FULL));
    expect(the.store.get('a')).toEqual(ok(a));
    the.problem = null;
    expect(the.store.relock(next)).toEqual(ok(null));
    expect(the.store.get('a')).toMatchObject({ ok: false });
    the.lock = next;
    expect(the.store.restore('c')).toEqual(ok(null));
    expect(the.all()).toEqual([a, b, c]);
    expect(text()).not.toContain(JSON.stringify(old?.header));
  });
});

describe('while the vault is locked', () => {
  const locked = fail({ code: 'vault-locked' });
  const practice = aProfile({ id: PRACTICE_ID, host: '127.0.0.1', door: { port: 17_022, check: true } });
  beforeEach(() => {
    the.store = the.open([a, practice]);
    the.store.delete('a');
    the.store.restore('a');
    the.lock = null;
    the.written = [];
  });

  it('profiles are listed as ever, and nothing is read or written', () => {
    expect(the.store.summaries).toEqual([summarise(a), summarise(practice)]);
    expect([
      the.store.get('a'),
      the.store.save('a', draftOf(a)),
      the.store.save(null, draftOf(a)),
      the.store.duplicate('a', (name) => name),
      the.store.delete('a'),
      the.store.relock(READABLE),
    ]).toEqual(Array(6).fill(locked));
    the.store.noteDoorSeen(practice, 42);
    expect(the.written).toEqual([]);
  });

  it('the practice profile works: its server says its sequence itself', () => {
    expect(the.store.get(PRACTICE_ID)).toEqual(ok(practice));
    const moved = { sequence: [...steps('17011')], closeSequence: [], door: { port: 17_032, check: true } };
    expect(the.store.movePractice(moved)).toEqual(ok({ ...practice, ...moved }));
    expect(the.written).toEqual([]);
  });
});

describe('while the person has not said how secrets are kept', () => {
  const undecidedYet = fail({ code: 'vault-undecided' });
  const practice = aProfile({ id: PRACTICE_ID, host: '127.0.0.1' });
  beforeEach(() => {
    the.lock = { header: null, key: null };
    the.undecided = true;
    the.store = the.open([a, practice]);
  });

  it('no new secret is saved, and what is there can be used', () => {
    expect(the.store.get('a')).toEqual(ok(a));
    expect([
      the.store.save(null, draftOf(a)),
      the.store.save('a', draftOf(a)),
      the.store.duplicate('a', (n) => n),
    ]).toEqual(Array(3).fill(undecidedYet));
    expect(the.written).toEqual([]);
    expect(the.store.delete('a')).toEqual(ok(null));
  });

  it('the practice profile can be changed, but not into a real one', () => {
    expect(the.store.save(PRACTICE_ID, { ...draftOf(practice), sequence: [...steps('1 2')] })).toEqual(ok(PRACTICE_ID));
    expect(the.store.save(PRACTICE_ID, { ...draftOf(practice), host: 'web.example.org' })).toEqual(undecidedYet);
  });
});
