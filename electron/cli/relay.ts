import { fstatSync } from 'node:fs';
import { Socket } from 'node:net';
import { finished } from 'node:stream/promises';
import { flushed } from './finish.ts';

const STDOUT = 1;

/**
 * Standard output as a stream that can be closed and that tells when its reader is slow. Node never closes its own: the
 * reader would not see the end of the connection.
 */
function standardOutput(): NodeJS.WritableStream {
  // Already one of ours (console-pipes.ts), where the process has no descriptor 1.
  if (process.stdout instanceof Socket && process.stdout.fd !== STDOUT) return process.stdout;
  const kind = fstatSync(STDOUT);
  if (!kind.isFIFO() && !kind.isSocket()) return process.stdout;
  return new Socket({ fd: STDOUT, readable: false, writable: true });
}

/** Resolves when the reader has been given everything that was received, and its end where it can be. */
function delivered(output: NodeJS.WritableStream): Promise<void> {
  if (output === process.stdout) return flushed(output);
  output.end();
  return finished(output, { readable: false });
}

/**
 * Relays standard input to `socket` and `socket` to standard output until both directions have ended, as ssh wants it
 * of a ProxyCommand: each end of a direction is passed on by itself (half-close), and a slow reader slows its writer.
 * `socket` is destroyed at the end, and when `signal` is aborted.
 *
 * @returns `true` when the connection ended in order, `false` when it broke
 */
export async function relay(socket: Socket, signal: AbortSignal): Promise<boolean> {
  const output = standardOutput();
  const over = new Promise<boolean>((resolve) => {
    // Whoever reads us has gone: nobody is left to relay for.
    output.on('error', () => resolve(true));
    if (signal.aborted) resolve(false);
    signal.addEventListener('abort', () => resolve(false), { once: true });
  });
  process.stdin.pipe(socket);
  socket.pipe(output);
  const sent = finished(socket, { readable: false }).then(
    () => true,
    () => false,
  );
  const received = finished(socket, { writable: false }).then(
    () => true,
    () => false,
  );
  const ended = received.then(async (orderly) => {
    await delivered(output);
    // At a keyboard nobody would think of ending an input that leads nowhere any more.
    return orderly && (process.stdin.isTTY || (await sent));
  });
  return Promise.race([ended.catch(() => true), over]).finally(() => {
    process.stdin.unpipe(socket);
    socket.destroy();
  });
}
