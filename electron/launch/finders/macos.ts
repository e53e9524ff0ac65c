import type { Environment } from '../environment.ts';
import type { Finder } from './finder.ts';
import { findExecutable } from './linux.ts';

/** Where the apps of the table usually lie; Spotlight knows the others. `~` is the person's home. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  'com.apple.Terminal': ['/System/Applications/Utilities/Terminal.app', '/Applications/Utilities/Terminal.app'],
  'com.googlecode.iterm2': ['/Applications/iTerm.app', '~/Applications/iTerm.app'],
  'com.mitchellh.ghostty': ['/Applications/Ghostty.app', '~/Applications/Ghostty.app'],
};

/** Apps from the Finder start with a bare PATH: these are where Homebrew and MacPorts put commands. */
const MORE_FOLDERS = ['/opt/homebrew/bin', '/usr/local/bin', '/opt/local/bin'];

/** What the finders look at on a Mac. */
export interface MacMachine {
  readonly environment: Environment;
  readonly isThere: (path: string) => Promise<boolean>;
  /** What a program prints; `null` when it fails. */
  readonly read: (file: string, argv: readonly string[]) => Promise<string | null>;
}

/** The arguments with which `mdfind` names the places of an app. */
export function spotlightArguments(bundle: string): readonly string[] {
  if (!/^[A-Za-z0-9.-]+$/.test(bundle)) throw new Error(`not a bundle id: ${bundle}`);
  return [`kMDItemCFBundleIdentifier == '${bundle}'`];
}

/** Looks for programs in `PATH` and in the package managers' folders, for apps by their bundle id. */
export function macosFinder({ environment, isThere, read }: MacMachine): Finder {
  const path = [environment['PATH'] ?? '', ...MORE_FOLDERS].filter((folder) => folder !== '').join(':');
  return {
    program: (name) => findExecutable(name, { ...environment, PATH: path }),
    app: async (bundle) => {
      for (const usual of USUAL[bundle] ?? []) {
        if (await isThere(usual.replace(/^~/, environment['HOME'] ?? ''))) return true;
      }
      const places = await read('/usr/bin/mdfind', spotlightArguments(bundle));
      return places !== null && /^\/.+\.app$/m.test(places);
    },
  };
}
