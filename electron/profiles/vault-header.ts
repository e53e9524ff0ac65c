import * as v from 'valibot';

/** Bytes as base64. */
const Base64Schema = v.pipe(v.string(), v.base64(), v.maxLength(10_000));

/** Bounds that keep a made-up file from holding the app for hours; what we write is in `passphrase.ts`. */
const ScryptSchema = v.object({
  /** Cost: a power of two. */
  n: v.picklist([2 ** 14, 2 ** 15, 2 ** 16, 2 ** 17, 2 ** 18, 2 ** 19, 2 ** 20]),
  r: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16)),
  p: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)),
  salt: Base64Schema,
});
export type ScryptParams = v.InferOutput<typeof ScryptSchema>;

/**
 * How the secrets of a data file are sealed, as written in its head. The secrets are sealed with a random key of the
 * file's own; `key` is that key, sealed by the keychain or with the passphrase. `null`: nobody has chosen yet.
 */
export const HeaderSchema = v.nullable(
  v.variant('mode', [
    v.object({
      mode: v.literal('keychain'),
      /** The keychain's name: see `Keychain`. */
      backend: v.pipe(v.string(), v.maxLength(100)),
      key: Base64Schema,
      /** Something sealed with the file's key: not every keychain notices by itself that it gives a wrong one. */
      check: Base64Schema,
    }),
    v.object({ mode: v.literal('passphrase'), scrypt: ScryptSchema, key: Base64Schema }),
    v.object({ mode: v.literal('readable') }),
  ]),
);
export type Header = v.InferOutput<typeof HeaderSchema>;
/** Sealed with a key that the system's keychain seals. */
export type KeychainHeader = Extract<Header, { mode: 'keychain' }>;
/** Sealed with a key that a passphrase opens. */
export type PassphraseHeader = Extract<Header, { mode: 'passphrase' }>;

/** Whether two files are sealed with one key (or both with none). */
export function sameHeader(a: Header, b: Header): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
