import { fail, type Problem, type Result } from '../result.ts';

/** Larger files are not configurations (bytes). */
export const MAX_IMPORT_BYTES = 8 << 20;
/** Files that are read at once; PuTTY users have hundreds of sessions at most. */
export const MAX_IMPORT_FILES = 10_000;
/** All files of one import together (characters): they are kept in memory until the import is over. */
export const MAX_IMPORT_TOTAL = 64 << 20;

/** Why a file of this many bytes is not even opened; `null`: it may be. */
export function tooBig(bytes: number): Result<never> | null {
  if (bytes <= MAX_IMPORT_BYTES) return null;
  const mega = (count: number) => Math.ceil(count / (1 << 20));
  return fail({ code: 'import-too-big', params: { size: mega(bytes), max: mega(MAX_IMPORT_BYTES) } });
}

/** What is said of the files that did not fit into one import, by their names; `null`: all did. */
export function leftOut(names: readonly string[]): Problem | null {
  const [first, ...others] = names;
  if (first === undefined) return null;
  return { code: 'import-files-many', params: { count: names.length, first, last: others.at(-1) ?? first } };
}
