import type { AboutFacts, Licence, OpenableFile } from './model/about.ts';

/** What the app is made of: a part of {@link file://./ipc.ts}. */
export interface AboutRequests {
  'about:facts': () => AboutFacts;
  /** Ours first, then Electron's, then what is bundled, by name. */
  'about:licences': () => readonly Licence[];
  /** Opens it with the program that the system has for it. */
  'about:open': (file: OpenableFile) => null;
}

export const aboutTable: Record<keyof AboutRequests, true> = {
  'about:facts': true,
  'about:licences': true,
  'about:open': true,
};
