import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fill } from '../../shared/text/sentence.ts';
import { errorCode } from '../knock/errors.ts';
import type { Target } from '../remote/protocol.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { interruptSignal } from './interrupt.ts';
import { here } from './language.ts';
import { type ProfileRunOptions, runProfile } from './profile-run.ts';
import { Relay } from './relay.ts';
import { consoleLines } from './reporter.ts';

/** A door that nobody looked at may open a moment later: a refusal is believed after this long (ms). */
const PATIENCE_MS = 2000;
const AGAIN_MS = 100;
/** One connect (ms): the system repeats its SYN after 1, 3 and 7 s. */
const CONNECT_MS = 10_000;

/**
 * `toctoc connect --profile`: the app opens the door and says where it is; the connection is our own, so that no byte of
 * it passes through the app, and it outlives the app.
 */
export async function connectProfile(profile: string, options: ProfileRunOptions): Promise<ExitStatus> {
  const signal = interruptSignal();
  const { status, target } = await runProfile('connect', profile, options, signal);
  if (target === null) return status;
  const relay = new Relay();
  const socket = await connectTarget(target, relay, signal);
  if (signal.aborted) return EXIT.interrupted;
  if (socket instanceof Error) {
    const { address, port } = target;
    consoleLines.error(fill(here().cli.remote.doorLost, { address, port, reason: errorCode(socket) }));
    return EXIT.notOpen;
  }
  const orderly = await relay.run(socket, signal);
  if (signal.aborted) return EXIT.interrupted;
  return orderly ? EXIT.done : EXIT.notOpen;
}

async function connectTarget(target: Target, relay: Relay, signal: AbortSignal): Promise<Socket | Error> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const socket = await connectOnce(target, relay, signal);
    if (!(socket instanceof Error) || signal.aborted || performance.now() > until) return socket;
    await sleep(AGAIN_MS);
  }
}

function connectOnce(target: Target, relay: Relay, signal: AbortSignal): Promise<Socket | Error> {
  const { address: host, port, family, localAddress } = target;
  const socket = relay.newSocket();
  return new Promise((resolve) => {
    const abort = () => socket.destroy(new Error('interrupted'));
    signal.addEventListener('abort', abort, { once: true });
    const timer = setTimeout(() => socket.destroy(new Error('ETIMEDOUT')), CONNECT_MS);
    const finish = (result: Socket | Error) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      resolve(result);
    };
    socket.once('connect', () => finish(socket));
    socket.once('error', finish);
    const local = localAddress === null ? {} : { localAddress };
    socket.connect({ host, port, family, noDelay: true, autoSelectFamily: false, ...local });
    if (signal.aborted) abort();
  });
}
