import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** AES-256-GCM: a key of 32 bytes, a nonce of 12 that is never used twice, a tag of 16. */
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key for {@link seal}, made by chance. */
export function newKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/**
 * Seals a text: base64 of nonce, ciphertext and tag.
 *
 * @param place what the text belongs to: sealed for one place, it cannot be opened as another's
 */
export function seal(key: Buffer, place: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** The text again; `null` for another key, another place, or bytes that were changed. */
export function unseal(key: Buffer, place: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (key.length !== KEY_BYTES || bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const parts = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
    return Buffer.concat(parts).toString('utf8');
  } catch {
    return null;
  }
}
