import { type ConnectOpts, Socket, type SocketConstructorOpts } from 'node:net';

/** One read (bytes): four times what a stream reads at once, for fewer turns of the loop. */
const READ_BYTES = 1 << 18;
/** How many reads may wait for the sink before no more is read. */
const WAITING_READS = 4;

/**
 * A socket whose bytes go straight to `sink`, at the sink's pace: `socket.pipe(sink)` for bulk, without the end, which is
 * the caller's to pass on.
 *
 * A stream takes new memory for every read of 64 KiB. That is half of a relay's processor time, and it brings the heap to
 * where V8 wants to collect: a compiler thread that asks for it while Node is in its exit is never answered, and never
 * lets it end (https://github.com/nodejs/node/issues/54918). Here a few buffers are read into again and again.
 */
export function pumpedSocket(kind: SocketConstructorOpts, sink: NodeJS.WritableStream): Socket {
  const free: Uint8Array[] = [];
  let waiting = 0;
  const options: SocketConstructorOpts & ConnectOpts = {
    ...kind,
    onread: {
      buffer: () => free.pop() ?? Buffer.allocUnsafeSlow(READ_BYTES),
      callback: (bytes, buffer) => {
        waiting += 1;
        sink.write(buffer.subarray(0, bytes), () => {
          free.push(buffer);
          if (waiting === WAITING_READS) socket.resume();
          waiting -= 1;
        });
        return waiting < WAITING_READS;
      },
    },
  };
  const socket = new Socket(options);
  return socket;
}
