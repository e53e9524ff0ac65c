import type { Problem } from '../../shared/result.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { merge } from './merge.ts';
import type { DataFile } from './open-profiles.ts';
import { fileHead, type ProfileFile, parseProfileFile, profileFileBytes } from './profile-file.ts';
import { sameHeader } from './vault-header.ts';

/** The data file as the store writes it: alone among the processes of this person, and never over what it has not seen. */
export class ProfileDisk {
  readonly #data: DataFile;
  readonly #tell: (problem: Problem) => void;

  /** @param tell called with what the person should know of */
  constructor(data: DataFile, tell: (problem: Problem) => void) {
    this.#data = data;
    this.#tell = tell;
  }

  /**
   * @param known what was on disk when it was last read or written
   * @returns what is on disk now
   */
  readonly write = (next: ProfileFile, known: ProfileFile): Result<ProfileFile> =>
    this.#data.alone(() => {
      const file = this.#data.isChanged() ? this.#merged(next, known) : ok(next);
      if (!file.ok) return file;
      const problem = this.#data.replace(profileFileBytes(file.value), fileHead(file.value.vault));
      return problem === null ? file : fail(problem);
    });

  /** What is on disk now, should somebody else have changed it since `known`. */
  readonly refresh = (known: ProfileFile): Result<ProfileFile> =>
    this.#data.alone(() => (this.#data.isChanged() ? this.#merged(known, known) : ok(known)));

  /** Somebody else wrote meanwhile: another Toctoc on this folder, a synchronisation, an editor. */
  #merged(next: ProfileFile, known: ProfileFile): Result<ProfileFile> {
    const theirs = parseProfileFile(this.#data.read());
    if (theirs.state === 'absent') return ok(next);
    // Under another key their entries are of no use to us: theirs are kept as they are, and ours go on.
    const sameKey = (file: ProfileFile) => sameHeader(file.vault, known.vault);
    const mergeable = theirs.state === 'read' && theirs.dropped.length === 0 && sameKey(theirs.file) && sameKey(next);
    const merged = mergeable ? merge(known, next, theirs.file) : { file: next, conflict: true };
    if (!merged.conflict) return ok(merged.file);
    try {
      const file = this.#data.setAside('changed', 'copy');
      this.#tell({ code: 'file-changed', params: { file } });
      return ok(merged.file);
    } catch (error) {
      return fail({ code: 'file-unwritable', params: { file: this.#data.path, reason: String(error) } });
    }
  }
}
