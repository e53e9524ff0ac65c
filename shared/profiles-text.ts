import type { Snapshot } from './ipc.ts';
import type { AppSlices } from './model/app-state.ts';
import type { ProfileSummary } from './model/profile.ts';

/**
 * The list of profiles travels to the page as one text. Electron's context bridge copies every object of a message on its
 * own, which takes ten thousand profiles a tenth of a second in which the page stands still; a text is handed over as it
 * is, and read in a tenth of that.
 */
export function profilesText(profiles: readonly ProfileSummary[]): string {
  return JSON.stringify(profiles);
}

/** @param text main's own: see {@link profilesText} */
export function profilesOf(text: string): readonly ProfileSummary[] {
  return JSON.parse(text);
}

/** One slice or several, as they travel. */
export function travelling(slices: Partial<AppSlices>): Partial<Snapshot> {
  const { profiles, ...others } = slices;
  return profiles === undefined ? others : { ...others, profiles: profilesText(profiles) };
}
