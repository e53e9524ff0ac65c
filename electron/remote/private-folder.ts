import { lstatSync, mkdirSync, type Stats } from 'node:fs';

/** Group and others: any of these bits lets somebody else in. */
const OTHERS = 0o077;

/**
 * Whether a folder is there, is ours, and nobody else can look into it. A symbolic link is none, even to such a folder:
 * whoever made it could point it elsewhere between this look and the next.
 *
 * @param uid our user's number
 */
export function isPrivateFolder(path: string, uid: number): boolean {
  const stats = look(path);
  return stats?.isDirectory() === true && stats.uid === uid && (stats.mode & OTHERS) === 0;
}

/** Makes the folder (mode 0700, its parents must exist) unless it is there, and answers whether it is private. */
export function makePrivateFolder(path: string, uid: number): boolean {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch {
    // Perhaps it exists: the look decides.
  }
  return isPrivateFolder(path, uid);
}

/** Whether `path` is a socket that we made, in a folder that only we can change. */
export function isOwnSocket(path: string, folder: string, uid: number): boolean {
  if (!isPrivateFolder(folder, uid)) return false;
  const stats = look(path);
  return stats?.isSocket() === true && stats.uid === uid;
}

/** What is there, links not followed; `undefined` for nothing, and for what we may not even look at. */
function look(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
