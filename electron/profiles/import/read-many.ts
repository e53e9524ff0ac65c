import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { breath, type Steps } from '../../../shared/formats/steps.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { errorCode } from '../../knock/errors.ts';
import { withLists } from './lists-among.ts';
import type { ImportText } from './parse-text.ts';
import { readImportFile, sessionsFolder, unreadFile } from './read-files.ts';

/** Files that are read at once; PuTTY users have hundreds of sessions at most. */
export const MAX_FILES = 10_000;
/** All files of one import together (characters): they are kept in memory until the import is over. */
const MAX_TOTAL = 64 << 20;

/**
 * Reads files that the person named, each on its own: one that cannot be read is named in the preview, where there are
 * others. A single one fails with its reason.
 */
export function* readImportFiles(paths: readonly string[], home: string): Steps<Result<readonly ImportText[]>> {
  const texts: ImportText[] = [];
  let total = 0;
  for (const [at, path] of paths.slice(0, MAX_FILES).entries()) {
    yield* breath('files', at, paths.length);
    const read = readImportFile(path, home);
    if (!read.ok && paths.length === 1) return read;
    total += read.ok ? read.value.text.length : 0;
    if (total > MAX_TOTAL) return ok([...withLists(texts), ...leftOut(paths.slice(at))]);
    texts.push(read.ok ? read.value : unreadFile(basename(path), read.problems[0]));
  }
  return ok([...withLists(texts), ...leftOut(paths.slice(MAX_FILES))]);
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

function leftOut(paths: readonly string[]): readonly ImportText[] {
  const [first, ...others] = paths.map((path) => basename(path));
  if (first === undefined) return [];
  const last = others.at(-1) ?? first;
  return [unreadFile('', { code: 'import-files-many', params: { count: paths.length, first, last } })];
}
