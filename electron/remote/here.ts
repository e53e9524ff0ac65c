import { realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { resolve } from 'node:path';
import { sessionFolder } from '../knock/private-folder.ts';
import { type SocketPlace, socketPlaces } from './socket-place.ts';

/** Our user's number; -1 on Windows, where files have none. */
export const uid = process.getuid?.() ?? -1;

/** The data folder as both sides name it, whatever links and capitals lead there. */
export function realFolder(folder: string): string {
  const real = realpath(resolve(folder));
  return process.platform === 'win32' ? real.toLowerCase() : real;
}

/** {@link socketPlaces} of this process and this data folder. */
export function placesHere(dataFolder: string): readonly SocketPlace[] {
  const { platform, env: environment } = process;
  return socketPlaces({
    platform,
    user: uid >= 0 ? String(uid) : userInfo().username.toLowerCase(),
    dataFolder: realFolder(dataFolder),
    sessionFolder: sessionFolder({ platform, environment, userId: uid >= 0 ? uid : null }),
    tmpFolder: tmpdir(),
  });
}

function realpath(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}
