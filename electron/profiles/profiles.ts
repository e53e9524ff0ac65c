import type { VaultChoice } from '../../shared/ipc.ts';
import type { Notice } from '../../shared/model/app-state.ts';
import type { Profile, ProfileSummary } from '../../shared/model/profile.ts';
import { mustChoose, type VaultView } from '../../shared/model/vault.ts';
import { fail, ok, type Problem, type Result } from '../../shared/result.ts';
import { entryOf } from './entry.ts';
import type { Keychain } from './keychain.ts';
import { type DataFile, freshFile, notice, type OpenedProfiles, openProfiles } from './open-profiles.ts';
import { ProfileDisk } from './profile-disk.ts';
import { ProfileStore } from './profile-store.ts';
import { type Lock, Vault } from './vault.ts';

export interface ProfilesDeps {
  readonly data: DataFile;
  readonly keychain: Keychain;
  /** See `VaultDeps`. */
  readonly passphraseOnly: boolean;
  /** The profiles of a first run. */
  readonly seed: readonly Profile[];
  readonly newId: () => string;
  readonly onProfiles: (profiles: readonly ProfileSummary[]) => void;
  readonly onVault: (view: VaultView) => void;
  readonly onNotice: (notice: Notice) => void;
}

/** What can be done about the vault. */
export interface VaultDoor {
  readonly view: VaultView;
  /** What new secrets are sealed with; `null` while locked. */
  readonly lock: Lock | null;
  readonly open: () => Promise<void>;
  readonly settled: () => Promise<void>;
  readonly unlock: (passphrase: string | null) => Promise<Result<null>>;
  readonly choose: (choice: VaultChoice) => Promise<Result<null>>;
  readonly startOver: () => Promise<Result<null>>;
}

/** The saved profiles and the lock of their secrets. */
export interface Profiles extends Pick<OpenedProfiles, 'notices' | 'firstRun'> {
  readonly store: ProfileStore;
  readonly vault: VaultDoor;
}

/** The profiles, their file and their vault, put together. The vault is not opened yet. */
export function createProfiles(deps: ProfilesDeps): Profiles {
  const seed = () => deps.seed.map((profile) => entryOf(profile, null));
  const opened = openProfiles(deps.data, seed());
  let told = 0;
  const disk = new ProfileDisk(deps.data, (problem) => deps.onNotice(notice(problem, ++told)));
  const vault = new Vault(opened.file.vault, {
    keychain: deps.keychain,
    passphraseOnly: deps.passphraseOnly,
    onChange: deps.onVault,
    date: Date.now,
  });
  const store = new ProfileStore(opened.file, {
    write: opened.writable ? disk.write : () => fail(unwritable(opened.notices, deps.data.path)),
    refresh: disk.refresh,
    lock: () => vault.lock,
    mustChoose: () => mustChoose(vault.view),
    newId: deps.newId,
    onChange: deps.onProfiles,
  });
  return {
    store,
    notices: opened.notices,
    firstRun: opened.firstRun,
    vault: {
      get view() {
        return vault.view;
      },
      get lock() {
        return vault.lock;
      },
      open: () => vault.open(),
      settled: () => vault.settled(),
      unlock: (passphrase) => vault.unlock(passphrase),
      choose: async ({ mode, passphrase, current }) => {
        const forged = await vault.forge(mode, passphrase, current);
        if (!forged.ok) return forged;
        const written = store.relock(forged.value);
        if (written.ok) vault.adopt(forged.value);
        return written;
      },
      startOver: async () => {
        if (vault.view.state !== 'locked') return fail({ code: 'request-refused', params: { reason: 'not locked' } });
        try {
          deps.data.setAside('locked', 'move');
        } catch (error) {
          return fail({ code: 'file-unwritable', params: { file: deps.data.path, reason: String(error) } });
        }
        deps.data.read();
        store.reset(freshFile(seed()));
        await vault.restart(null);
        return ok(null);
      },
    },
  };
}

/** Why nothing is written: the notice that was shown at start says it best. */
function unwritable(notices: readonly Notice[], file: string): Problem {
  return notices[0]?.problem ?? { code: 'file-unwritable', params: { file, reason: '' } };
}
