import * as v from 'valibot';
import { finish, type Steps } from '../../shared/formats/steps.ts';
import { LaunchSchema } from '../../shared/model/launch.ts';
import { isSameList } from '../../shared/model/one-time.ts';
import {
  PRACTICE_ID,
  type Profile,
  type ProfileChange,
  type ProfileDraft,
  type ProfileSummary,
  summarise,
} from '../../shared/model/profile.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type DeletedEntry, type Entry, entryOf, isNoSecret, profileOf, relocked, withPublic } from './entry.ts';
import { FILE_VERSION, type ProfileFile } from './profile-file.ts';
import {
  entriesBefore,
  type Maker,
  makeMany,
  readMany,
  type SavedDraft,
  type SavedMany,
  sameDoor,
  savedOf,
  withMany,
} from './saved-many.ts';
import type { Lock } from './vault.ts';
import { sameHeader } from './vault-header.ts';

/** How many deletions can be undone. */
const MAX_DELETED = 50;

export interface ProfileStoreDeps {
  /**
   * Puts the whole file on disk, atomically, in place of the one that is known to be there. Answers with what is there
   * then: another process may have changed it too.
   */
  readonly write: (next: ProfileFile, known: ProfileFile) => Result<ProfileFile>;
  /** What is on disk, if another process has changed it since. */
  readonly refresh: (known: ProfileFile) => Result<ProfileFile>;
  /** Whether the person has yet to say how secrets are to be kept: until then no new one is. */
  readonly mustChoose: () => boolean;
  /** What secrets are sealed with; `null` while the vault is locked: then nothing is written. */
  readonly lock: () => Lock | null;
  readonly newId: () => string;
  /** Called after every change that is on disk. */
  readonly onChange: (profiles: readonly ProfileSummary[]) => void;
}

type Change = Partial<Pick<ProfileFile, 'profiles' | 'deleted'>>;

/** The saved profiles. Every change is written first: what could not be written did not happen. */
export class ProfileStore {
  readonly #deps: ProfileStoreDeps;
  readonly #maker: Maker;
  #file: ProfileFile;

  constructor(file: ProfileFile, deps: ProfileStoreDeps) {
    this.#deps = deps;
    this.#file = file;
    this.#maker = {
      lock: deps.lock,
      there: () => new Map(this.#file.profiles.map((entry) => [entry.profile.id, entry])),
      seal: (profile) => this.#sealed(profile),
      newId: deps.newId,
    };
  }

  /** What can be listed of every profile, locked or not. */
  get summaries(): readonly ProfileSummary[] {
    return this.#file.profiles.map(summaryOf);
  }

  /** The whole profile, secrets included; `vault-locked` while they cannot be had. */
  get(id: string): Result<Profile> {
    const entry = this.#find(id);
    return entry === undefined ? fail({ code: 'profile-unknown' }) : profileOf(entry, this.#deps.lock());
  }

  /** Creates (`id: null`) or replaces a profile; answers with its id. */
  save(id: string | null, draft: ProfileDraft): Result<string> {
    if (id === null) {
      const profile: Profile = { ...draft, id: this.#deps.newId(), doorSeenAt: null };
      return this.#insert(profile, this.#file.profiles.length);
    }
    const found = this.get(id);
    if (!found.ok) return found;
    const doorSeenAt = sameDoor(found.value, draft) ? found.value.doorSeenAt : null;
    return this.#replaceBy({ ...draft, id, doorSeenAt });
  }

  /** Every profile that can be read, secrets included; fails while they cannot be had. */
  all(): Result<readonly Profile[]> {
    return finish(this.allInSteps());
  }

  /** The same, for who cannot let thousands be unsealed at a stretch. */
  *allInSteps(): Steps<Result<readonly Profile[]>> {
    const lock = this.#deps.lock();
    return lock === null ? fail({ code: 'vault-locked' }) : ok(yield* readMany(this.#file.profiles, lock));
  }

  /**
   * Creates (`id: null`) and replaces many profiles as one change: all of them, or none. Sealing them takes its time;
   * nothing has changed before the last step, and whoever stops before it has changed nothing.
   */
  *saveMany(changes: readonly SavedDraft[]): Steps<Result<SavedMany>> {
    const made = yield* makeMany(changes, this.#maker);
    if (!made.ok) return made;
    const entries = made.value.map(({ entry }) => entry);
    return this.#commit({ profiles: withMany(this.#file.profiles, entries) }, savedOf(made.value));
  }

  /** Takes such a change back. What has been edited since then stays as it was edited. */
  revert(saved: SavedMany): Result<null> {
    const entries = entriesBefore(saved, this.#maker);
    if (!entries.ok) return entries;
    return this.#commit({ profiles: withMany(this.#file.profiles, entries.value, new Set(saved.added)) }, null);
  }

  /** Puts a copy named `name` right behind the original. */
  duplicate(id: string, name: (original: string) => string): Result<string> {
    const found = this.get(id);
    if (!found.ok) return found;
    const copy = { ...found.value, id: this.#deps.newId(), name: shortened(name(found.value.name)) };
    return this.#insert(copy, this.#indexOf(id) + 1);
  }

  delete(id: string): Result<null> {
    const entry = this.#find(id);
    if (entry === undefined) return fail({ code: 'profile-unknown' });
    const index = this.#indexOf(id);
    const gone: DeletedEntry = { entry, index };
    const deleted = [...this.#file.deleted.filter((one) => one.entry.profile.id !== id), gone].slice(-MAX_DELETED);
    return this.#commit({ profiles: this.#file.profiles.toSpliced(index, 1), deleted }, null);
  }

  /** Brings a deleted profile back to where it stood. */
  restore(id: string): Result<null> {
    const gone = this.#file.deleted.find(({ entry }) => entry.profile.id === id);
    if (gone === undefined) return fail({ code: 'profile-unknown' });
    const { profiles, deleted } = this.#file;
    if (this.#find(id) !== undefined) return ok(null);
    const back = profiles.toSpliced(Math.min(gone.index, profiles.length), 0, gone.entry);
    return this.#commit({ profiles: back, deleted: deleted.filter((one) => one !== gone) }, null);
  }

  /** Changes parts of several profiles in one write; ids that are gone are passed over. */
  change(changes: readonly ProfileChange[]): Result<null> {
    const byId = new Map(changes.map((change) => [change.id, change]));
    const profiles = this.#file.profiles.map((entry) => {
      const change = byId.get(entry.profile.id);
      return change === undefined ? entry : withPublic(entry, changed(entry.profile, change));
    });
    return this.#commit({ profiles }, null);
  }

  setFavourite(id: string, favourite: boolean): Result<null> {
    const entry = this.#find(id);
    if (entry === undefined) return fail({ code: 'profile-unknown' });
    const saved = this.#replace(withPublic(entry, { favourite }));
    return saved.ok ? ok(null) : saved;
  }

  /**
   * Remembers that the door of `knocked` was seen open for the first time, unless the profile has been edited to another
   * door meanwhile. A write that fails costs nothing but that memory.
   *
   * @param usedLine the line of its one-time list that opened it: the next one is the one behind
   */
  noteDoorSeen(knocked: Profile, at: number, usedLine: number | null = null): void {
    if (usedLine !== null) this.#moveOn(knocked, usedLine + 1);
    const entry = this.#find(knocked.id);
    const found = this.get(knocked.id);
    if (entry === undefined || !found.ok || found.value.doorSeenAt !== null || !sameDoor(found.value, knocked)) return;
    this.#replace(withPublic(entry, { doorSeenAt: at }));
  }

  /** Lets the practice profile follow its server to other ports; while the vault is locked only until the app ends. */
  movePractice(address: Pick<Profile, 'sequence' | 'closeSequence' | 'door'>): Result<Profile> {
    const found = this.get(PRACTICE_ID);
    if (!found.ok || found.value.door.port === address.door.port) return found;
    const moved = { ...found.value, ...address };
    const saved = this.#deps.lock() === null ? ok(null) : this.#replaceBy(moved);
    return saved.ok ? ok(moved) : saved;
  }

  /** Writes everything anew under another lock; what is in force changes only when that is on disk. */
  relock(to: Lock): Result<null> {
    const from = this.#deps.lock();
    if (from === null) return fail({ code: 'vault-locked' });
    // Under another key nothing can be merged any more: what another process wrote is taken over before.
    const now = this.#deps.refresh(this.#file);
    if (!now.ok) return now;
    this.#file = now.value;
    return this.#write(this.#relocked(this.#file, from, to), null);
  }

  /** Goes on with the content of another file. */
  reset(file: ProfileFile): void {
    this.#file = file;
    this.#deps.onChange(this.summaries);
  }

  /** A list that was replaced meanwhile stays where it is. */
  #moveOn(knocked: Profile, position: number): void {
    const found = this.get(knocked.id);
    if (!found.ok || found.value.oneTime === null || !isSameList(found.value.oneTime, knocked.oneTime)) return;
    this.#replaceBy({ ...found.value, oneTime: { ...found.value.oneTime, position } });
  }

  #find(id: string): Entry | undefined {
    return this.#file.profiles.find(({ profile }) => profile.id === id);
  }

  #indexOf(id: string): number {
    return this.#file.profiles.findIndex(({ profile }) => profile.id === id);
  }

  #insert(profile: Profile, index: number): Result<string> {
    const entry = this.#sealed(profile);
    return entry.ok
      ? this.#commit({ profiles: this.#file.profiles.toSpliced(index, 0, entry.value) }, profile.id)
      : entry;
  }

  #replaceBy(profile: Profile): Result<string> {
    const entry = this.#sealed(profile);
    return entry.ok ? this.#replace(entry.value) : entry;
  }

  /** The way of every secret into the file. */
  #sealed(profile: Profile): Result<Entry> {
    const lock = this.#deps.lock();
    if (lock === null) return fail({ code: 'vault-locked' });
    if (this.#deps.mustChoose() && !isNoSecret(profile)) return fail({ code: 'vault-undecided' });
    return ok(entryOf(profile, lock));
  }

  #replace(entry: Entry): Result<string> {
    const { id } = entry.profile;
    const profiles = this.#file.profiles.map((one) => (one.profile.id === id ? entry : one));
    return this.#commit({ profiles }, id);
  }

  #commit<T>(change: Change, answer: T): Result<T> {
    const lock = this.#deps.lock();
    if (lock === null) return fail({ code: 'vault-locked' });
    const next = { ...this.#file, ...change };
    // The first write after a keychain was found, or gave a new key: what was readable is sealed.
    return this.#write(sameHeader(lock.header, this.#file.vault) ? next : this.#relocked(next, lock, lock), answer);
  }

  #relocked(file: ProfileFile, from: Lock, to: Lock): ProfileFile {
    const profiles = file.profiles.map((entry) => relocked(entry, from, to));
    const deleted = file.deleted.map((one) => ({ ...one, entry: relocked(one.entry, from, to) }));
    return { version: FILE_VERSION, vault: to.header, profiles, deleted };
  }

  #write<T>(next: ProfileFile, answer: T): Result<T> {
    const written = this.#deps.write(next, this.#file);
    if (!written.ok) return written;
    this.#file = written.value;
    this.#deps.onChange(this.summaries);
    return ok(answer);
  }
}

/** What a change makes of the public part; a launch that would not fit its fields stays as it was. */
function changed(profile: Entry['profile'], { gapMs, tags, launch }: ProfileChange) {
  const wanted = launch === undefined ? null : v.safeParse(LaunchSchema, { ...profile.launch, ...launch });
  return {
    ...(gapMs !== undefined && { gapMs }),
    ...(tags !== undefined && { tags }),
    ...(wanted?.success && { launch: wanted.output }),
  };
}

const summaries = new WeakMap<Entry, ProfileSummary>();

/** Kept, so that one change among thousands makes one summary. */
function summaryOf(entry: Entry): ProfileSummary {
  const summary = summaries.get(entry) ?? summarise(entry.profile);
  summaries.set(entry, summary);
  return summary;
}

/** A name within its bounds, cut neither through a character of two code units nor behind a space. */
function shortened(name: string): string {
  return name
    .slice(0, 100)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
