/** A part of what is shipped, and the licence it comes under. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** As SPDX names it, such as `MIT`. */
  readonly licence: string;
  readonly text: string;
}

/** What this copy of the app is made of and runs on, beyond what every snapshot says. No part of it changes while it runs. */
export interface AboutFacts {
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** Such as `Debian GNU/Linux 12 (bookworm)`. */
  readonly system: string;
  /** The kernel's, or the build's: `6.1.0-28-amd64`. */
  readonly release: string;
  /** The processor that the program was built for: `x64`, `arm64`. */
  readonly arch: string;
  /** Desktop and display of a Linux, as far as the session names them: `GNOME, wayland`. */
  readonly desktop: string | null;
  readonly logFile: string;
  /** Where Electron keeps the notices of Chromium's parts; `null`: this Electron came without them. */
  readonly chromiumLicences: string | null;
}

/** What the page can have opened: its path is main's. */
export const OPENABLE_FILES = ['logs', 'chromium-licences'] as const;
export type OpenableFile = (typeof OPENABLE_FILES)[number];
