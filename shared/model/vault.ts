/** How the secrets of the profiles are kept on disk: see `electron/profiles/vault.ts`. */
export const VAULT_MODES = ['keychain', 'passphrase', 'readable'] as const;
export type VaultMode = (typeof VAULT_MODES)[number];

/** Why the secrets cannot be read. */
export type LockReason =
  /** It was not said yet in this run of the app. */
  | 'passphrase'
  /** There is no keychain now, or only one that protects nothing. */
  | 'keychain-absent'
  /** There is one, but the key that it gives is not the one the secrets were sealed with. */
  | 'keychain-changed'
  /** It has not answered yet: perhaps it waits for its own password. */
  | 'keychain-silent';

/** The vault as the window sees it. */
export interface VaultView {
  /** `null`: nobody has chosen yet, and nothing secret has been saved. */
  readonly mode: VaultMode | null;
  readonly state: 'opening' | 'open' | 'locked';
  /** Only when locked. */
  readonly reason: LockReason | null;
  /** The keychain's name, where it is in use. */
  readonly backend: string | null;
  /** What can be chosen on this computer, the best first. */
  readonly choices: readonly VaultMode[];
}

/** A passphrase is at least this long (characters). */
export const MIN_PASSPHRASE = 8;

/** Whether the person has to choose before a secret can be saved. */
export function mustChoose({ mode, state, choices }: VaultView): boolean {
  return state === 'open' && (mode === null || !choices.includes(mode));
}
