import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { amongTemporary, inSession } from '../knock/private-folder.ts';

/** What decides where the socket is. */
export interface PlaceFacts {
  readonly platform: NodeJS.Platform;
  /** The user's number, or on Windows the name. */
  readonly user: string;
  /** The app's data folder: it names the socket, because portable, installed and test copies each have their own. */
  readonly dataFolder: string;
  /** `null`: there is none. */
  readonly sessionFolder: string | null;
  readonly tmpFolder: string;
}

/** A named pipe needs no folder. */
export interface PipePlace {
  readonly kind: 'pipe';
  readonly path: string;
}

/** A file lies in a folder of its own, which has to be ours alone, and so has `guard`, where there is one, before. */
export interface FilePlace {
  readonly kind: 'file';
  readonly path: string;
  readonly folder: string;
  readonly guard: string | null;
}

export type SocketPlace = PipePlace | FilePlace;

/** Bytes of `sun_path` without its final NUL: unix(7) on Linux; 104 on macOS and the BSDs. */
const MAX_PATH_BYTES: Partial<Record<NodeJS.Platform, number>> = { linux: 107 };
const MAX_PATH_BYTES_ELSEWHERE = 103;

/**
 * Where the app may listen, the best first: the session's runtime folder, the data folder, and where those make too
 * long a path for a socket, a folder under the system's temporary one. On Windows a named pipe, which needs no folder.
 */
export function socketPlaces(facts: PlaceFacts): readonly SocketPlace[] {
  const { platform, user, dataFolder, sessionFolder, tmpFolder } = facts;
  const hash = createHash('sha256').update(`${user}\0${dataFolder}`).digest('hex').slice(0, 16);
  if (platform === 'win32') return [{ kind: 'pipe', path: `\\\\.\\pipe\\toctoc-${hash}` }];
  const folders = [
    ...(sessionFolder === null ? [] : [{ folder: inSession(sessionFolder), guard: sessionFolder }]),
    { folder: join(dataFolder, 'run'), guard: null },
    { folder: amongTemporary(tmpFolder, user), guard: null },
  ];
  const most = MAX_PATH_BYTES[platform] ?? MAX_PATH_BYTES_ELSEWHERE;
  return folders
    .map(({ folder, guard }) => ({ kind: 'file', folder, guard, path: join(folder, `${hash}.sock`) }) as const)
    .filter(({ path }) => Buffer.byteLength(path) <= most);
}

/** A symbolic link in the data folder to the socket, for clients whose environment differs (cron has no runtime folder). */
export function socketLink(dataFolder: string): string {
  return join(dataFolder, 'socket');
}
