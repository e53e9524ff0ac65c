import { type DraftFields, NEW_DRAFT, NEW_SERVER_DRAFT } from '../../shared/model/draft.ts';

/**
 * What editors hold and nobody has saved. In memory only: sequences are in it, and what is not sealed is never written.
 * So a draft outlives its page and its window, but not the app.
 */
export class Drafts {
  readonly #onChange: (keys: readonly string[]) => void;
  readonly #kept = new Map<string, DraftFields>();

  constructor(onChange: (keys: readonly string[]) => void) {
    this.#onChange = onChange;
  }

  read(key: string): DraftFields | null {
    return this.#kept.get(key) ?? null;
  }

  /** Keeps a draft in the place of the one before; `null`: there is none any more. */
  keep(key: string, fields: DraftFields | null): void {
    const had = this.#kept.has(key);
    if (fields === null) this.#kept.delete(key);
    else this.#kept.set(key, fields);
    if (had !== this.#kept.has(key)) this.#onChange([...this.#kept.keys()]);
  }

  /** Whether something would be lost with the app. A draft of a profile that was deleted is not missed. */
  any(profileIds: readonly string[]): boolean {
    const wanted = new Set([NEW_DRAFT, NEW_SERVER_DRAFT, ...profileIds]);
    return [...this.#kept.keys()].some((key) => wanted.has(key));
  }

  forgetAll(): void {
    this.#kept.clear();
    this.#onChange([]);
  }
}
