import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../electron/profiles/entry.ts';
import { merge } from '../../../electron/profiles/merge.ts';
import { FILE_VERSION, type ProfileFile } from '../../../electron/profiles/profile-file.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { stored } from './stored.ts';

const one = (id: string, name = id): Entry => stored(aProfile({ id, name }));
const file = (profiles: readonly Entry[], deleted: readonly Entry[] = []): ProfileFile => ({
  version: FILE_VERSION,
  vault: null,
  profiles,
  deleted: deleted.map((entry) => ({ entry, index: 0 })),
});
const names = (merged: ProfileFile) => merged.profiles.map(({ profile }) => profile.name).join(' ');

const [a, b, c] = [one('a'), one('b'), one('c')];
const known = file([a, b]);

describe('two changes of one file', () => {
  it.each<readonly [what: string, ours: ProfileFile, theirs: ProfileFile, merged: string, conflict: boolean]>([
    ['both added', file([a, b, c]), file([a, b, one('d')]), 'a b c d', false],
    ['both changed another one', file([one('a', 'A'), b]), file([a, one('b', 'B')]), 'A B', false],
    ['both changed alike', file([one('a', 'A'), b]), file([one('a', 'A'), b]), 'A b', false],
    ['both changed one: ours stands', file([one('a', 'A'), b]), file([one('a', 'Z'), b]), 'A b', true],
    ['they deleted one', file([a, b, c]), file([a], [b]), 'a c', false],
    ['we deleted one', file([a], [b]), file([a, b, c]), 'a c', false],
    ['they deleted what we changed', file([a, one('b', 'B')]), file([a], [b]), 'a B', false],
    ['we deleted what they changed', file([a], [b]), file([a, one('b', 'B')]), 'a B', false],
    ['we moved one, they changed it', file([b, a]), file([one('a', 'A'), b]), 'b A', false],
  ])('%s', (_what, ours, theirs, merged, conflict) => {
    const result = merge(known, ours, theirs);
    expect([names(result.file), result.conflict]).toEqual([merged, conflict]);
  });

  it('what was deleted can be brought back, wherever it was deleted', () => {
    const { file: merged } = merge(file([a, b, c]), file([b, c], [a]), file([a, c], [b]));
    expect(names(merged)).toBe('c');
    expect(merged.deleted.map(({ entry }) => entry.profile.id).sort()).toEqual(['a', 'b']);
  });

  it('never lose what only one of them added or changed', () => {
    const ids = fc.uniqueArray(
      fc.integer({ min: 0, max: 20 }).map((n) => `p${n}`),
      { maxLength: 12 },
    );
    const change = fc.tuple(ids, ids);
    fc.assert(
      fc.property(ids, change, change, (base, [ourNew, ourEdits], [theirNew, theirEdits]) => {
        const edit = (added: readonly string[], edited: readonly string[], who: string) =>
          file([
            ...base.map((id) => one(id, edited.includes(id) ? `${id}-${who}` : id)),
            ...added.filter((id) => !base.includes(id)).map((id) => one(`${who}-${id}`)),
          ]);
        const ours = edit(ourNew, ourEdits, 'we');
        const theirs = edit(theirNew, theirEdits, 'they');
        const merged = merge(file(base.map((id) => one(id))), ours, theirs);
        const all = new Set(names(merged.file).split(' '));
        for (const { profile } of ours.profiles) if (profile.name.includes('we')) expect(all).toContain(profile.name);
        for (const { profile } of theirs.profiles) {
          if (profile.name.includes('they')) expect(all.has(profile.name) || merged.conflict).toBe(true);
        }
      }),
    );
  });
});
