/** What a profile is found by. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** One profile, or the ones that might have been meant. */
export type Found<T extends Named> =
  | { readonly found: 'one'; readonly profile: T }
  | { readonly found: 'none' | 'several'; readonly candidates: readonly T[] };

/** A sentence that names more is not read. */
const MAX_CANDIDATES = 8;

/** Two spellings of one name: letters composed or not, any capitals. */
function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/**
 * Finds a profile as a person names it on a command line: by its id, else by its exact name, else by its name whatever
 * the capitals. Each step has to be unambiguous. Never by a part of the name: a script must not knock on another server
 * because a profile was added.
 */
export function findProfile<T extends Named>(profiles: readonly T[], word: string): Found<T> {
  const byId = profiles.find(({ id }) => id === word);
  if (byId !== undefined) return { found: 'one', profile: byId };
  const exact = profiles.filter(({ name }) => name === word);
  const named = exact.length > 0 ? exact : profiles.filter(({ name }) => folded(name) === folded(word));
  const [only, ...more] = named;
  if (only !== undefined && more.length === 0) return { found: 'one', profile: only };
  if (more.length > 0) return { found: 'several', candidates: named.slice(0, MAX_CANDIDATES) };
  const similar = profiles.filter(({ name }) => isSimilar(folded(name), folded(word)));
  return { found: 'none', candidates: (similar.length > 0 ? similar : profiles).slice(0, MAX_CANDIDATES) };
}

function isSimilar(name: string, word: string): boolean {
  return word !== '' && (name.includes(word) || word.includes(name) || name.slice(0, 3) === word.slice(0, 3));
}
