import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { Address } from '../../../electron/knock/resolve.ts';
import type { Protocol } from '../../../shared/model/sequence.ts';

export const V4 = { address: '127.0.0.1', family: 4 } as const satisfies Address;
export const V6 = { address: '::1', family: 6 } as const satisfies Address;
/** No system sends a SYN there: the connect call itself fails (Linux: ENETUNREACH), whatever network there is. */
export const NOWHERE = { address: '255.255.255.255', family: 4 } as const satisfies Address;

export const never = new AbortController().signal;
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for what has to come sooner or later; the test's own timeout is the limit. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(5);
}

/** TCP sockets that this process holds, listening ones left out. */
export function openSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
}

type Listener = Server | UdpSocket;

/** Real listeners on loopback that write down, in one list, what reached them. */
export class Listeners {
  /** `7000/tcp`, or `8000/udp` with the payload in hex: `8000/udp=00`. */
  readonly heard: string[] = [];
  readonly connections: Socket[] = [];
  readonly #all: Listener[] = [];

  async tcp(host: string = V4.address, port = 0, greet: (socket: Socket) => void = () => {}): Promise<number> {
    const server = createServer((socket) => {
      this.connections.push(socket);
      this.heard.push(`${socket.localPort}/tcp`);
      socket.on('error', () => {}).resume();
      greet(socket);
    });
    this.#all.push(server);
    server.listen(port, host);
    await once(server, 'listening');
    const at = server.address();
    return typeof at === 'object' && at !== null ? at.port : 0;
  }

  async udp(host: string = V4.address, port = 0, hear: () => void = () => {}): Promise<number> {
    const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
    this.#all.push(socket);
    socket.bind(port, host);
    await once(socket, 'listening');
    const own = socket.address().port;
    socket.on('message', (bytes) => {
      this.heard.push(`${own}/udp=${bytes.toString('hex')}`);
      hear();
    });
    return own;
  }

  /** Listens on one port and calls `hear` for each packet. */
  async on(host: string, port: number, protocol: Protocol, hear: () => void): Promise<void> {
    if (protocol === 'tcp') await this.tcp(host, port, hear);
    else await this.udp(host, port, hear);
  }

  async close(): Promise<void> {
    for (const socket of this.connections) socket.destroy();
    await Promise.all(this.#all.splice(0).map((listener) => new Promise<void>((done) => listener.close(() => done()))));
  }
}

/**
 * A port that no system gives away by itself (Linux: from 32768 on, others from 49152). One of those may be another test's
 * a moment later, or the near end of the very connection that looks whether anybody listens there: TCP then connects
 * the socket to itself (simultaneous open, RFC 9293, 3.5), and a shut door is open.
 */
export function ownPort(): number {
  return 20_000 + Math.floor(Math.random() * 12_000);
}

/** A port on which nothing listens: a connect is refused. */
export async function freePort(host: string = V4.address): Promise<number> {
  for (;;) {
    const listeners = new Listeners();
    try {
      return await listeners.tcp(host, ownPort());
    } catch {
      // Somebody else's: another one.
    } finally {
      await listeners.close();
    }
  }
}
