import { readFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import which from 'which';
import type { Environment } from '../environment.ts';
import { parseDesktopEntry } from './desktop-entry.ts';
import type { Finder } from './finder.ts';

/**
 * The absolute path of a program on Linux or macOS, `null` where it is not in `PATH`. Relative entries of `PATH` are
 * left out: they mean the current folder, where anybody may have put an `ssh`.
 */
export async function findExecutable(name: string, environment: Environment): Promise<string | null> {
  if (name.includes('/')) return isAbsolute(name) ? which(name, { nothrow: true }) : null;
  return inFolders(name, (environment['PATH'] ?? '').split(':'));
}

async function inFolders(name: string, folders: readonly string[]): Promise<string | null> {
  const absolute = folders.filter((folder) => isAbsolute(folder));
  // Without a folder `which` would fall back to the current one.
  return absolute.length === 0 ? null : which(name, { path: absolute.join(':'), nothrow: true });
}

/**
 * Programs by the name of their Flatpak, and by that of their desktop file where it differs. A Flatpak lives in a
 * sandbox: only those are here that run commands outside it, or need none.
 */
const FLATPAKS: Readonly<Record<string, string>> = {
  ptyxis: 'app.devsuite.Ptyxis',
  filezilla: 'org.filezillaproject.Filezilla',
  remmina: 'org.remmina.Remmina',
};
const DESKTOP_FILES: Readonly<Record<string, readonly string[]>> = {
  'gnome-terminal': ['org.gnome.Terminal'],
  ptyxis: ['org.gnome.Ptyxis'],
  konsole: ['org.kde.konsole'],
  alacritty: ['Alacritty', 'org.alacritty.Alacritty'],
  wezterm: ['org.wezfurlong.wezterm'],
  ghostty: ['com.mitchellh.ghostty'],
  foot: ['foot', 'org.codeberg.dnkl.foot'],
  remmina: ['org.remmina.Remmina'],
};

/** Where desktop files lie, the person's own first (XDG Base Directory Specification). */
function dataFolders(environment: Environment): readonly string[] {
  const home = environment['HOME'];
  const own = environment['XDG_DATA_HOME'] || (home ? join(home, '.local/share') : '');
  const shared = environment['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share';
  return [own, ...shared.split(':')].filter((folder) => isAbsolute(folder));
}

/** Flatpak and snapd put their desktop files beside a folder of commands, which not every session has in its PATH. */
function exportFolders(environment: Environment): readonly string[] {
  return dataFolders(environment).flatMap((folder) => {
    const clean = folder.replace(/\/+$/, '');
    if (clean.endsWith('/flatpak/exports/share')) return [join(dirname(clean), 'bin')];
    return clean === '/var/lib/snapd/desktop' ? ['/snap/bin'] : [];
  });
}

/** The program that a desktop file starts; those of Flatpak and snapd have their commands, found before. */
async function inDesktopFiles(name: string, environment: Environment): Promise<string | null> {
  for (const folder of dataFolders(environment)) {
    for (const id of [name, ...(DESKTOP_FILES[name] ?? [])]) {
      const text = await readFile(join(folder, 'applications', `${id}.desktop`), 'utf8').catch(() => '');
      const program = parseDesktopEntry(text);
      // By another name it would be a wrapper, whose arguments nobody here knows.
      if (program === null || basename(program) !== name) continue;
      const path = await findExecutable(program, environment);
      if (path !== null) return path;
    }
  }
  return null;
}

/** Looks in `PATH`, in the commands that Flatpak and snapd export, then in desktop files. */
export function linuxFinder(environment: Environment): Finder {
  return {
    program: async (name) => {
      const inPath = await findExecutable(name, environment);
      if (inPath !== null || name.includes('/')) return inPath;
      const exported = exportFolders(environment);
      const flatpak = FLATPAKS[name];
      return (
        (flatpak === undefined ? null : await inFolders(flatpak, exported)) ??
        (await inFolders(name, exported)) ??
        inDesktopFiles(name, environment)
      );
    },
    app: async () => false,
  };
}
