import type { Socket } from 'node:dgram';
import type { Clock } from './clock.ts';
import type { Address } from './resolve.ts';

/** One unconnected UDP socket for all the UDP knocks of a run: bound beforehand, so that `send` is one system call. */
export class UdpSender {
  readonly #socket: Socket;
  readonly #target: Address;
  readonly #clock: Clock;

  private constructor(socket: Socket, target: Address, clock: Clock) {
    this.#socket = socket;
    this.#target = target;
    this.#clock = clock;
  }

  /** Opens and binds the socket; rejects with the system's error when the source cannot be bound. */
  static async open(target: Address, localAddress: string | undefined, clock: Clock): Promise<UdpSender> {
    // Loaded here: most sequences are TCP alone, and the command line starts anew for each.
    const { createSocket } = await import('node:dgram');
    return new Promise((resolve, reject) => {
      const socket = createSocket({
        type: target.family === 4 ? 'udp4' : 'udp6',
        // The target is a literal: answering at once keeps the resolver, and a turn of the loop, out of the way.
        lookup: (host, _options, callback) => callback(null, host, target.family),
      });
      socket.once('error', reject);
      socket.bind({ port: 0, exclusive: true, ...(localAddress !== undefined && { address: localAddress }) }, () => {
        socket.off('error', reject);
        // An unconnected socket hears no ICMP errors; a stray error must not end the process all the same.
        socket.on('error', () => {});
        resolve(new UdpSender(socket, target, clock));
      });
    });
  }

  /** Sends one datagram; resolves with the moment it left (on the clock), rejects when it did not. */
  send(port: number, payload: Uint8Array): Promise<number> {
    return new Promise((resolve, reject) => {
      const at = this.#clock.now();
      this.#socket.send(payload, port, this.#target.address, (error) => {
        if (error === null || error === undefined) resolve(at);
        else reject(error);
      });
    });
  }

  close(): void {
    this.#socket.close();
  }
}
