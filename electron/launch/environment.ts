/** Environment variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Set for this process by what it runs in; a terminal, and the shells opened in it later, must not inherit them. */
export const REMOVED: Readonly<Record<string, string>> = {
  CHROME_DESKTOP: 'names our desktop file; the desktop would group the terminal with us',
  GDK_BACKEND: 'Chromium forces x11 on itself (electron#28436); on Wayland a GTK terminal would be blurred or fail',
  NO_AT_BRIDGE: 'Chromium turns GTK’s accessibility off for itself; a screen reader needs it in the terminal',
  ORIGINAL_XDG_CURRENT_DESKTOP: 'Electron’s own note; see cleanEnvironment',
  DESKTOP_STARTUP_ID: 'belongs to our own start; used again, the terminal would open without the focus',
  XDG_ACTIVATION_TOKEN: 'the same, on Wayland',
  GIO_LAUNCHED_DESKTOP_FILE: 'says which desktop file was started: ours',
  GIO_LAUNCHED_DESKTOP_FILE_PID: 'the same',
  APPIMAGE: 'an AppImage started from the terminal would take itself for ours',
  APPDIR: 'the same',
  ARGV0: 'the same; zsh also renames programs by it',
  OWD: 'the same',
};

/** Everything that begins so: `ELECTRON_RUN_AS_NODE` makes every Electron program in the terminal a bare Node. */
const REMOVED_PREFIX = 'ELECTRON_';

/** Lists of folders that an AppImage puts its own in front of; the mount is gone when we end. */
const FOLDER_LISTS = ['PATH', 'LD_LIBRARY_PATH', 'XDG_DATA_DIRS', 'GSETTINGS_SCHEMA_DIR', 'QT_PLUGIN_PATH'] as const;

function without(folder: string, list: string): string | undefined {
  const kept = list.split(':').filter((entry) => entry !== folder && !entry.startsWith(`${folder}/`));
  return kept.some((entry) => entry !== '') ? kept.join(':') : undefined;
}

/**
 * The person's environment again, as it was before Electron, Chromium or an AppImage changed it.
 *
 * Electron sets XDG_CURRENT_DESKTOP to `Unity` on some desktops and keeps the old value beside it (electron#47414);
 * where there was none it keeps the word `undefined`.
 */
export function cleanEnvironment(environment: Environment): Environment {
  const entries = Object.entries(environment).filter(
    ([name, value]) => value !== undefined && !Object.hasOwn(REMOVED, name) && !name.startsWith(REMOVED_PREFIX),
  );
  const cleaned: Record<string, string | undefined> = Object.fromEntries(entries);
  const desktop = environment['ORIGINAL_XDG_CURRENT_DESKTOP'];
  if (desktop === 'undefined') delete cleaned['XDG_CURRENT_DESKTOP'];
  else if (desktop !== undefined) cleaned['XDG_CURRENT_DESKTOP'] = desktop;
  const folder = environment['APPDIR'];
  if (folder === undefined || folder === '') return cleaned;
  for (const name of FOLDER_LISTS) {
    const list = cleaned[name];
    if (list === undefined) continue;
    const kept = without(folder, list);
    if (kept === undefined) delete cleaned[name];
    else cleaned[name] = kept;
  }
  return cleaned;
}

/**
 * For a program that is started: without what a portable copy knows of itself (where it lies, which the finder asks
 * for). An installed Toctoc in the terminal would take itself for that copy, and its data for its own.
 */
export function forOthers(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('PORTABLE_EXECUTABLE_')));
}
