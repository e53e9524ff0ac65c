import { type Decode, decodeText } from '../../../shared/formats/decode-text.ts';
import type { Result } from '../../../shared/result.ts';

/** Strict, and the byte order mark stays: {@link decodeText} says why. Node's own ICU knows all four encodings. */
const decode: Decode = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** The text of a file that main or the command line has read. */
export function decodeBytes(bytes: Uint8Array): Result<string> {
  return decodeText(bytes, decode);
}
