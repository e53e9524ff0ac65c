/** The operating system's keychain, as the vault uses it. `electron/system/cipher.ts` has the real one. */
export interface Keychain {
  /**
   * The name of the keychain if it protects what it seals (`gnome_libsecret`, `kwallet6`, `keychain`, `dpapi` …),
   * `null` if there is none, or one that seals with a password that everybody knows.
   */
  readonly backend: () => Promise<string | null>;
  /** Seals a text: base64. Rejects when the keychain refuses. */
  readonly seal: (text: string) => Promise<string>;
  /**
   * The text again. Rejects when it cannot be had: locked, another user's, changed.
   * `renew`: the keychain has a newer key, and what was sealed should be sealed again.
   */
  readonly unseal: (sealed: string) => Promise<{ readonly text: string; readonly renew: boolean }>;
}
