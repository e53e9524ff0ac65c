import { safeStorage } from 'electron';
import type { Keychain } from '../profiles/keychain.ts';

type Backend = ReturnType<typeof safeStorage.getSelectedStorageBackend>;

/** Electron's calls since 42: they wait for the keychain without holding up the window. */
export interface AsyncStorage {
  readonly isAsyncEncryptionAvailable: () => Promise<boolean> | boolean;
  readonly encryptStringAsync: (text: string) => Promise<Buffer>;
  readonly decryptStringAsync: (
    sealed: Buffer,
  ) => Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
  readonly getSelectedStorageBackend?: () => Backend;
}

/** Electron's calls before 42, which later ones still have. */
export interface SyncStorage {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (sealed: Buffer) => string;
  readonly getSelectedStorageBackend?: () => Backend;
}

/** Linux stores that seal with a password that stands in Chromium's source, or that are not known yet. */
const NO_PROTECTION: readonly Backend[] = ['basic_text', 'unknown'];
/**
 * On Linux (only there) this begins what was sealed with that password: also where a keyring was hoped for and did not
 * answer. See components/os_crypt in Chromium.
 */
const KNOWN_PASSWORD_PREFIX = 'v10';
const PROBE = 'toctoc';

/** The system's keychain by the best calls that this Electron has. Call it after `ready`. */
export function systemKeychain(platform: NodeJS.Platform = process.platform): Keychain {
  // Electron 33, which the types do not know, has no asynchronous calls.
  return 'encryptStringAsync' in safeStorage
    ? asyncKeychain(safeStorage, platform)
    : syncKeychain(safeStorage, platform);
}

/** By `safeStorage` of newer Electrons, which do not hold main up. */
export function asyncKeychain(storage: AsyncStorage, platform: NodeJS.Platform): Keychain {
  const seal = (text: string) => storage.encryptStringAsync(text);
  return {
    backend: async () => ((await storage.isAsyncEncryptionAvailable()) ? protecting(storage, seal, platform) : null),
    seal: async (text) => (await seal(text)).toString('base64'),
    unseal: async (sealed) => {
      const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(sealed, 'base64'));
      return { text: result, renew: shouldReEncrypt };
    },
  };
}

/** By `safeStorage` of older Electrons, which have only calls that wait. */
export function syncKeychain(storage: SyncStorage, platform: NodeJS.Platform): Keychain {
  const seal = async (text: string) => storage.encryptString(text);
  return {
    backend: async () => (storage.isEncryptionAvailable() ? protecting(storage, seal, platform) : null),
    seal: async (text) => (await seal(text)).toString('base64'),
    unseal: async (sealed) => ({ text: storage.decryptString(Buffer.from(sealed, 'base64')), renew: false }),
  };
}

/** The backend's name; `null` when what it seals is no secret. */
async function protecting(
  storage: Pick<SyncStorage, 'getSelectedStorageBackend'>,
  seal: (text: string) => Promise<Buffer>,
  platform: NodeJS.Platform,
): Promise<string | null> {
  if (platform === 'darwin') return 'keychain';
  if (platform === 'win32') return 'dpapi';
  const backend = storage.getSelectedStorageBackend?.() ?? 'unknown';
  if (NO_PROTECTION.includes(backend)) return null;
  return (await seal(PROBE)).toString('latin1').startsWith(KNOWN_PASSWORD_PREFIX) ? null : backend;
}
