import * as v from 'valibot';
import type { Candidate } from '../../../shared/formats/candidate.ts';
import {
  checkedDraft,
  NO_SUPPLEMENT,
  type Planned,
  planImport,
  type Supplement,
} from '../../../shared/formats/import-plan.ts';
import { type ImportFormat, sniff } from '../../../shared/formats/sniff.ts';
import { breath, type Steps, within } from '../../../shared/formats/steps.ts';
import { HostSchema } from '../../../shared/model/host.ts';
import type {
  ImportEntry,
  ImportNote,
  ImportOutcome,
  ImportPreview,
  ImportSupplement,
} from '../../../shared/model/importing.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { formatSequence, knocksOf, parseSequence } from '../../../shared/model/sequence.ts';
import { fail, isProblemCode, ok, type Result } from '../../../shared/result.ts';
import type { SavedDraft, SavedMany } from '../saved-many.ts';
import { stoppable, type Watcher } from './in-turns.ts';
import { type ImportText, parseImportText } from './parse-text.ts';

/** Previews that are kept; the page shows one at a time. */
const MAX_PREVIEWS = 4;
/** Characters of what a preview says it is of. */
const MAX_SOURCE = 160;
/** Imports that can be taken back. */
const MAX_UNDO = 10;

/** What the importer needs of the profiles, and of the sealed files. */
export interface ImporterDeps {
  /** Every profile, secrets included; fails while the vault is locked. */
  readonly existing: () => Steps<Result<readonly Profile[]>>;
  /** Saves all of them, or none, in its last step. */
  readonly saveMany: (changes: readonly SavedDraft[]) => Steps<Result<SavedMany>>;
  readonly revert: (saved: SavedMany) => Result<null>;
  /** The text in a sealed file. */
  readonly unseal: (text: string, passphrase: string) => Promise<Result<string>>;
  readonly newId: () => string;
}

/** A text that was read and is kept, secrets and all, until it is applied. */
interface Held {
  readonly sources: readonly ImportText[];
  readonly format: ImportFormat | null;
  readonly sealed: boolean;
  readonly candidates: readonly Candidate[];
  /** Whose file each is of; none where there is one file only. */
  readonly files: readonly string[];
  readonly notes: readonly ImportNote[];
}

/**
 * From a text to a preview, and from a preview to profiles. Nothing is saved before it was seen. Whatever may take its
 * time is done in turns with the rest of the app; stopped, it fails with `import-cancelled` and has changed nothing.
 */
export class Importer {
  readonly #deps: ImporterDeps;
  readonly #held = new Map<string, Held>();
  readonly #undo = new Map<string, SavedMany>();

  constructor(deps: ImporterDeps) {
    this.#deps = deps;
  }

  /** Reads texts of any known format, one by one; what they are not is named in the preview's notes. */
  preview(sources: readonly ImportText[], watcher: Watcher = {}): Promise<Result<ImportPreview>> {
    return stoppable(this.#hold(this.#deps.newId(), sources), watcher);
  }

  /** Opens a sealed file: the same preview, with what is in it. */
  async unseal(id: string, passphrase: string, watcher: Watcher = {}): Promise<Result<ImportPreview>> {
    const held = this.#held.get(id);
    if (held === undefined) return fail({ code: 'import-gone' });
    const sources: ImportText[] = [];
    for (const source of held.sources) {
      const text =
        sniff(source.text) === 'toctoc-sealed' ? await this.#deps.unseal(source.text, passphrase) : ok(source.text);
      if (!text.ok) return text;
      sources.push({ ...source, text: text.value });
    }
    return stoppable(this.#hold(id, sources), watcher);
  }

  /** The preview with what the person has entered: an address may turn out to be known here. */
  async supplemented(id: string, typed: ImportSupplement, watcher: Watcher = {}): Promise<Result<ImportPreview>> {
    const held = this.#held.get(id);
    if (held === undefined) return fail({ code: 'import-gone' });
    // While it is being typed it may not be one yet.
    const supplement = readSupplement(typed);
    return stoppable(this.#view(id, held, supplement.ok ? supplement.value : NO_SUPPLEMENT), watcher);
  }

  /** The sequences of one entry, asked for. */
  reveal(id: string, key: number): Result<{ readonly sequence: string; readonly closeSequence: string }> {
    const said = this.#held.get(id)?.candidates[key]?.said;
    if (said === undefined) return fail({ code: 'import-gone' });
    return ok({
      sequence: formatSequence(said.sequence ?? []),
      closeSequence: formatSequence(said.closeSequence ?? []),
    });
  }

  /** Saves the chosen entries as one change. */
  apply(
    id: string,
    keys: readonly number[],
    typed: ImportSupplement,
    watcher: Watcher = {},
  ): Promise<Result<ImportOutcome>> {
    return stoppable(this.#apply(id, keys, typed), watcher);
  }

  undo(undoId: string): Result<null> {
    const saved = this.#undo.get(undoId);
    if (saved === undefined) return fail({ code: 'import-undo-gone' });
    const reverted = this.#deps.revert(saved);
    if (reverted.ok) this.#undo.delete(undoId);
    return reverted;
  }

  *#apply(id: string, keys: readonly number[], typed: ImportSupplement): Steps<Result<ImportOutcome>> {
    const held = this.#held.get(id);
    if (held === undefined) return fail({ code: 'import-gone' });
    const supplement = readSupplement(typed);
    if (!supplement.ok) return supplement;
    const planned = yield* this.#plan(held, supplement.value);
    if (!planned.ok) return planned;
    const wanted = new Set(keys);
    const chosen = planned.value.filter(({ fate }, key) => wanted.has(key) && fate !== 'same');
    if (chosen.length === 0) return fail({ code: 'import-nothing-chosen' });
    const changes: SavedDraft[] = [];
    for (const [at, one] of chosen.entries()) {
      yield* breath('comparing', at, chosen.length);
      const draft = checkedDraft(one);
      if (!draft.ok) return draft;
      changes.push({ id: one.existing?.id ?? null, draft: draft.value });
    }
    const saved = yield* this.#deps.saveMany(changes);
    if (!saved.ok) return saved;
    this.#held.delete(id);
    const changed = chosen.filter(({ fate }) => fate === 'change').length;
    const undoId = this.#deps.newId();
    remember(this.#undo, undoId, saved.value, MAX_UNDO);
    return ok({
      added: chosen.length - changed,
      changed,
      skipped: planned.value.length - chosen.length,
      first: saved.value.added[0] ?? saved.value.replaced[0]?.after.id ?? null,
      undoId,
    });
  }

  *#hold(id: string, sources: readonly ImportText[]): Steps<Result<ImportPreview>> {
    const many = sources.length > 1;
    const parsed = [];
    for (const [at, source] of sources.entries()) {
      const file = many ? source.fileName : '';
      const steps = parseImportText(source);
      const progress = { stage: 'servers', done: at, total: sources.length } as const;
      parsed.push({ file, ...(yield* many ? within(steps, progress) : steps) });
    }
    const held: Held = {
      sources,
      format: parsed.find(({ format }) => format !== null)?.format ?? null,
      sealed: parsed.some(({ format }) => format === 'toctoc-sealed'),
      candidates: parsed.flatMap(({ candidates }) => candidates),
      files: many ? parsed.flatMap(({ file, candidates }) => candidates.map(() => file)) : [],
      notes: parsed.flatMap(({ file, notes }) => notes.map((note) => ({ ...note, file }))),
    };
    const view = yield* this.#view(id, held, NO_SUPPLEMENT);
    if (view.ok) remember(this.#held, id, held, MAX_PREVIEWS);
    return view;
  }

  *#plan({ candidates }: Held, supplement: Supplement): Steps<Result<readonly Planned[]>> {
    const profiles = yield* this.#deps.existing();
    return profiles.ok ? ok(yield* planImport(candidates, profiles.value, supplement)) : profiles;
  }

  *#view(id: string, held: Held, supplement: Supplement): Steps<Result<ImportPreview>> {
    const planned = yield* this.#plan(held, supplement);
    if (!planned.ok) return planned;
    return ok({
      id,
      source: sourceOf(held.sources),
      format: held.format,
      sealed: held.sealed,
      entries: planned.value.map((one, key) => entryOf(one, key, held.files[key] ?? '')),
      notes: held.notes,
    });
  }
}

/** The names of the files, as far as they fit. */
function sourceOf(sources: readonly ImportText[]): string {
  const names = sources.map(({ fileName }) => fileName.replace(/^.*[\\/]/, '')).join(', ');
  return names.length > MAX_SOURCE ? `${names.slice(0, MAX_SOURCE)}…` : names;
}

function entryOf(
  { candidate, fate, existing, changes, missing, draft }: Planned,
  key: number,
  file: string,
): ImportEntry {
  return {
    key,
    file,
    line: candidate.line,
    name: draft.name === '' ? candidate.name : (existing === null ? draft.name : candidate.name).slice(0, 100),
    host: draft.host,
    doorPort: draft.door.port,
    user: draft.launch.user,
    // What the file brings, and not what the person adds to it.
    knocks: knocksOf(candidate.said.sequence ?? []).length,
    closeKnocks: knocksOf(candidate.said.closeSequence ?? []).length,
    fate,
    existing: existing?.name ?? null,
    changes,
    missing,
  };
}

function readSupplement({ host, sequence }: ImportSupplement): Result<Supplement> {
  const parsed = host.trim() === '' ? null : v.safeParse(HostSchema, host);
  if (parsed !== null && !parsed.success) {
    const { message } = parsed.issues[0];
    return fail({ code: isProblemCode(message) ? message : 'host-characters', field: 'host' });
  }
  const steps = sequence.trim() === '' ? ok([]) : parseSequence(sequence);
  if (!steps.ok) return fail({ ...steps.problems[0], field: 'sequence' });
  return ok({ host: parsed?.output ?? '', sequence: steps.value });
}

/** Keeps the newest. */
function remember<T>(map: Map<string, T>, id: string, value: T, most: number): void {
  map.delete(id);
  map.set(id, value);
  for (const old of map.keys()) {
    if (map.size <= most) break;
    map.delete(old);
  }
}
