import { readlinkSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { dirname, resolve } from 'node:path';
import { isOwnSocket } from '../knock/private-folder.ts';
import { placesHere, uid } from './here.ts';
import { LineReader } from './lines.ts';
import { parseMessage, type RemoteMessage, type RemoteRequest } from './protocol.ts';
import { type SocketPlace, socketLink } from './socket-place.ts';

/** A local socket answers at once or not at all (ms). */
const CONNECT_MS = 2000;

/**
 * Connects to the app of this data folder; `null` when none is running. A socket that is not ours, or that lies where
 * others could have put it, is not spoken to. (A Windows pipe has no owner that Node could read: its name alone says.)
 */
export async function connectApp(dataFolder: string): Promise<Socket | null> {
  for (const place of [...linkedPlace(dataFolder), ...placesHere(dataFolder)]) {
    if (place.kind === 'file' && !isOwnSocket(place.path, place.folder, uid)) continue;
    const socket = await tryConnect(place.path);
    if (socket !== null) return socket;
  }
  return null;
}

/**
 * Asks one thing and yields the answers up to and without the `end`. Leaving the loop, or aborting, closes the
 * connection, which cancels a run that was asked for.
 *
 * @throws {AppLost} when the connection ends before everything was said
 */
export async function* ask(
  socket: Socket,
  request: RemoteRequest,
  signal: AbortSignal,
): AsyncGenerator<Exclude<RemoteMessage, { type: 'end' }>> {
  const reader = new LineReader();
  const abort = () => socket.destroy();
  signal.addEventListener('abort', abort, { once: true });
  try {
    if (signal.aborted) abort();
    socket.write(`${JSON.stringify(request)}\n`);
    for await (const chunk of socket) {
      for (const line of reader.push(chunk)) {
        const message = parseMessage(line);
        if (message === null) throw new AppLost();
        if (message.type === 'end') return;
        yield message;
      }
    }
  } catch {
    // Whatever broke the connection: below is what it means.
  } finally {
    signal.removeEventListener('abort', abort);
    socket.destroy();
  }
  throw new AppLost();
}

/** The app went away in the middle of a conversation, or is none. */
export class AppLost extends Error {}

function linkedPlace(dataFolder: string): readonly SocketPlace[] {
  if (process.platform === 'win32') return [];
  try {
    const path = resolve(dataFolder, readlinkSync(socketLink(dataFolder)));
    return [{ kind: 'file', path, folder: dirname(path), guard: null }];
  } catch {
    return [];
  }
}

function tryConnect(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const failed = () => {
      socket.destroy();
      resolve(null);
    };
    socket.setTimeout(CONNECT_MS, failed);
    socket.once('error', failed);
    socket.once('connect', () => {
      socket.setTimeout(0);
      // Its end is told to whoever reads it; an error alone must not end the process.
      socket.off('error', failed).on('error', () => {});
      resolve(socket);
    });
  });
}
