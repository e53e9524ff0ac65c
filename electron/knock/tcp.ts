import { Socket } from 'node:net';
import { FULL_CONNECT_MS } from '../../shared/model/knocking-time.ts';
import type { Clock } from './clock.ts';
import type { Address } from './resolve.ts';

export interface TcpOptions {
  readonly target: Address;
  readonly port: number;
  readonly localAddress: string | undefined;
  /** How long the socket lives (ms). Closing it early is the only way to keep the system from sending the SYN again. */
  readonly holdMs: number;
  /** `full`: wait for the handshake before the next knock, for carriers whose proxies swallow a lone SYN. */
  readonly mode: 'syn' | 'full';
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told once when the socket is gone, or was never made. */
  readonly onGone: () => void;
}

const AT_ONCE = Promise.resolve();

/** A knock that has left. */
export interface Sent {
  /** When, on the clock. */
  readonly at: number;
  /** Resolves when the next knock may follow, gaps aside. At once but in full-connect mode. */
  readonly settled: Promise<void>;
}

/**
 * Sends one SYN and destroys the socket after `holdMs`, whatever answers.
 *
 * `'connectionAttempt'` fires right before the system call; an error that the call itself returns means that nothing
 * left, and rejects. Every later error (a RST, an ICMP message) is an answer to a packet that did leave.
 */
export function knockTcp(options: TcpOptions): Promise<Sent> {
  const { target, port, localAddress, holdMs, mode, clock, signal, onGone } = options;
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      onGone();
      return reject(signal.reason);
    }
    const socket = new Socket();
    const settled = mode === 'syn' ? AT_ONCE : ended(socket);
    let left = false;
    const destroy = () => socket.destroy();
    const timer = setTimeout(destroy, mode === 'full' ? FULL_CONNECT_MS : holdMs);
    signal.addEventListener('abort', destroy);
    // Each of these comes once at most; `once` would make three more objects of each, for each of a thousand servers.
    socket.on('close', () => {
      onGone();
      clearTimeout(timer);
      signal.removeEventListener('abort', destroy);
      // Gone before the attempt: nothing left, and nobody waits for more than this.
      if (!left) reject(signal.aborted ? signal.reason : (socket.errored ?? new Error('closed')));
    });
    socket.on('error', toldByErrored);
    if (mode === 'full') socket.on('connect', destroy);
    socket.on('connectionAttempt', () => {
      const at = clock.now();
      process.nextTick(() => {
        left = socket.errored === null;
        if (left) resolve({ at, settled });
        else reject(socket.errored);
      });
    });
    socket.connect({
      host: target.address,
      port,
      family: target.family,
      autoSelectFamily: false,
      ...(localAddress !== undefined && { localAddress }),
    });
  });
}

/** Resolves when the handshake is over, or the socket is. */
function ended(socket: Socket): Promise<void> {
  return new Promise((settle) => {
    socket.once('connect', () => settle()).once('close', () => settle());
  });
}

/** The caller is told through `socket.errored`. */
function toldByErrored(): void {}
