import { chmodSync, lstatSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { connect, type Server } from 'node:net';
import { isPrivateFolder, makePrivateFolder } from '../knock/private-folder.ts';
import { placesHere, uid } from './here.ts';
import { type SocketPlace, socketLink } from './socket-place.ts';

/** How long a socket that is there has to answer (ms), before it counts as taken by somebody who is just busy. */
const ANSWER_MS = 1000;

/** A server that listens. `close` takes the socket off the disk. */
export interface Listening {
  readonly path: string;
  readonly close: () => Promise<void>;
}

/**
 * Lets the server listen at the first usable place of this data folder: in a folder that is ours alone (0700), on a
 * socket that is ours alone (0600). A socket left behind by a crash is replaced; one that answers is not.
 *
 * @returns `null` when there is no usable place, or another process serves this data folder
 */
export async function listenPrivately(server: Server, dataFolder: string): Promise<Listening | null> {
  for (const place of placesHere(dataFolder)) {
    if (!isUsable(place)) continue;
    if (await answers(place)) return null;
    // Between the look and this nobody else comes: the app's lock allows one process per data folder.
    if (place.kind === 'file') rmSync(place.path, { force: true });
    if (!(await listen(server, place.path))) continue;
    if (place.kind === 'file') chmodSync(place.path, 0o600);
    const link = place.kind === 'file' ? leaveLink(dataFolder, place.path) : null;
    return { path: place.path, close: () => close(server, link) };
  }
  return null;
}

/** Whether it lies where nobody else can put anything; its folder is made. */
export function isUsable(place: SocketPlace): boolean {
  if (place.kind === 'pipe') return true;
  if (place.guard !== null && !isPrivateFolder(place.guard, uid)) return false;
  return makePrivateFolder(place.folder, uid);
}

function answers(place: SocketPlace): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(place.path);
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(ANSWER_MS, () => finish(true));
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const failed = () => resolve(false);
    server.once('error', failed);
    server.listen(path, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

/** Puts the link in place in one step; where links cannot be made, clients look at the usual places. */
function leaveLink(dataFolder: string, target: string): (() => void) | null {
  const link = socketLink(dataFolder);
  try {
    if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() === false) return null;
    const fresh = `${link}.${process.pid}`;
    rmSync(fresh, { force: true });
    symlinkSync(target, fresh);
    renameSync(fresh, link);
    return () => {
      if (readlinkSync(link) === target) rmSync(link);
    };
  } catch {
    return null;
  }
}

/** Node removes the socket file itself when its server closes. */
async function close(server: Server, removeLink: (() => void) | null): Promise<void> {
  try {
    removeLink?.();
  } catch {
    // Somebody else removed it.
  }
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
