import { win32 } from 'node:path';
import type { Environment } from '../environment.ts';
import type { Finder } from './finder.ts';
import { parseRegistry, type RegistryValues } from './registry.ts';
import { WINDOWS_PROGRAMS, type WindowsProgram } from './windows-programs.ts';

/** What the finders look at on Windows. */
export interface WindowsMachine {
  readonly environment: Environment;
  /** Whether a file is there, by `lstat`: on a Store alias such as `wt.exe`, `stat` gives EACCES. */
  readonly isThere: (path: string) => Promise<boolean>;
  /** A key and all below it as `reg export` writes them; `null` where there is no such key. */
  readonly exportKey: (key: string) => Promise<string | null>;
}

const CURRENT = 'Software\\Microsoft\\Windows\\CurrentVersion';
/** 32-bit installers on 64-bit Windows write here. */
const CURRENT_32 = 'Software\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion';
const HIVES = [`HKEY_CURRENT_USER\\${CURRENT}`, `HKEY_LOCAL_MACHINE\\${CURRENT}`, `HKEY_LOCAL_MACHINE\\${CURRENT_32}`];

/** A variable, whatever its case: `process.env` ignores it on Windows, a copy does not. */
export function variable(environment: Environment, name: string): string | undefined {
  const found = Object.keys(environment).find((key) => key.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : environment[found];
}

/** Only what can be started without a shell: the scripts among the usual `PATHEXT` cannot. */
function executableNames(name: string, environment: Environment): readonly string[] {
  if (/\.(exe|com)$/i.test(name)) return [name];
  const extensions = (variable(environment, 'PATHEXT') ?? '.COM;.EXE').toLowerCase().split(';');
  const usable = extensions.filter((extension) => extension === '.exe' || extension === '.com');
  return usable.map((extension) => `${name}${extension}`);
}

/** `C:\…` or `\\server\…`: what is relative, even to the current drive, means a folder that others may choose. */
function isFixed(path: string): boolean {
  return /^(?:[A-Za-z]:[\\/]|\\\\[^\\])/.test(path);
}

const unquote = (text: string) => text.trim().replace(/^"([^"]*)".*$/, '$1');

/** Looks in `PATH`, in the usual folders, in the registry's App Paths and list of installed programs, then beside us. */
export function windowsFinder(machine: WindowsMachine): Finder {
  const search = new Search(machine);
  return { program: (name) => search.find(name), app: async () => false };
}

class Search {
  readonly #machine: WindowsMachine;
  readonly #exports = new Map<string, Promise<ReadonlyMap<string, RegistryValues>>>();

  constructor(machine: WindowsMachine) {
    this.#machine = machine;
  }

  async find(name: string): Promise<string | null> {
    const { isThere, environment } = this.#machine;
    if (/[\\/]/.test(name)) return isFixed(name) && (await isThere(name)) ? name : null;
    const known = WINDOWS_PROGRAMS[name.toLowerCase().replace(/\.(exe|com)$/, '')] ?? { folders: [] };
    const files = executableNames(name, environment);
    return (
      (await this.#inFolders(this.#path(), files)) ??
      (await this.#inFolders(this.#usualFolders(known), files)) ??
      (await this.#inAppPaths(files)) ??
      (await this.#amongInstalled(known, files)) ??
      (await this.#inFolders(this.#besideUs(known), files))
    );
  }

  async #inFolders(folders: readonly string[], files: readonly string[]): Promise<string | null> {
    for (const folder of folders.filter(isFixed)) {
      for (const file of files) {
        const path = win32.join(folder, file);
        if (await this.#machine.isThere(path)) return path;
      }
    }
    return null;
  }

  #variable(name: string): readonly string[] {
    const value = variable(this.#machine.environment, name);
    return value ? [value] : [];
  }

  #path(): readonly string[] {
    // A folder with a semicolon in its name stands in quotes.
    return this.#variable('PATH').flatMap((path) => (path.match(/(?:"[^"]*"|[^;"])+/g) ?? []).map(unquote));
  }

  #usualFolders({ folders, system }: WindowsProgram): readonly string[] {
    const root = this.#variable('SystemRoot');
    const local = this.#variable('LOCALAPPDATA');
    const bases = [
      ...['ProgramW6432', 'ProgramFiles', 'ProgramFiles(x86)'].flatMap((name) => this.#variable(name)),
      ...local.map((folder) => win32.join(folder, 'Programs')),
    ];
    return [
      ...(system === undefined ? [] : root.map((folder) => win32.join(folder, system))),
      ...bases.flatMap((base) => folders.map((folder) => win32.join(base, folder))),
      ...local.map((folder) => win32.join(folder, 'Microsoft\\WindowsApps')),
    ];
  }

  #besideUs({ portable = [] }: WindowsProgram): readonly string[] {
    const [beside] = this.#variable('PORTABLE_EXECUTABLE_DIR');
    return beside === undefined ? [] : portable.map((place) => win32.normalize(place.replace('{beside}', beside)));
  }

  /** https://learn.microsoft.com/windows/win32/shell/app-registration: a key per file name, its default value the path. */
  async #inAppPaths(files: readonly string[]): Promise<string | null> {
    for (const hive of HIVES) {
      const keys = await this.#read(`${hive}\\App Paths`);
      for (const file of files) {
        const path = unquote(keys.get(`${hive}\\App Paths\\${file}`.toLowerCase())?.get('') ?? '');
        if (isFixed(path) && /\.(exe|com)$/i.test(path) && (await this.#machine.isThere(path))) return path;
      }
    }
    return null;
  }

  /** Where the list of installed programs says that it lies, or its icon does. */
  async #amongInstalled({ displayName }: WindowsProgram, files: readonly string[]): Promise<string | null> {
    if (displayName === undefined) return null;
    for (const hive of HIVES) {
      for (const values of (await this.#read(`${hive}\\Uninstall`)).values()) {
        if (!isCalled(values.get('displayname') ?? '', displayName)) continue;
        const icon = unquote(values.get('displayicon') ?? '').replace(/,-?\d+$/, '');
        const folders = [unquote(values.get('installlocation') ?? ''), win32.dirname(icon)];
        const path = await this.#inFolders(folders, files);
        if (path !== null) return path;
      }
    }
    return null;
  }

  #read(key: string): Promise<ReadonlyMap<string, RegistryValues>> {
    const known = this.#exports.get(key);
    if (known !== undefined) return known;
    const { exportKey, environment } = this.#machine;
    const expand = (text: string) =>
      text.replace(/%([^%]+)%/g, (all, name: string) => variable(environment, name) ?? all);
    const read = exportKey(key).then((text) => parseRegistry(text ?? '', expand));
    this.#exports.set(key, read);
    return read;
  }
}

/** `PuTTY release 0.81 (64-bit)` is PuTTY; `PuTTYgen` is not. */
function isCalled(name: string, wanted: string): boolean {
  const start = name.slice(0, wanted.length).toLowerCase() === wanted.toLowerCase();
  return start && !/^[\p{L}\p{N}]/u.test(name.slice(wanted.length));
}
