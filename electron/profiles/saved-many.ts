import { breath, type Steps } from '../../shared/formats/steps.ts';
import { isSameList } from '../../shared/model/one-time.ts';
import type { Profile, ProfileDraft } from '../../shared/model/profile.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Entry, lineOf, profileOf } from './entry.ts';
import type { Lock } from './vault.ts';

/** A profile to save among many; `id: null`: a new one. */
export interface SavedDraft {
  readonly id: string | null;
  readonly draft: ProfileDraft;
}

/** What one change to many profiles did, so that it can be taken back. */
export interface SavedMany {
  readonly added: readonly string[];
  /** Profiles before and after; who has been edited since stays as edited. */
  readonly replaced: readonly { readonly before: Profile; readonly after: Profile }[];
}

/** What a change of many makes of a profile; `before: null`: it is new. */
export interface Made {
  readonly before: Profile | null;
  readonly after: Profile;
  readonly entry: Entry;
}

/** What the making needs of the store, which may change from one step to the next. */
export interface Maker {
  readonly lock: () => Lock | null;
  readonly there: () => ReadonlyMap<string, Entry>;
  readonly seal: (profile: Profile) => Result<Entry>;
  readonly newId: () => string;
}

/**
 * Seals many profiles and writes them out, step by step. Nothing is saved here. The last step is done at once: what was
 * changed in between, or under another lock, is made anew in it, so that its answer fits the store as it then is.
 */
export function* makeMany(changes: readonly SavedDraft[], maker: Maker): Steps<Result<readonly Made[]>> {
  const lock = maker.lock();
  const there = maker.there();
  const made: Made[] = [];
  for (const [at, change] of changes.entries()) {
    yield* breath('saving', at, changes.length);
    const one = make(change, there, maker);
    if (!one.ok) return one;
    // Kept, so that it is not written out in the last step.
    lineOf(one.value.entry);
    made.push(one.value);
  }
  const now = maker.there();
  for (const [at, change] of changes.entries()) {
    const { id } = change;
    if (maker.lock() === lock && (id === null || now.get(id) === there.get(id))) continue;
    const again = make(change, now, maker);
    if (!again.ok) return again;
    made[at] = again.value;
  }
  return ok(made);
}

/** What a change of many has to remember to be taken back. */
export function savedOf(made: readonly Made[]): SavedMany {
  return {
    added: made.flatMap(({ before, after }) => (before === null ? [after.id] : [])),
    replaced: made.flatMap(({ before, after }) => (before === null ? [] : [{ before, after }])),
  };
}

/** The list with these entries in the place of the old ones, or at its end, and without those that are `removed`. */
export function withMany(
  profiles: readonly Entry[],
  put: readonly Entry[],
  removed: ReadonlySet<string> = new Set(),
): Entry[] {
  const rest = new Map(put.map((entry) => [entry.profile.id, entry]));
  const kept = profiles
    .filter(({ profile }) => !removed.has(profile.id))
    .map((entry) => {
      const replaced = rest.get(entry.profile.id);
      rest.delete(entry.profile.id);
      return replaced ?? entry;
    });
  return [...kept, ...rest.values()];
}

/** Every profile that can be read under this lock, secrets included. */
export function* readMany(entries: readonly Entry[], lock: Lock): Steps<readonly Profile[]> {
  const read: Profile[] = [];
  for (const [at, entry] of entries.entries()) {
    yield* breath('comparing', at, entries.length);
    const profile = profileOf(entry, lock);
    if (profile.ok) read.push(profile.value);
  }
  return read;
}

/** The entries as they were before; without those that have been edited since. */
export function entriesBefore({ replaced }: SavedMany, { lock, there, seal }: Maker): Result<readonly Entry[]> {
  const now = there();
  const entries: Entry[] = [];
  for (const { before, after } of replaced) {
    const known = now.get(after.id);
    const profile = known === undefined ? null : profileOf(known, lock());
    if (!profile?.ok || asSaved(profile.value) !== asSaved(after)) continue;
    const entry = seal(before);
    if (!entry.ok) return entry;
    entries.push(entry.value);
  }
  return ok(entries);
}

/** Whether what is known of the old door still holds for the new draft. */
export function sameDoor(profile: Profile, draft: ProfileDraft): boolean {
  const what = ({ host, door, sequence }: ProfileDraft) => JSON.stringify([host, door.port, sequence]);
  return what(profile) === what(draft) && isSameList(profile.oneTime, draft.oneTime);
}

function make({ id, draft }: SavedDraft, there: ReadonlyMap<string, Entry>, maker: Maker): Result<Made> {
  if (id === null) return sealed(null, { ...draft, id: maker.newId(), doorSeenAt: null }, maker);
  const known = there.get(id);
  if (known === undefined) return fail({ code: 'profile-unknown' });
  const before = profileOf(known, maker.lock());
  if (!before.ok) return before;
  const doorSeenAt = sameDoor(before.value, draft) ? before.value.doorSeenAt : null;
  return sealed(before.value, { ...before.value, ...draft, doorSeenAt }, maker);
}

function sealed(before: Profile | null, after: Profile, { seal }: Maker): Result<Made> {
  const entry = seal(after);
  return entry.ok ? ok({ before, after, entry: entry.value }) : entry;
}

/** That the door was seen open meanwhile is no edit. */
function asSaved(profile: Profile): string {
  return JSON.stringify({ ...profile, doorSeenAt: 0 });
}
