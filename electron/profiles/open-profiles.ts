import type { Notice } from '../../shared/model/app-state.ts';
import type { Problem, Result } from '../../shared/result.ts';
import { type Backup, type Backups, textOf } from './backups.ts';
import type { Entry } from './entry.ts';
import { FILE_VERSION, fileHead, type ProfileFile, parseProfileFile } from './profile-file.ts';

/** Why a file was set aside. */
export type Aside = 'damaged' | 'newer' | 'changed' | 'locked';

/** The data file as this folder sees it. */
export interface DataFile {
  readonly path: string;
  /** Its last good copies. */
  readonly backups: Pick<Backups, 'list' | 'restore' | 'drop'>;
  /** The content; `null` when there is no file. Throws when it is there and cannot be read. */
  readonly read: () => string | null;
  /** Whether somebody else has written it since we last read or wrote it. */
  readonly isChanged: () => boolean;
  /** Runs while no other process of this person that asks the same runs; what is thrown becomes a problem. */
  readonly alone: <T>(work: () => Result<T>) => Result<T>;
  /**
   * Replaces the content; answers with the problem when it could not be written, and the old content is then untouched.
   *
   * @param head copies that do not begin like this are taken away
   */
  readonly replace: (bytes: Buffer, head: string) => Problem | null;
  /** Renames (`move`) or copies the file to a free name beside it that says why; answers with that name. */
  readonly setAside: (why: Aside, how: 'move' | 'copy') => string;
}

/** What a start finds, with what has to be said of it. */
export interface OpenedProfiles {
  readonly file: ProfileFile;
  readonly notices: readonly Notice[];
  /** There was no file: the app is new here. */
  readonly firstRun: boolean;
  /** `false`: the unreadable file could not be set aside, so nothing may be written over it. */
  readonly writable: boolean;
}

/** A file without history. */
export function freshFile(profiles: readonly Entry[]): ProfileFile {
  return { version: FILE_VERSION, vault: null, profiles, deleted: [] };
}

/**
 * Reads the profiles at start. A file that cannot be read is set aside before anything could overwrite it, its last good
 * copy takes its place, and a notice says so.
 *
 * @param seed the profiles of a first run
 */
export function openProfiles(data: DataFile, seed: readonly Entry[]): OpenedProfiles {
  const found = parseProfileFile(readOr(data, '\0'));
  switch (found.state) {
    case 'absent':
      return { file: freshFile(seed), notices: [], firstRun: true, writable: true };
    case 'read': {
      const { file, dropped } = found;
      // A run that ended right after everything was sealed may have left readable copies.
      dropCopies(data, file);
      if (dropped.length === 0) return { file, notices: [], firstRun: false, writable: true };
      return kept(data, 'damaged', 'copy', (aside) => ({
        file,
        problems: dropped.map((name) => ({ code: 'profile-damaged', params: { name, file: aside } })),
      }));
    }
    case 'newer':
      return kept(data, 'newer', 'move', (file) => ({
        file: freshFile([]),
        problems: [{ code: 'file-newer', params: { file } }],
      }));
    case 'damaged':
      return kept(data, 'damaged', 'move', (file) => fromCopy(data, file));
  }
}

interface Rescued {
  readonly file: ProfileFile;
  readonly problems: readonly Problem[];
}

/** The newest copy that can be read; an empty list where there is none. */
function fromCopy(data: DataFile, aside: string): Rescued {
  for (const backup of data.backups.list()) {
    const found = parseProfileFile(textOrNull(backup));
    if (found.state !== 'read' || found.dropped.length > 0) continue;
    data.backups.restore(backup);
    data.read();
    const date = new Date(backup.writtenMs).toISOString().slice(0, 16).replace('T', ' ');
    return { file: found.file, problems: [{ code: 'file-restored', params: { file: aside, date: `${date} UTC` } }] };
  }
  return { file: freshFile([]), problems: [{ code: 'file-damaged', params: { file: aside } }] };
}

/** Sets the file aside and goes on; where even that fails, nothing may be written. */
function kept(data: DataFile, why: Aside, how: 'move' | 'copy', goOn: (aside: string) => Rescued): OpenedProfiles {
  try {
    const { file, problems } = goOn(data.setAside(why, how));
    return { file, notices: problems.map(notice), firstRun: false, writable: true };
  } catch (error) {
    const problem: Problem = { code: 'file-unwritable', params: { file: data.path, reason: String(error) } };
    const found = parseProfileFile(readOr(data, '\0'));
    const file = found.state === 'read' ? found.file : freshFile([]);
    return { file, notices: [notice(problem)], firstRun: false, writable: false };
  }
}

function dropCopies(data: DataFile, { vault }: ProfileFile): void {
  try {
    if (vault !== null) data.backups.drop(fileHead(vault));
  } catch {
    // The next write tries again.
  }
}

/** Two damaged profiles may have one name: notices are told apart by their place. */
export function notice(problem: Problem, index = 0): Notice {
  return { id: `${problem.code}-${index}`, problem };
}

function textOrNull(backup: Backup): string | null {
  try {
    return textOf(backup);
  } catch {
    return null;
  }
}

/** A file that is there and cannot be read counts as damaged: its bytes are kept all the same. */
function readOr(data: DataFile, unreadable: string): string | null {
  try {
    return data.read();
  } catch {
    return unreadable;
  }
}
