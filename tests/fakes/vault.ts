import type { Keychain } from '../../electron/profiles/keychain.ts';
import { newKey, seal, unseal } from '../../electron/profiles/sealing.ts';
import type { Lock } from '../../electron/profiles/vault.ts';
import type { VaultView } from '../../shared/model/vault.ts';

/** A vault that is no matter: the keychain's, and open. */
export const OPEN_VAULT: VaultView = {
  mode: 'keychain',
  state: 'open',
  reason: null,
  backend: 'gnome_libsecret',
  choices: ['keychain', 'passphrase', 'readable'],
};

/** A lock that really seals. */
export function aLock(): Lock {
  const sealedKey = newKey().toString('base64');
  return { header: { mode: 'keychain', backend: 'gnome_libsecret', key: sealedKey, check: 'Y2hlY2s=' }, key: newKey() };
}

/** Where nothing seals. */
export const READABLE: Lock = { header: { mode: 'readable' }, key: null };

/** A keychain in memory that really seals, and can be locked, lost and changed as a real one can. */
export class FakeKeychain implements Keychain {
  name: string | null = 'gnome_libsecret';
  renew = false;
  /** Answers wait for this. */
  answer: Promise<void> = Promise.resolve();
  #key = newKey();

  /** Another login keyring: what was sealed cannot be had any more. */
  change(): void {
    this.#key = newKey();
  }

  readonly backend = async (): Promise<string | null> => {
    await this.answer;
    return this.name;
  };

  readonly seal = async (text: string): Promise<string> => {
    if (this.name === null) throw new Error('locked');
    return seal(this.#key, 'keychain', text);
  };

  readonly unseal = async (sealed: string) => {
    const text = this.name === null ? null : unseal(this.#key, 'keychain', sealed);
    if (text === null) throw new Error('Error while decrypting');
    return { text, renew: this.renew };
  };
}
