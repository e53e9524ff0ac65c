import { lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** What decides where the processes of one person meet. */
export interface PersonsSystem {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly temporaryFolder: string;
  /** `process.getuid`; `null` on Windows, where the folder lies in the person's own profile. */
  readonly userId: number | null;
}

/**
 * The folder where every Toctoc of one person leaves its locks, whichever data folder it has: portable, installed and
 * command line alike. On Linux the per-user runtime folder, which the system empties when the session ends
 * (XDG Base Directory Specification); elsewhere a folder of that person's among the temporary ones.
 */
export function runtimeFolder({ platform, environment, temporaryFolder, userId }: PersonsSystem): string {
  const runtime = environment['XDG_RUNTIME_DIR'];
  if (platform === 'linux' && runtime !== undefined && runtime.startsWith('/')) return join(runtime, 'toctoc');
  return join(temporaryFolder, userId === null ? 'toctoc' : `toctoc-${userId}`);
}

/**
 * Makes the folder if need be. `false`: it cannot be made, or it is somebody else's, or open to others; among the
 * temporary folders anybody could have put one there first, and then nothing in it can be believed.
 */
export function ensurePrivateFolder(folder: string, userId: number | null): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    return found.isDirectory() && (userId === null || (found.uid === userId && (found.mode & 0o077) === 0));
  } catch {
    return false;
  }
}
