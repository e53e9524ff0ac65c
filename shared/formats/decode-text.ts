import { fail, ok, type Result } from '../result.ts';
import { tooBig } from './import-bounds.ts';

/** An encoding's decoder; `null` when the bytes are not of that encoding. The page and main bring their own. */
export type Decode = (bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252') => string | null;

/**
 * The text of a file: UTF-8, UTF-16 with a byte order mark (a .reg file) or plainly recognisable without one, else the
 * Windows code page of Western Europe. The mark stays in the text, because knockd would stumble over it. Text has no NUL
 * characters: what has them is something else.
 */
export function decodeText(bytes: Uint8Array, decode: Decode): Result<string> {
  const big = tooBig(bytes.length);
  if (big !== null) return big;
  const utf16 = utf16Of(bytes);
  const text = utf16 === null ? (decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252')) : decode(bytes, utf16);
  return text === null || text.includes('\0') ? fail({ code: 'import-binary' }) : ok(text);
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // Without a mark: every other byte of the first 64 is NUL, as in Latin text.
  const head = bytes.subarray(0, 64);
  const zeros = (offset: number) => head.every((byte, at) => at % 2 !== offset || byte === 0);
  if (head.length < 4 || bytes.length % 2 !== 0) return null;
  if (zeros(1) && !zeros(0)) return 'utf-16le';
  return zeros(0) && !zeros(1) ? 'utf-16be' : null;
}
