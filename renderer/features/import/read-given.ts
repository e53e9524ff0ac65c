import { type Decode, decodeText } from '../../../shared/formats/decode-text.ts';
import { leftOut, MAX_IMPORT_FILES, MAX_IMPORT_TOTAL, tooBig } from '../../../shared/formats/import-bounds.ts';
import type { Bridge } from '../../../shared/ipc.ts';
import type { GivenFile, GivenText, GivenUnread } from '../../../shared/ipc-sharing.ts';
import { fail, ok, type Problem, type Result } from '../../../shared/result.ts';
import { type Dropped, entriesOf, fileOf, isFolder } from './dropped.ts';

/** Chromium's decoder, strict; the byte order mark stays, for {@link decodeText} says why. */
const decode: Decode = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** What a drop comes down to: files, and by name the folders that there is nothing in. */
type FromDrop = File | FileSystemEntry | GivenUnread;

/**
 * The text of dropped files, and of every file in dropped folders, as main reads those that are chosen in the system's
 * dialog; and where the system says they lie: main looks there only for what it can see to be the same text.
 *
 * @param pathOf empty for what is no file on this computer
 */
export async function readGiven(
  dropped: readonly Dropped[],
  pathOf: Bridge['pathOf'],
  signal: AbortSignal,
): Promise<Result<readonly GivenFile[]>> {
  const lists: (readonly FromDrop[])[] = [];
  for (const one of dropped) {
    const found = await filesIn(one);
    // What stands alone is refused; among others, and in a folder, it is named in the preview.
    if (!found.ok && dropped.length === 1) return found;
    lists.push(found.ok ? found.value : [{ name: one.name, unread: found.problems[0] }]);
  }
  const files = lists.flat();
  const given: GivenFile[] = [];
  let total = 0;
  for (const [at, file] of files.slice(0, MAX_IMPORT_FILES).entries()) {
    if (signal.aborted) return fail({ code: 'import-cancelled' });
    if ('unread' in file) {
      given.push(file);
      continue;
    }
    const read = await readFile(file, pathOf);
    if (!read.ok && files.length === 1 && file instanceof File) return read;
    total += read.ok ? read.value.text.length : 0;
    if (total > MAX_IMPORT_TOTAL) return ok([...given, ...notRead(files.slice(at))]);
    given.push(read.ok ? read.value : { name: file.name, unread: read.problems[0] });
  }
  // While the last one was read.
  if (signal.aborted) return fail({ code: 'import-cancelled' });
  return ok([...given, ...notRead(files.slice(MAX_IMPORT_FILES))]);
}

/** A file, or what is in a folder; of one that holds sessions beside other things, the sessions. */
async function filesIn(dropped: Dropped): Promise<Result<readonly (File | FileSystemEntry)[]>> {
  if (dropped instanceof File) return ok([dropped]);
  try {
    const found = await entriesOf(dropped);
    const sessions = found.find(isSessions);
    const inside = sessions === undefined ? found : await entriesOf(sessions);
    return inside.length === 0 ? fail({ code: 'import-folder-empty', params: { folder: dropped.name } }) : ok(inside);
  } catch (error) {
    return fail(unreadable(dropped.name, error));
  }
}

/** PuTTY (`~/.putty`) and portable KiTTY keep theirs in such a folder. */
function isSessions(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return isFolder(entry) && /^sessions$/i.test(entry.name);
}

async function readFile(from: File | FileSystemEntry, pathOf: Bridge['pathOf']): Promise<Result<GivenText>> {
  const { name } = from;
  try {
    const file = from instanceof File ? from : await fileOf(from);
    if (file === null) return fail({ code: 'import-folder', params: { file: name } });
    // A file of gigabytes is refused before it is read.
    const big = tooBig(file.size);
    if (big !== null) return big;
    const text = decodeText(new Uint8Array(await file.arrayBuffer()), decode);
    if (!text.ok) return text;
    const path = pathOf(file);
    return ok({ name, text: text.value, ...(path !== '' && { path }) });
  } catch (error) {
    return fail(unreadable(name, error));
  }
}

function unreadable(file: string, error: unknown): Problem {
  const reason = error instanceof DOMException ? error.name : 'Error';
  return { code: 'import-unreadable', params: { file, reason } };
}

function notRead(files: readonly { readonly name: string }[]): readonly GivenFile[] {
  const problem = leftOut(files.map(({ name }) => name));
  return problem === null ? [] : [{ name: '', unread: problem }];
}
