import { lstatSync, mkdirSync, type Stats } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What decides where the processes of one person meet. */
export interface PersonsSystem {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly temporaryFolder: string;
  /** `process.getuid`; `null` on Windows, where the folder lies in the person's own profile. */
  readonly userId: number | null;
}

/** Group and others: any of these bits lets somebody else in. */
const OTHERS = 0o077;

/**
 * The folder where every Toctoc of one person leaves its locks, whichever data folder it has: portable, installed and
 * command line alike. On Linux the per-user runtime folder, which the system empties when the session ends; elsewhere a
 * folder of that person's among the temporary ones.
 */
export function runtimeFolder(system: PersonsSystem, isPrivate = isPrivateFolder): string {
  const session = system.platform === 'linux' ? sessionFolder(system, isPrivate) : null;
  return session === null ? amongTemporary(system.temporaryFolder, system.userId) : inSession(session);
}

/** {@link runtimeFolder} of this process. */
export function runtimeFolderHere(): string {
  const { platform, env: environment } = process;
  return runtimeFolder({ platform, environment, temporaryFolder: tmpdir(), userId: process.getuid?.() ?? null });
}

/**
 * The session's runtime folder, `null` where there is none: `$XDG_RUNTIME_DIR` (XDG Base Directory Specification; it has
 * to be absolute), and on Linux, for who was started outside the session (cron, su), the folder that systemd makes for
 * it (pam_systemd(8)), so that all of them meet.
 */
export function sessionFolder(
  { platform, environment, userId }: Omit<PersonsSystem, 'temporaryFolder'>,
  isPrivate = isPrivateFolder,
): string | null {
  const told = environment['XDG_RUNTIME_DIR'];
  if (told?.startsWith('/')) return told;
  const usual = `/run/user/${userId}`;
  return platform === 'linux' && userId !== null && isPrivate(usual, userId) ? usual : null;
}

/** Our folder in the session's. */
export function inSession(session: string): string {
  return join(session, 'toctoc');
}

/** Our folder among the temporary ones; `user` where several people share them. */
export function amongTemporary(temporaryFolder: string, user: number | string | null): string {
  return join(temporaryFolder, user === null ? 'toctoc' : `toctoc-${user}`);
}

/**
 * Whether a folder is there, is ours, and nobody else can look into it. A symbolic link is none, even to such a folder:
 * whoever made it could point it elsewhere between this look and the next.
 *
 * @param userId `null` on Windows, where files show no owner: then it has to be there
 */
export function isPrivateFolder(path: string, userId: number | null): boolean {
  const stats = look(path);
  if (stats?.isDirectory() !== true) return false;
  return userId === null || (stats.uid === userId && (stats.mode & OTHERS) === 0);
}

/**
 * Makes the folder (mode 0700, its parents must exist) unless it is there, and answers whether it is private: among the
 * temporary folders anybody could have put one there first, and then nothing in it can be believed.
 */
export function makePrivateFolder(path: string, userId: number | null): boolean {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch {
    // Perhaps it exists: the look decides.
  }
  return isPrivateFolder(path, userId);
}

/** Whether `path` is a socket that we made, in a folder that only we can change. */
export function isOwnSocket(path: string, folder: string, userId: number): boolean {
  if (!isPrivateFolder(folder, userId)) return false;
  const stats = look(path);
  return stats?.isSocket() === true && stats.uid === userId;
}

/** What is there, links not followed; `undefined` for nothing, and for what we may not even look at. */
function look(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
