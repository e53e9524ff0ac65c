import { once } from 'node:events';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { devNull } from 'node:os';
import { finished } from 'node:stream/promises';
import { isatty } from 'node:tty';
import { flushed } from './finish.ts';
import { pumpedSocket } from './pumped-socket.ts';

const STDIN = 0;
const STDOUT = 1;

/**
 * Relays standard input to a connection and the connection to standard output, as ssh wants it of a ProxyCommand: each
 * end of a direction is passed on by itself (half-close), and a slow reader slows its writer.
 */
export class Relay {
  readonly #pipe = outputPipe();
  readonly #output = this.#pipe ?? process.stdout;

  /** A socket to connect with; what it receives goes to standard output, once it is relayed. */
  readonly newSocket = (): Socket => pumpedSocket({ allowHalfOpen: true }, this.#output).pause();

  /**
   * Relays until both directions have ended. `socket`, a connected one of {@link newSocket}, is destroyed at the end, and
   * when `signal` is aborted.
   *
   * @returns `true` when the connection ended in order, `false` when it broke
   */
  async run(socket: Socket, signal: AbortSignal): Promise<boolean> {
    const over = new Promise<boolean>((resolve) => {
      // Whoever reads us has gone: nobody is left to relay for.
      this.#output.on('error', () => resolve(true));
      if (signal.aborted) resolve(false);
      signal.addEventListener('abort', () => resolve(false), { once: true });
    });
    const sent = finished(socket, { readable: false }).then(
      () => true,
      () => false,
    );
    const received = finished(socket, { writable: false }).then(
      () => true,
      () => false,
    );
    socket.resume();
    const stop = sendStandardInput(socket);
    const ended = received.then(async (orderly) => {
      await (this.#pipe === null ? flushed(this.#output) : closeOutput(this.#pipe));
      // At a keyboard nobody would think of ending an input that leads nowhere any more.
      return orderly && (isatty(STDIN) || (await sent));
    });
    return Promise.race([ended.catch(() => true), over]).finally(() => {
      stop();
      socket.destroy();
    });
  }
}

/** Whether the process was given a pipe as this descriptor. */
function isPipe(descriptor: number): boolean {
  const kind = fstatSync(descriptor);
  return kind.isFIFO() || kind.isSocket();
}

/** Whether console-pipes.ts has put one of ours in its place, where the process has no such descriptor. */
function isReplaced(name: 'stdin' | 'stdout'): boolean {
  return Object.getOwnPropertyDescriptor(process, name)?.get === undefined;
}

/** Standard output as a socket that tells when its reader is slow and can be closed; `null` where it is no pipe. */
function outputPipe(): Socket | null {
  if (isReplaced('stdout') || !isPipe(STDOUT)) return null;
  return new Socket({ fd: STDOUT, readable: false, writable: true });
}

/** @returns what ends it */
function sendStandardInput(socket: Socket): () => void {
  // Windows has pipes of several kinds, which Node's own reader knows.
  if (isReplaced('stdin') || process.platform === 'win32' || !isPipe(STDIN)) {
    process.stdin.pipe(socket);
    return () => process.stdin.unpipe(socket);
  }
  const input = pumpedSocket({ fd: STDIN, readable: true, writable: false }, socket);
  input.on('error', () => {}).once('close', () => socket.end());
  return () => input.destroy();
}

/**
 * Gives the reader what is still on its way, and the end. A socket that is closed leaves the descriptors of standard
 * input and output alone (libuv's uv__stream_close), and the reader would see the end only with that of this process.
 */
async function closeOutput(pipe: Socket): Promise<void> {
  pipe.end();
  await finished(pipe, { readable: false });
  if (!pipe.closed) await once(pipe, 'close');
  closeSync(STDOUT);
  // The lowest number that is free: for whatever else may write to descriptor 1.
  openSync(devNull, 'w');
}
