import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { leftOut, MAX_IMPORT_FILES, MAX_IMPORT_TOTAL } from '../../../shared/formats/import-bounds.ts';
import type { Steps } from '../../../shared/formats/steps.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { errorCode } from '../../knock/errors.ts';
import { withLists } from './lists-among.ts';
import type { ImportText } from './parse-text.ts';
import { readImportFile, sessionsFolder, unreadFile } from './read-files.ts';

/**
 * Reads files that the person named, each on its own: one that cannot be read is named in the preview, where there are
 * others. A single one fails with its reason.
 */
export function* readImportFiles(paths: readonly string[], home: string): Steps<Result<readonly ImportText[]>> {
  const texts: ImportText[] = [];
  let total = 0;
  for (const [at, path] of paths.slice(0, MAX_IMPORT_FILES).entries()) {
    // Not once in a while: each may have megabytes, and lie on a slow disk.
    yield { stage: 'files', done: at, total: paths.length };
    const read = readImportFile(path, home);
    if (!read.ok && paths.length === 1) return read;
    total += read.ok ? read.value.text.length : 0;
    if (total > MAX_IMPORT_TOTAL) return ok([...(yield* withLists(texts)), ...notRead(paths.slice(at))]);
    texts.push(read.ok ? read.value : unreadFile(basename(path), read.problems[0]));
  }
  return ok([...(yield* withLists(texts)), ...notRead(paths.slice(MAX_IMPORT_FILES))]);
}

/** Every file of a folder, such as PuTTY's sessions; a folder in it is named, and not gone into. */
export function* readImportFolder(path: string, home: string): Steps<Result<readonly ImportText[]>> {
  const folder = sessionsFolder(path);
  let names: readonly string[];
  try {
    names = readdirSync(folder).sort();
  } catch (error) {
    return fail({ code: 'import-unreadable', params: { file: folder, reason: errorCode(error) } });
  }
  if (names.length === 0) return fail({ code: 'import-folder-empty', params: { folder } });
  const read = yield* readImportFiles(
    names.map((name) => join(folder, name)),
    home,
  );
  // A folder of one file is a folder all the same.
  return read.ok ? read : ok(names.map((name) => unreadFile(name, read.problems[0])));
}

function notRead(paths: readonly string[]): readonly ImportText[] {
  const problem = leftOut(paths.map((path) => basename(path)));
  return problem === null ? [] : [unreadFile('', problem)];
}
