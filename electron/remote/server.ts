import { createServer, type Server, type Socket } from 'node:net';
import { LineReader } from './lines.ts';
import { type Listening, listenPrivately } from './listen.ts';
import { parseRequest, type RemoteMessage, type RemoteRequest } from './protocol.ts';

/** Clients at once; more are turned away before they are heard. */
const MAX_CLIENTS = 64;
/** A client that has connected and does not ask is sent away (ms). */
const SILENCE_MS = 5000;
/** What may wait for a client that does not read (bytes); 10,000 profiles are about 2 MB. */
const MAX_UNREAD_BYTES = 16 << 20;

/**
 * Serves one request; resolves when everything was said. `signal` aborts when the client has gone. `heard` resolves when
 * the client has read what was said, or has gone: who has much to say waits for it, or it piles up here.
 */
export type Serve = (
  request: RemoteRequest,
  say: (message: RemoteMessage) => void,
  signal: AbortSignal,
  heard?: () => Promise<void>,
) => Promise<void>;

export interface RemoteServerDeps {
  readonly serve: Serve;
  readonly report: (error: unknown) => void;
}

/**
 * The app's end of the socket. Node tells nothing about who is at the other end (no SO_PEERCRED, no pipe client's
 * token): that nobody else can connect rests on the folder's and the socket's rights. What a client may ask for is little
 * all the same: nothing that the person could not do in the window; sequences are told only to who asks for an export.
 */
export class RemoteServer {
  readonly #deps: RemoteServerDeps;
  readonly #server: Server;
  readonly #clients = new Set<Socket>();
  #listening: Listening | null = null;

  constructor(deps: RemoteServerDeps) {
    this.#deps = deps;
    this.#server = createServer((socket) => this.#welcome(socket));
    this.#server.maxConnections = MAX_CLIENTS;
  }

  get clients(): number {
    return this.#clients.size;
  }

  /** Listens for clients of this data folder. `false`: no place was usable, or another app serves there. */
  async listen(dataFolder: string): Promise<boolean> {
    this.#listening = await listenPrivately(this.#server, dataFolder);
    // From here on an error (EMFILE, when there are no descriptors left) costs one client, not the app.
    this.#server.on('error', this.#deps.report);
    return this.#listening !== null;
  }

  /** Sends everybody away and takes the socket off the disk. */
  async close(): Promise<void> {
    for (const socket of this.#clients) socket.destroy();
    const listening = this.#listening;
    this.#listening = null;
    await listening?.close();
  }

  #welcome(socket: Socket): void {
    const gone = new AbortController();
    const reader = new LineReader();
    let asked = false;
    this.#clients.add(socket);
    socket.setTimeout(SILENCE_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      gone.abort();
      this.#clients.delete(socket);
    });
    // One request, then silence: whatever else comes is not from one of us.
    const refuse = () => this.#end(socket, REFUSED);
    socket.on('data', (chunk) => {
      if (asked) return void socket.destroy();
      try {
        const [line, ...more] = reader.push(chunk);
        if (line === undefined) return;
        asked = true;
        socket.setTimeout(0);
        const request = more.length === 0 ? parseRequest(line) : null;
        if (request === null) refuse();
        else this.#serve(request, socket, gone.signal);
      } catch {
        asked = true;
        refuse();
      }
    });
  }

  async #serve(request: RemoteRequest, socket: Socket, signal: AbortSignal): Promise<void> {
    const say = (message: RemoteMessage) => {
      if (!socket.writable) return;
      socket.write(lineOf(message));
      if (socket.writableLength > MAX_UNREAD_BYTES) socket.destroy();
    };
    try {
      await this.#deps.serve(request, say, signal, () => drained(socket));
    } catch (error) {
      this.#deps.report(error);
      say({ type: 'failed', problem: { code: 'internal', params: { reason: String(error) } } });
    }
    this.#end(socket, { type: 'end' });
  }

  #end(socket: Socket, message: RemoteMessage): void {
    if (socket.writable) socket.end(lineOf(message));
    // A client that neither reads nor leaves does not stay for ever.
    socket.setTimeout(SILENCE_MS, () => socket.destroy());
  }
}

async function drained(socket: Socket): Promise<void> {
  if (socket.destroyed || !socket.writableNeedDrain) return;
  await new Promise<void>((resolve) => {
    const over = () => {
      socket.off('drain', over).off('close', over);
      resolve();
    };
    socket.on('drain', over).on('close', over);
  });
}

const REFUSED: RemoteMessage = {
  type: 'failed',
  problem: { code: 'request-refused', params: { reason: 'it is none that this version of Toctoc knows' } },
};

function lineOf(message: RemoteMessage): string {
  return `${JSON.stringify(message)}\n`;
}
