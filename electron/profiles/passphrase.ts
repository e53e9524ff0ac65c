import { randomBytes, scrypt } from 'node:crypto';
import { newKey, seal, unseal } from './sealing.ts';
import type { PassphraseHeader, ScryptParams } from './vault-header.ts';

/** OWASP's first choice for scrypt: 128 MiB of memory and a few tenths of a second for every guess. */
const COST = { n: 2 ** 17, r: 8, p: 1 } as const;
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const PLACE = 'toctoc:key';

/**
 * A new key for a file, and the header that gives it back to whoever knows the passphrase.
 *
 * @param cost for tests: guessing costs nothing there
 */
export async function lockWith(
  passphrase: string,
  cost: Pick<ScryptParams, 'n' | 'r' | 'p'> = COST,
): Promise<{ header: PassphraseHeader; key: Buffer }> {
  const params: ScryptParams = { ...cost, salt: randomBytes(SALT_BYTES).toString('base64') };
  const key = newKey();
  const sealed = seal(await derive(passphrase, params), PLACE, key.toString('base64'));
  return { header: { mode: 'passphrase', scrypt: params, key: sealed }, key };
}

/** The file's key; `null`: the passphrase is wrong. */
export async function unlockWith(passphrase: string, header: PassphraseHeader): Promise<Buffer | null> {
  const text = unseal(await derive(passphrase, header.scrypt), PLACE, header.key);
  return text === null ? null : Buffer.from(text, 'base64');
}

/** Normalised: macOS and Windows compose the accents of one keyboard's letters differently. */
function derive(passphrase: string, { n, r, p, salt }: ScryptParams): Promise<Buffer> {
  const options = { N: n, r, p, maxmem: 128 * n * r + 2 ** 20 * p };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), KEY_BYTES, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
