import { type Decode, decodeText, tooBig } from '../../../shared/formats/decode-text.ts';
import type { GivenText } from '../../../shared/ipc-sharing.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

/** Chromium's decoder, strict; the byte order mark stays, for {@link decodeText} says why. */
const decode: Decode = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** The text of dropped files. Only their names and contents leave the page, never a path. */
export async function readGiven(files: readonly File[]): Promise<Result<readonly GivenText[]>> {
  const texts: GivenText[] = [];
  for (const file of files) {
    // A file of gigabytes is refused before it is read.
    const big = tooBig(file.size);
    if (big !== null) return big;
    const text = decodeText(new Uint8Array(await bytesOf(file)), decode);
    if (!text.ok) return text;
    texts.push({ name: file.name, text: text.value });
  }
  return texts.length === 0 ? fail({ code: 'import-empty' }) : ok(texts);
}

/** A dropped folder is a file that cannot be read. */
async function bytesOf(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    return new ArrayBuffer(0);
  }
}
