import { expect } from 'vitest';
import { type Clock, systemClock } from '../../../electron/knock/clock.ts';
import { Gate } from '../../../electron/knock/gate.ts';
import { ServerMemory } from '../../../electron/knock/memory.ts';
import type { RunEvent, RunRequest } from '../../../electron/knock/request.ts';
import type { Address, Lookup } from '../../../electron/knock/resolve.ts';
import { Room } from '../../../electron/knock/room.ts';
import { sourceTowards } from '../../../electron/knock/route.ts';
import { type RunnerDeps, type RunResult, runClose, runOpen } from '../../../electron/knock/runner.ts';
import { HELD_SOCKETS } from '../../../electron/knock/volley.ts';
import type { FakeKnockd } from './fake-knockd.ts';
import { never } from './listeners.ts';

/** The real clock, but waits for a server to forget (over a second) pass in no time, for everybody who asks it. */
export class FastClock implements Clock {
  /** The waits that were skipped (ms). */
  readonly skipped: number[] = [];
  #ahead = 0;

  now(): number {
    return systemClock.now() + this.#ahead;
  }

  date(): number {
    return systemClock.date() + this.#ahead;
  }

  async sleepUntil(deadline: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const wait = deadline - this.now();
    if (wait <= 1000) return systemClock.sleepUntil(deadline - this.#ahead, signal);
    this.skipped.push(wait);
    this.#ahead += wait;
  }
}

/** A name with these addresses; any other does not exist. */
export const names =
  (table: Readonly<Record<string, readonly Address[]>>): Lookup =>
  async (host) => {
    const found = table[host];
    if (found === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return found;
  };

export function engine(clock: Clock, lookup: Lookup = names({})): RunnerDeps {
  const memory = new ServerMemory(clock);
  return { clock, lookup, gate: new Gate(), memory, sockets: new Room(HELD_SOCKETS), sourceTowards };
}

/** A run to open this server, which was seen open before; `differs` says what is different. */
export function requestFor(server: FakeKnockd, differs: Partial<RunRequest> = {}): RunRequest {
  return {
    ...{ host: '127.0.0.1', family: 'automatic', steps: server.sequence, otherSteps: server.closeSequence },
    ...{ gapMs: 10, holdMs: 20, mode: 'syn', source: '', serverKind: 'knockd', seqTimeoutS: 5 },
    door: { port: server.door, check: true, look: true, ssh: true, watchMs: 400, everOpened: true },
    settleMs: 100,
    retries: null,
    ...differs,
  };
}

/** How a run ends that has found the door of a {@link FakeKnockd} open, after it knocked. */
export const OPEN = { result: 'open', ms: expect.any(Number), alreadyOpen: false, banner: 'SSH-2.0-fake', mute: false };

export interface Watched extends RunResult {
  readonly events: readonly RunEvent[];
}

async function watched(
  run: typeof runOpen,
  request: RunRequest,
  deps: RunnerDeps,
  signal: AbortSignal,
  hear = (_: RunEvent) => {},
) {
  const events: RunEvent[] = [];
  const result = await run(request, deps, signal, (event) => {
    events.push(event);
    hear(event);
  });
  return { ...result, events };
}

export function open(
  request: RunRequest,
  deps: RunnerDeps,
  signal = never,
  hear?: (event: RunEvent) => void,
): Promise<Watched> {
  return watched(runOpen, request, deps, signal, hear);
}

/** The same request the other way round. */
export function close(
  request: RunRequest,
  deps: RunnerDeps,
  signal = never,
  hear?: (event: RunEvent) => void,
): Promise<Watched> {
  return watched(runClose, { ...request, steps: request.otherSteps, otherSteps: request.steps }, deps, signal, hear);
}

/** The phases in order, each change once; a flush is `flushing`. */
export function phases({ events }: Watched): readonly string[] {
  const names = events.flatMap((event) =>
    event.type === 'phase'
      ? [event.phase.phase === 'knocking' && event.phase.flush ? 'flushing' : event.phase.phase]
      : [],
  );
  return names.filter((name, at) => name !== names[at - 1]);
}

/** How many attempts there were, and what left: `f` for a flush, `k` for a knock. */
export function packets({ events }: Watched): string {
  return events.flatMap((event) => (event.type === 'sent' ? [event.flush ? 'f' : 'k'] : [])).join('');
}

export function attempts({ events }: Watched): readonly number[] {
  return events.flatMap((event) => (event.type === 'attempt' ? [event.attempt] : []));
}

export function addresses({ events }: Watched): readonly string[] {
  return events.flatMap((event) => (event.type === 'address' ? [event.address] : []));
}
