import { type Decode, decodeText, tooBig } from '../../../shared/formats/decode-text.ts';
import type { Bridge } from '../../../shared/ipc.ts';
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

/**
 * The text of dropped files, and where the system says they lie: main looks there only for what it can see to be the same
 * text.
 *
 * @param pathOf empty for what is no file on this computer
 */
export async function readGiven(
  files: readonly File[],
  pathOf: Bridge['pathOf'],
): Promise<Result<readonly GivenText[]>> {
  const texts: GivenText[] = [];
  for (const file of files) {
    // A file of gigabytes is refused before it is read.
    const big = tooBig(file.size);
    if (big !== null) return big;
    const bytes = await bytesOf(file);
    if (bytes === null) return fail({ code: 'import-dropped-unreadable', params: { file: file.name } });
    const text = decodeText(new Uint8Array(bytes), decode);
    if (!text.ok) return text;
    const path = pathOf(file);
    texts.push({ name: file.name, text: text.value, ...(path !== '' && { path }) });
  }
  return texts.length === 0 ? fail({ code: 'import-empty' }) : ok(texts);
}

/** `null`: it cannot be read. So is a dropped folder, and the page does not learn which it is. */
async function bytesOf(file: File): Promise<ArrayBuffer | null> {
  try {
    return await file.arrayBuffer();
  } catch {
    return null;
  }
}
