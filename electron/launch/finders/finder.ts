/** Finds what is installed on one system. A finder may remember what it read: make a new one for every look. */
export interface Finder {
  /** The absolute path of a program, by its name or by an absolute path; `null` where it is not installed. */
  readonly program: (name: string) => Promise<string | null>;
  /** Whether an app is installed, by its bundle id; never, except on macOS. */
  readonly app: (bundle: string) => Promise<boolean>;
}
