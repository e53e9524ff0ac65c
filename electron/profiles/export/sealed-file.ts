import * as v from 'valibot';
import { withoutBom } from '../../../shared/formats/lines.ts';
import { SEALED_FORMAT } from '../../../shared/formats/sniff.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { lockWith, unlockWith } from '../passphrase.ts';
import { seal, unseal } from '../sealing.ts';
import { HeaderSchema, type PassphraseHeader } from '../vault-header.ts';

/** Grows with every change that an older Toctoc could not read. */
const SEALED_VERSION = 1;
/** What the text is sealed for: one from a data file cannot be passed off as an export. */
const PLACE = 'toctoc:export:1';

const SealedFileSchema = v.object({
  format: v.literal(SEALED_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  lock: v.unknown(),
  data: v.pipe(v.string(), v.base64()),
});

/**
 * A text under a passphrase: scrypt makes a key of it, which opens the file's own key, which opens the text (both by
 * AES-256-GCM), as in the data file.
 *
 * @param cost for tests
 */
export async function sealFile(
  text: string,
  passphrase: string,
  cost?: Parameters<typeof lockWith>[1],
): Promise<string> {
  const { header, key } = await lockWith(passphrase, cost);
  const file = { format: SEALED_FORMAT, version: SEALED_VERSION, lock: header, data: seal(key, PLACE, text) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The text again, or whether the passphrase is wrong, the file cut off or changed, or from a newer Toctoc. */
export async function unsealFile(text: string, passphrase: string): Promise<Result<string>> {
  const file = v.safeParse(SealedFileSchema, parseJson(withoutBom(text)));
  if (!file.success) return fail({ code: 'import-sealed-damaged' });
  if (file.output.version > SEALED_VERSION) return fail({ code: 'import-newer' });
  const header = v.safeParse(HeaderSchema, file.output.lock);
  if (!header.success || header.output?.mode !== 'passphrase') return fail({ code: 'import-sealed-damaged' });
  const key = await keyOf(passphrase, header.output);
  if (key === null) return fail({ code: 'import-passphrase-wrong' });
  const plain = unseal(key, PLACE, file.output.data);
  return plain === null ? fail({ code: 'import-sealed-damaged' }) : ok(plain);
}

async function keyOf(passphrase: string, header: PassphraseHeader): Promise<Buffer | null> {
  try {
    return await unlockWith(passphrase, header);
  } catch {
    // Parameters that scrypt does not take open nothing.
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
