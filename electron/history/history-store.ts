import type { Notice } from '../../shared/model/app-state.ts';
import type { HistoryEntry } from '../../shared/model/history.ts';
import type { Mark } from '../../shared/model/timeline.ts';
import { fail, ok, type Problem, type Result } from '../../shared/result.ts';
import { type HistoryFile, historyFile, parseHistory, type StoredRun } from './history-file.ts';

/** `history.json` as this folder sees it. */
export interface HistoryDataFile {
  readonly path: string;
  /** The content; `null` when there is no file. Throws when it is there and cannot be read. */
  readonly read: () => string | null;
  /** Renames the file to a free name beside it that says why; answers with that name. */
  readonly setAside: (why: 'damaged', how: 'move') => string;
  /** Replaces the content, atomically; answers with the problem when it could not. */
  readonly write: (content: HistoryFile) => Problem | null;
}

export interface HistoryDeps {
  /** How many runs to keep; 0: none. */
  readonly limit: () => number;
  readonly onChange: (entries: readonly HistoryEntry[]) => void;
  /** A write that nobody waits for could not be made. */
  readonly report: (error: unknown) => void;
}

/** Runs end in bunches, and writing takes time from the packets of those that go on: one write for all of them (ms). */
const WRITE_AFTER_MS = 2_000;

/** The runs that are over, the newest first. */
export class HistoryStore {
  readonly #file: HistoryDataFile;
  readonly #deps: HistoryDeps;
  /** What the person should know about the file at start. */
  readonly notice: Notice | null;
  #writable = true;
  #runs: readonly StoredRun[];
  #timer: NodeJS.Timeout | undefined;

  constructor(file: HistoryDataFile, deps: HistoryDeps) {
    this.#file = file;
    this.#deps = deps;
    const found = readOr(file);
    this.notice = found === null ? this.#setAside() : null;
    this.#runs = (found ?? []).slice(0, deps.limit());
  }

  get entries(): readonly HistoryEntry[] {
    return this.#runs.map(({ entry }) => entry);
  }

  add(entry: HistoryEntry, marks: readonly Mark[]): void {
    const [newest] = this.#runs;
    // A door that is kept open is knocked on all day: while that goes well, once is enough to know.
    const repeats = newest !== undefined && isUneventful(newest.entry) && isUneventful(entry);
    const others = repeats && newest.entry.profileId === entry.profileId ? this.#runs.slice(1) : this.#runs;
    this.#put([{ entry, marks }, ...others]);
  }

  /** What happened in a run, moment by moment. */
  marks(id: string): Result<readonly Mark[]> {
    const run = this.#runs.find(({ entry }) => entry.id === id);
    return run === undefined ? fail({ code: 'run-unknown' }) : ok(run.marks);
  }

  /** Forgets every run, on disk at once: who asks for that wants to have seen it happen. */
  clear(): Result<null> {
    const problem = this.#writable ? this.#file.write(historyFile([])) : null;
    if (problem !== null) return fail(problem);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#runs = [];
    this.#deps.onChange([]);
    return ok(null);
  }

  /** Follows the limit when it has become smaller. */
  trim(): void {
    if (this.#runs.length > this.#deps.limit()) this.#put(this.#runs);
  }

  /** Writes what is still to be written. */
  flush(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const problem = this.#file.write(historyFile(this.#runs));
    if (problem !== null) this.#deps.report(new Error(`${problem.code} ${JSON.stringify(problem.params)}`));
  }

  #put(runs: readonly StoredRun[]): void {
    const before = this.#runs.length;
    this.#runs = runs.slice(0, this.#deps.limit());
    if (before === 0 && this.#runs.length === 0) return;
    if (this.#writable) this.#timer ??= setTimeout(() => this.flush(), WRITE_AFTER_MS);
    this.#deps.onChange(this.entries);
  }

  #setAside(): Notice {
    try {
      const aside = this.#file.setAside('damaged', 'move');
      return notice({ code: 'history-damaged', params: { file: aside } });
    } catch (error) {
      this.#writable = false;
      return notice({ code: 'file-unwritable', params: { file: this.#file.path, reason: String(error) } });
    }
  }
}

/** A file that is there and cannot be read counts as damaged: its bytes are kept all the same. */
function readOr(file: HistoryDataFile): readonly StoredRun[] | null {
  try {
    return parseHistory(file.read());
  } catch {
    return null;
  }
}

function isUneventful({ action, outcome }: HistoryEntry): boolean {
  return action === 'refresh' && (outcome.result === 'open' || outcome.result === 'sent');
}

function notice(problem: Problem): Notice {
  return { id: `history-${problem.code}`, problem };
}
