import { type DeletedEntry, type Entry, lineOf } from './entry.ts';
import type { ProfileFile } from './profile-file.ts';

/** What has become of two changes. */
export interface Merged {
  readonly file: ProfileFile;
  /** Both had changed the same profile: ours stands, and theirs is only in their file. */
  readonly conflict: boolean;
}

/**
 * Two changes of one file as one: profile by profile, who changed it wins. Order and seal are ours; what they added comes
 * last.
 *
 * @param known what both began with
 */
export function merge(known: ProfileFile, ours: ProfileFile, theirs: ProfileFile): Merged {
  const before = byId(known.profiles);
  const here = byId(ours.profiles);
  const there = byId(theirs.profiles);
  let conflict = false;
  const pick = (id: string): Entry | undefined => {
    const [was, mine, other] = [before.get(id), here.get(id), there.get(id)];
    if (same(mine, other) || same(was, other)) return mine;
    if (same(was, mine)) return other;
    // One deleted what the other changed: the change is worth more than the deletion.
    if (mine === undefined || other === undefined) return mine ?? other;
    conflict = true;
    return mine;
  };
  const ids = new Set([...here.keys(), ...there.keys()]);
  const profiles = [...ids].map(pick).filter((entry) => entry !== undefined);
  const alive = byId(profiles);
  const deleted = new Map<string, DeletedEntry>();
  for (const one of [...theirs.deleted, ...ours.deleted]) deleted.set(one.entry.profile.id, one);
  const kept = [...deleted.values()].filter(({ entry: { profile } }) => !alive.has(profile.id));
  return { file: { ...ours, profiles, deleted: kept }, conflict };
}

function byId(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.profile.id, entry]));
}

function same(a: Entry | undefined, b: Entry | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && lineOf(a).equals(lineOf(b)));
}
