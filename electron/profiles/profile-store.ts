import { PRACTICE_ID, type Profile, type ProfileDraft } from '../../shared/model/profile.ts';
import { fail, ok, type Problem, type Result } from '../../shared/result.ts';
import { type DeletedProfile, FILE_VERSION, type ProfileFile } from './profile-file.ts';

/** How many deletions can be undone. */
const MAX_DELETED = 50;

export interface ProfileStoreDeps {
  /** Puts the whole file on disk, atomically; answers with the problem when it could not. */
  readonly write: (file: ProfileFile) => Problem | null;
  readonly newId: () => string;
  /** Called after every change that is on disk. */
  readonly onChange: (profiles: readonly Profile[]) => void;
}

/** The saved profiles. Every change is written first: what could not be written did not happen. */
export class ProfileStore {
  readonly #deps: ProfileStoreDeps;
  #file: ProfileFile;

  constructor(file: ProfileFile, deps: ProfileStoreDeps) {
    this.#file = file;
    this.#deps = deps;
  }

  get profiles(): readonly Profile[] {
    return this.#file.profiles;
  }

  get(id: string): Result<Profile> {
    const profile = this.profiles.find((one) => one.id === id);
    return profile === undefined ? fail({ code: 'profile-unknown' }) : ok(profile);
  }

  /** Creates (`id: null`) or replaces a profile; answers with its id. */
  save(id: string | null, draft: ProfileDraft): Result<string> {
    if (id === null) {
      const profile = { ...draft, id: this.#deps.newId(), doorSeenAt: null };
      return this.#commit({ profiles: [...this.profiles, profile] }, profile.id);
    }
    const found = this.get(id);
    if (!found.ok) return found;
    const doorSeenAt = sameDoor(found.value, draft) ? found.value.doorSeenAt : null;
    return this.#replace({ ...draft, id, doorSeenAt });
  }

  /** Puts a copy named `name` right behind the original. */
  duplicate(id: string, name: (original: string) => string): Result<string> {
    const found = this.get(id);
    if (!found.ok) return found;
    const index = this.profiles.indexOf(found.value);
    const copy = { ...found.value, id: this.#deps.newId(), name: shortened(name(found.value.name)) };
    return this.#commit({ profiles: this.profiles.toSpliced(index + 1, 0, copy) }, copy.id);
  }

  delete(id: string): Result<null> {
    const found = this.get(id);
    if (!found.ok) return found;
    const index = this.profiles.indexOf(found.value);
    const gone: DeletedProfile = { profile: found.value, index };
    const deleted = [...this.#file.deleted.filter(({ profile }) => profile.id !== id), gone].slice(-MAX_DELETED);
    return this.#commit({ profiles: this.profiles.toSpliced(index, 1), deleted }, null);
  }

  /** Brings a deleted profile back to where it stood. */
  restore(id: string): Result<null> {
    const gone = this.#file.deleted.find(({ profile }) => profile.id === id);
    if (gone === undefined) return fail({ code: 'profile-unknown' });
    if (this.get(id).ok) return ok(null);
    const profiles = this.profiles.toSpliced(Math.min(gone.index, this.profiles.length), 0, gone.profile);
    return this.#commit({ profiles, deleted: this.#file.deleted.filter((one) => one !== gone) }, null);
  }

  setFavourite(id: string, favourite: boolean): Result<null> {
    const found = this.get(id);
    if (!found.ok) return found;
    const saved = this.#replace({ ...found.value, favourite });
    return saved.ok ? ok(null) : saved;
  }

  /**
   * Remembers that the door of `knocked` was seen open for the first time, unless the profile has been edited to another
   * door meanwhile. A write that fails costs nothing but that memory.
   */
  noteDoorSeen(knocked: Profile, at: number): void {
    const found = this.get(knocked.id);
    if (!found.ok || found.value.doorSeenAt !== null || !sameDoor(found.value, knocked)) return;
    this.#replace({ ...found.value, doorSeenAt: at });
  }

  /** Lets the practice profile follow its server to other ports. */
  movePractice(address: Pick<Profile, 'sequence' | 'closeSequence' | 'door'>): Result<Profile> {
    const found = this.get(PRACTICE_ID);
    if (!found.ok || found.value.door.port === address.door.port) return found;
    const moved = { ...found.value, ...address };
    const saved = this.#replace(moved);
    return saved.ok ? ok(moved) : saved;
  }

  #replace(profile: Profile): Result<string> {
    const profiles = this.profiles.map((one) => (one.id === profile.id ? profile : one));
    return this.#commit({ profiles }, profile.id);
  }

  #commit<T>(change: Partial<Omit<ProfileFile, 'version'>>, answer: T): Result<T> {
    const next: ProfileFile = { ...this.#file, ...change, version: FILE_VERSION };
    const problem = this.#deps.write(next);
    if (problem !== null) return fail(problem);
    this.#file = next;
    this.#deps.onChange(next.profiles);
    return ok(answer);
  }
}

/** A name within its bounds, cut neither through a character of two code units nor behind a space. */
function shortened(name: string): string {
  return name
    .slice(0, 100)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}

/** Whether what is known of the old door still holds for the new draft. */
function sameDoor(profile: Profile, draft: ProfileDraft): boolean {
  const what = ({ host, door, sequence }: ProfileDraft) => JSON.stringify([host, door.port, sequence]);
  return what(profile) === what(draft);
}
