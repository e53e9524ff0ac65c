import * as v from 'valibot';
import type { Notice } from '../../shared/model/app-state.ts';
import { type Settings, type SettingsChange, SettingsSchema } from '../../shared/model/settings.ts';
import { fail, ok, type Problem, type Result } from '../../shared/result.ts';

/** `settings.json` as this folder sees it. */
export interface SettingsFile {
  readonly path: string;
  /** The content; `null` when there is no file. Throws when it is there and cannot be read. */
  readonly read: () => string | null;
  /** Renames the file to a free name beside it that says why; answers with that name. */
  readonly setAside: (why: 'damaged', how: 'move') => string;
  /** Replaces the content, atomically; answers with the problem when it could not. */
  readonly write: (content: object) => Problem | null;
}

/** What was on disk: entries that this version does not know included, so that a newer one finds them again. */
type Stored = Readonly<Record<string, unknown>>;

const StoredSchema = v.record(v.string(), v.unknown());

interface Opened {
  readonly stored: Stored;
  readonly notice: Notice | null;
  /** `false`: the unreadable file could not be set aside, so nothing may be written over it. */
  readonly writable: boolean;
}

/** The settings of the app. Every change is written first: what could not be written did not happen. */
export class SettingsStore {
  readonly #file: SettingsFile;
  readonly #onChange: (settings: Settings) => void;
  readonly #writable: boolean;
  /** What the person should know about the file at start. */
  readonly notice: Notice | null;
  #stored: Stored;
  #settings: Settings;

  constructor(file: SettingsFile, onChange: (settings: Settings) => void) {
    const { stored, notice, writable } = openFile(file);
    this.#file = file;
    this.#onChange = onChange;
    this.#stored = stored;
    this.#settings = v.parse(SettingsSchema, stored);
    this.#writable = writable;
    this.notice = notice;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Changes some settings and leaves the others. */
  change(change: SettingsChange): Result<null> {
    if (!this.#writable && this.notice !== null) return fail(this.notice.problem);
    const stored = { ...this.#stored, ...change };
    const problem = this.#file.write(stored);
    if (problem !== null) return fail(problem);
    this.#stored = stored;
    this.#settings = v.parse(SettingsSchema, stored);
    this.#onChange(this.#settings);
    return ok(null);
  }
}

function openFile(file: SettingsFile): Opened {
  const stored = readStored(file);
  if (stored !== 'damaged') return { stored, notice: null, writable: true };
  try {
    const aside = file.setAside('damaged', 'move');
    return { stored: {}, notice: notice({ code: 'settings-damaged', params: { file: aside } }), writable: true };
  } catch (error) {
    const params = { file: file.path, reason: String(error) };
    return { stored: {}, notice: notice({ code: 'file-unwritable', params }), writable: false };
  }
}

function readStored(file: SettingsFile): Stored | 'damaged' {
  try {
    const text = file.read();
    const parsed: unknown = text === null ? {} : JSON.parse(text);
    return v.is(StoredSchema, parsed) && !Array.isArray(parsed) ? parsed : 'damaged';
  } catch {
    return 'damaged';
  }
}

function notice(problem: Problem): Notice {
  return { id: `settings-${problem.code}`, problem };
}
