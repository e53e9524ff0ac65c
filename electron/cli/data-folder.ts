import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Electron's `userData` for an app of this name; `TOCTOC_HOME` means another folder, to us and to an app that we start. */
const NAME = 'Toctoc';

/** What decides which data folder is meant. */
export interface FolderFacts {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
}

/** The app's data folder, absolute. `chosen`: the person named it, so the app has to be told. */
export interface DataFolder {
  readonly path: string;
  readonly chosen: boolean;
}

/** The folder that `TOCTOC_HOME` names, else the one that Electron takes by itself on this system. */
export function findDataFolder({ platform, env, home }: FolderFacts): DataFolder {
  const chosen = env['TOCTOC_HOME'];
  if (chosen !== undefined && chosen !== '') return { path: resolve(chosen), chosen: true };
  return { path: join(appData(platform, env, home), NAME), chosen: false };
}

/** The data folder of this process's environment. */
export function dataFolderHere(): DataFolder {
  return findDataFolder({ platform: process.platform, env: process.env, home: homedir() });
}

/** As Electron documents `appData` (https://www.electronjs.org/docs/latest/api/app#appgetpathname). */
function appData(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  return env['XDG_CONFIG_HOME'] || join(home, '.config');
}
