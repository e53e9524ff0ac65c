import { fstatSync } from 'node:fs';
import { Socket } from 'node:net';
import { finished } from 'node:stream/promises';

const STDOUT = 1;

/**
 * Standard output as a stream that can be closed and that tells when its reader is slow. Node's own writes to a pipe
 * by blocking the process, and never closes it: the reader would not see the end of the connection.
 */
function standardOutput(): NodeJS.WritableStream {
  const kind = fstatSync(STDOUT);
  if (!kind.isFIFO() && !kind.isSocket()) return process.stdout;
  return new Socket({ fd: STDOUT, readable: false, writable: true });
}

/**
 * Relays standard input to `socket` and `socket` to standard output until both directions have ended, as ssh wants it
 * of a ProxyCommand: each end of a direction is passed on by itself (half-close), and a slow reader slows its writer.
 *
 * @returns `true` when the connection ended in order, `false` when it broke
 */
export async function relay(socket: Socket): Promise<boolean> {
  const output = standardOutput();
  const broken = new Promise<boolean>((resolve) => {
    // Whoever reads us has gone: nobody is left to relay for.
    output.on('error', () => resolve(true));
    socket.on('error', () => resolve(false));
  });
  process.stdin.pipe(socket);
  socket.pipe(output);
  const received = finished(socket, { writable: false });
  const sent = finished(socket, { readable: false });
  const ended = received.then(async () => {
    // At a keyboard nobody would think of ending an input that leads nowhere any more.
    if (!process.stdin.isTTY) await sent;
    return true;
  });
  return Promise.race([ended.catch(() => false), broken]).finally(() => {
    process.stdin.unpipe(socket);
    socket.destroy();
  });
}
