import type { Notice } from '../../shared/model/app-state.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Problem } from '../../shared/result.ts';
import { FILE_VERSION, type ProfileFile, parseProfileFile } from './profile-file.ts';

/** The data file as this folder sees it. */
export interface DataFile {
  readonly path: string;
  /** The content; `null` when there is no file. Throws when it is there and cannot be read. */
  readonly read: () => string | null;
  /** Renames (`move`) or copies the file to a free name beside it that says why; answers with that name. */
  readonly setAside: (why: 'damaged' | 'newer', how: 'move' | 'copy') => string;
}

export interface OpenedProfiles {
  readonly file: ProfileFile;
  readonly notices: readonly Notice[];
  /** There was no file: the app is new here. */
  readonly firstRun: boolean;
  /** `false`: the unreadable file could not be set aside, so nothing may be written over it. */
  readonly writable: boolean;
}

/**
 * Reads the profiles at start. A file that cannot be read is set aside before anything could overwrite it, and a notice
 * says where it is.
 *
 * @param seed the profiles of a first run
 */
export function openProfiles(data: DataFile, seed: readonly Profile[]): OpenedProfiles {
  const fresh = (profiles: readonly Profile[]): ProfileFile => ({ version: FILE_VERSION, profiles, deleted: [] });
  const found = parseProfileFile(readOr(data, '\0'));
  switch (found.state) {
    case 'absent':
      return { file: fresh(seed), notices: [], firstRun: true, writable: true };
    case 'read': {
      if (found.dropped.length === 0) return { file: found.file, notices: [], firstRun: false, writable: true };
      return kept(data, 'damaged', 'copy', found.file, (file) =>
        found.dropped.map((name) => ({ code: 'profile-damaged', params: { name, file } })),
      );
    }
    case 'damaged':
    case 'newer': {
      const code = found.state === 'newer' ? 'file-newer' : 'file-damaged';
      return kept(data, found.state, 'move', fresh([]), (file) => [{ code, params: { file } }]);
    }
  }
}

/** Sets the file aside and goes on with `file`; where even that fails, nothing may be written. */
function kept(
  data: DataFile,
  why: 'damaged' | 'newer',
  how: 'move' | 'copy',
  file: ProfileFile,
  problems: (aside: string) => readonly Problem[],
): OpenedProfiles {
  try {
    return { file, notices: problems(data.setAside(why, how)).map(notice), firstRun: false, writable: true };
  } catch (error) {
    const problem: Problem = { code: 'file-unwritable', params: { file: data.path, reason: String(error) } };
    return { file, notices: [notice(problem)], firstRun: false, writable: false };
  }
}

/** Two damaged profiles may have one name: notices are told apart by their place. */
function notice(problem: Problem, index = 0): Notice {
  return { id: `${problem.code}-${index}`, problem };
}

/** A file that is there and cannot be read counts as damaged: its bytes are kept all the same. */
function readOr(data: DataFile, unreadable: string): string | null {
  try {
    return data.read();
  } catch {
    return unreadable;
  }
}
