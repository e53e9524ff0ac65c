import { describe, expect, it, vi } from 'vitest';
import type { Keychain } from '../../../electron/profiles/keychain.ts';
import { newKey, seal, unseal } from '../../../electron/profiles/sealing.ts';

vi.mock('electron', () => ({ safeStorage: {} }));
const { asyncKeychain, syncKeychain } = await import('../../../electron/system/cipher.ts');

interface Store {
  available: boolean;
  backend: 'basic_text' | 'gnome_libsecret' | 'kwallet6' | 'unknown';
  /** As Chromium marks what it sealed: `v11` by a keyring, `v10` by the password that everybody knows. */
  prefix: 'v10' | 'v11';
  renew: boolean;
}

/** Electron's store over a key in memory; like Electron's, its calls need their object. */
class FakeStorage {
  readonly store: Store = { available: true, backend: 'gnome_libsecret', prefix: 'v11', renew: false };
  readonly #key = newKey();

  getSelectedStorageBackend() {
    return this.store.backend;
  }
  isEncryptionAvailable() {
    return this.store.available;
  }
  encryptString(text: string) {
    if (!this.store.available) throw new Error('Encryption is not available.');
    return Buffer.concat([Buffer.from(this.store.prefix), Buffer.from(seal(this.#key, '', text), 'base64')]);
  }
  decryptString(sealed: Buffer) {
    const text = unseal(this.#key, '', sealed.subarray(3).toString('base64'));
    if (text === null || !this.store.available) throw new Error('Error while decrypting the ciphertext.');
    return text;
  }
  async isAsyncEncryptionAvailable() {
    return this.isEncryptionAvailable();
  }
  async encryptStringAsync(text: string) {
    return this.encryptString(text);
  }
  async decryptStringAsync(sealed: Buffer) {
    return { result: this.decryptString(sealed), shouldReEncrypt: this.store.renew };
  }
}

/** What the vault counts on, whichever calls are behind it. */
describe.each<readonly [name: string, make: (storage: FakeStorage, platform: NodeJS.Platform) => Keychain]>([
  ['asynchronous calls', asyncKeychain],
  ['synchronous calls', syncKeychain],
])('the keychain by %s', (_name, make) => {
  it('gives back what it sealed, as base64 without a trace of it', async () => {
    const keychain = make(new FakeStorage(), 'linux');
    const sealed = await keychain.seal('open sesame 🚪');
    expect(sealed).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(await keychain.unseal(sealed)).toEqual({ text: 'open sesame 🚪', renew: false });
  });

  it.each([
    ['linux', 'gnome_libsecret'],
    ['darwin', 'keychain'],
    ['win32', 'dpapi'],
  ] as const)('names what protects on %s', async (platform, name) => {
    const storage = new FakeStorage();
    // Only on Linux does this prefix mean that nothing is protected.
    if (platform !== 'linux') storage.store.prefix = 'v10';
    expect(await make(storage, platform).backend()).toBe(name);
  });

  it.each<readonly [what: string, store: Partial<Store>]>([
    ['a store that is not available', { available: false }],
    ['basic_text', { backend: 'basic_text' }],
    ['unknown', { backend: 'unknown' }],
    ['a keyring in name only, whose seal everybody can open', { prefix: 'v10' }],
  ])('counts %s as none', async (_what, change) => {
    const storage = new FakeStorage();
    Object.assign(storage.store, change);
    expect(await make(storage, 'linux').backend()).toBeNull();
  });

  it('rejects what it cannot open', async () => {
    const keychain = make(new FakeStorage(), 'linux');
    const other = await make(new FakeStorage(), 'linux').seal('x');
    await expect(keychain.unseal(other)).rejects.toThrow('decrypting');
    await expect(keychain.unseal('')).rejects.toThrow();
  });

  it('rejects what a locked store cannot seal', async () => {
    const storage = new FakeStorage();
    storage.store.available = false;
    await expect(make(storage, 'linux').seal('x')).rejects.toThrow('not available');
  });
});

it('a newer key of the system is passed on', async () => {
  const storage = new FakeStorage();
  storage.store.renew = true;
  const keychain = asyncKeychain(storage, 'linux');
  expect(await keychain.unseal(await keychain.seal('x'))).toEqual({ text: 'x', renew: true });
});
