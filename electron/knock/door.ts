import { Socket } from 'node:net';
import type { DoorState } from '../../shared/model/run.ts';
import { type Greeting, readBanner } from './banner.ts';
import type { Clock } from './clock.ts';
import { errorCode } from './errors.ts';
import { isMissingInArp } from './neighbour.ts';
import type { Address } from './resolve.ts';

/** Time between two connects where the round trip is unknown or short (ms). */
const INTERVAL_MS = 50;
/** The same shortly after the last knock, for this long: the rule becomes active within 70 ms of it (ms). */
const QUICK_INTERVAL_MS = 15;
const QUICK_MS = 75;
/** The same for a look, which expects its answer within one round trip (ms). */
const LOOK_INTERVAL_MS = 100;
/** One connect lives this long (ms): under the first SYN retransmission, so that a probe is one packet. */
const LIFETIME_MS = 900;
const MAX_WAITING = 20;

/** Makes a socket that is not connected yet. */
export type NewSocket = () => Socket;

export interface WatchOptions {
  readonly target: Address;
  readonly port: number;
  readonly localAddress: string | undefined;
  /** When the first connect starts, and when to give up (on the clock). */
  readonly from: number;
  readonly until: number;
  /** Round trip to the server (ms), `null` while unknown. */
  readonly rttMs: number | null;
  /** A look, not a watch: fewer connects, and a refusal is an answer too. */
  readonly look: boolean;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Makes the socket of each connect, in the place of a plain one. */
  readonly newSocket?: NewSocket | undefined;
  /** Hears when (on the clock) each connect left. */
  readonly onProbe?: (atMs: number) => void;
}

/** What a watch saw. `rttMs`: from the SYN to its answer, `null` when nothing answered. */
export type Seen =
  | { readonly door: 'open'; readonly at: number; readonly rttMs: number; readonly socket: Socket }
  | { readonly door: DoorState; readonly rttMs: number | null };

/** Errors of a connect that mean that somebody answered: a RST (also one right behind the handshake), or a firewall's ICMP message. */
const ANSWERED = new Set(['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'EACCES', 'EPERM']);

/**
 * Finds out whether a port is open, by overlapping connects: one every `max(50 ms, half a round trip)`, closer together
 * at first, each living at most 0.9 s, the first that succeeds wins and the others are destroyed. One connect alone would
 * be retried by the system after a whole second; connects in series with a short limit never succeed on a long path.
 *
 * The service sees the winner, and seldom a second one, however many are on their way: a SYN-ACK that finds its socket
 * destroyed is answered with a RST, and what is not established is never accepted.
 *
 * The winner's socket is handed over connected and unread: it is the caller's to end.
 *
 * @throws the signal's reason when aborted
 */
export function watchDoor(options: WatchOptions): Promise<Seen> {
  const { target, port, localAddress, from, until, look, clock, signal, newSocket = () => new Socket() } = options;
  const waiting = new Set<Socket>();
  const interval = Math.max(look ? LOOK_INTERVAL_MS : INTERVAL_MS, (options.rttMs ?? 0) / 2);
  let rttMs: number | null = null;
  let refused = false;

  return new Promise<Seen>((resolve, reject) => {
    let over = false;
    const finish = (settle: () => void) => {
      if (over) return;
      over = true;
      signal.removeEventListener('abort', abort);
      for (const socket of waiting) socket.destroy();
      settle();
    };
    const abort = () => finish(() => reject(signal.reason));
    const shut = () => finish(() => resolve({ door: refused ? 'refused' : 'silent', rttMs }));

    const probe = () => {
      const started = clock.now();
      const socket = newSocket();
      const timer = setTimeout(() => socket.destroy(), LIFETIME_MS);
      let left = false;
      waiting.add(socket);
      socket.once('connectionAttempt', () => {
        const at = clock.now();
        process.nextTick(() => {
          left = socket.errored === null;
          if (left && !over) options.onProbe?.(at);
        });
      });
      socket.once('connect', () => {
        waiting.delete(socket);
        clearTimeout(timer);
        const at = clock.now();
        finish(() => resolve({ door: 'open', at, rttMs: at - started, socket }));
      });
      socket.on('error', (error) => {
        const code = errorCode(error);
        if (!ANSWERED.has(code)) return;
        // Our own system's word that it found nobody with that address: no answer either.
        if (code === 'EHOSTUNREACH' && isMissingInArp(target.address)) return;
        // An error of the system call itself is no answer: nothing left.
        if (left) {
          refused = true;
          rttMs = clock.now() - started;
        }
        if (look) shut();
      });
      socket.once('close', () => {
        clearTimeout(timer);
        waiting.delete(socket);
      });
      socket.connect({
        host: target.address,
        port,
        family: target.family,
        autoSelectFamily: false,
        noDelay: true,
        ...(localAddress !== undefined && { localAddress }),
      });
    };

    const watch = async () => {
      for (let next = from; next < until && !over; ) {
        await clock.sleepUntil(next, signal);
        if (over) return;
        if (waiting.size < MAX_WAITING) probe();
        const step = !look && next - from < QUICK_MS ? QUICK_INTERVAL_MS : interval;
        next = Math.max(next + step, clock.now());
      }
      await clock.sleepUntil(until, signal);
      shut();
    };

    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    watch().catch((error) => finish(() => reject(error)));
  });
}

/** Ends a probe politely: an ssh server that is left before it has spoken counts that against the address. */
export async function greet(socket: Socket, expectSsh: boolean, signal: AbortSignal): Promise<Greeting> {
  try {
    return expectSsh ? await readBanner(socket, signal) : { banner: null, mute: false };
  } finally {
    socket.destroy();
  }
}
