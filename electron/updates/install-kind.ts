import { join } from 'node:path';
import type { InstallKind } from '../../shared/model/updates.ts';

/** What this process knows of the copy that runs. */
export interface InstallFacts {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly execPath: string;
  /** Electron's folder of resources, with the archive in it. */
  readonly resourcesPath: string;
  readonly packaged: boolean;
  /** The text of a file, `null` where there is none. */
  readonly read: (path: string) => string | null;
}

/** The folder that deb and rpm install to: electron-builder's. */
const PACKAGE_FOLDER = '/opt/';

/**
 * How this copy was installed. electron-builder leaves a trace of each: two variables (`PORTABLE_EXECUTABLE_FILE`, and
 * `APPIMAGE` from AppImage's runtime), the installer's `Uninstall Toctoc.exe`, and `package-type` beside the archive,
 * which an unpacked tar.gz may have as well: only below `/opt` does a package manager look after it.
 */
export function installKind(facts: InstallFacts): InstallKind {
  const { platform, env, execPath, packaged, read } = facts;
  if (!packaged) return 'source';
  if (platform === 'win32') {
    if (env['PORTABLE_EXECUTABLE_FILE']) return 'portable';
    const folder = execPath.slice(0, execPath.lastIndexOf('\\') + 1);
    return read(`${folder}Uninstall Toctoc.exe`) === null ? 'archive' : 'nsis';
  }
  // Translocated, it runs from a read-only copy that nothing can be put into.
  if (platform === 'darwin') return execPath.includes('/AppTranslocation/') ? 'archive' : 'mac';
  if (env['APPIMAGE']) return 'appimage';
  const type = read(join(facts.resourcesPath, 'package-type'))?.trim();
  return execPath.startsWith(PACKAGE_FOLDER) && (type === 'deb' || type === 'rpm') ? type : 'archive';
}
