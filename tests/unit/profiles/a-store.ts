import { beforeEach } from 'vitest';
import { entryOf } from '../../../electron/profiles/entry.ts';
import type { ProfileFile } from '../../../electron/profiles/profile-file.ts';
import { ProfileStore } from '../../../electron/profiles/profile-store.ts';
import type { Lock } from '../../../electron/profiles/vault.ts';
import type { Profile, ProfileDraft, ProfileSummary } from '../../../shared/model/profile.ts';
import { fail, ok, type Problem } from '../../../shared/result.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { aLock } from '../../fakes/vault.ts';

export const FULL: Problem = { code: 'file-unwritable', params: { file: 'profiles.json', reason: 'ENOSPC' } };
export const a = aProfile({ id: 'a', name: 'A', doorSeenAt: 7 });
export const b = aProfile({ id: 'b', name: 'B' });
export const c = aProfile({ id: 'c', name: 'C' });

export const draftOf = ({ id: _id, doorSeenAt: _seen, ...draft }: Profile): ProfileDraft => draft;
export const unknown = fail({ code: 'profile-unknown' });

/** A store of {@link a}, {@link b} and {@link c} for every test; what it finds around it, and what it does there. */
export class AStore {
  /** What it wrote, and what it told. */
  written: ProfileFile[] = [];
  changes: (readonly ProfileSummary[])[] = [];
  /** `null`: the vault is locked. */
  lock: Lock | null = null;
  /** The person has not said how secrets are kept. */
  undecided = false;
  /** Why nothing can be written. */
  problem: Problem | null = null;
  store: ProfileStore = this.open([]);

  constructor() {
    beforeEach(() => {
      Object.assign(this, { written: [], changes: [], problem: null, lock: aLock(), undecided: false });
      this.store = this.open([a, b, c]);
    });
  }

  open(profiles: readonly Profile[]): ProfileStore {
    const entries = profiles.map((profile) => entryOf(profile, this.lock));
    return this.openFile({ version: 2, vault: this.lock?.header ?? null, profiles: entries, deleted: [] });
  }

  openFile(file: ProfileFile): ProfileStore {
    let ids = 0;
    return new ProfileStore(file, {
      write: (file) => {
        if (this.problem !== null) return fail(this.problem);
        this.written.push(file);
        return ok(file);
      },
      refresh: ok,
      lock: () => this.lock,
      mustChoose: () => this.undecided,
      newId: () => `new-${++ids}`,
      onChange: (all) => this.changes.push(all),
    });
  }

  ids(): string {
    return this.store.summaries.map(({ id }) => id).join(' ');
  }

  /** Every profile, whole; `null` in the place of one that cannot be had. */
  all(): readonly (Profile | null)[] {
    return this.store.summaries.map(({ id }) => this.store.get(id)).map((one) => (one.ok ? one.value : null));
  }
}
