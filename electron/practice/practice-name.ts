import { PRACTICE_ID } from '../../shared/model/profile.ts';
import { languages } from '../../shared/text/languages.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';

/** What the practice server is called before anybody gives it a name. */
const GIVEN: ReadonlySet<string> = new Set(Object.values(languages).map(({ app }) => app.practiceName));

/**
 * Calls the practice server `name`, in the language that is spoken now, unless the person gave it a name of their own. It
 * is saved under that name, so that the window, the tray, the search and the command line all know it by the same one. What
 * cannot be written, as while the vault is locked, stays as it was.
 */
export function namePractice(profiles: Pick<ProfileStore, 'get' | 'save'>, name: string): void {
  const found = profiles.get(PRACTICE_ID);
  if (found.ok && found.value.name !== name && GIVEN.has(found.value.name))
    profiles.save(PRACTICE_ID, { ...found.value, name });
}
