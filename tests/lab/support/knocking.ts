import { systemClock } from '../../../electron/knock/clock.ts';
import { Gate } from '../../../electron/knock/gate.ts';
import { ServerMemory } from '../../../electron/knock/memory.ts';
import { CHECK_MS } from '../../../electron/knock/policy.ts';
import type { RunEvent, RunRequest } from '../../../electron/knock/request.ts';
import { lookupAll } from '../../../electron/knock/resolve.ts';
import { Room } from '../../../electron/knock/room.ts';
import { sourceTowards } from '../../../electron/knock/route.ts';
import { type RunnerDeps, type RunResult, runClose, runOpen } from '../../../electron/knock/runner.ts';
import { HELD_SOCKETS } from '../../../electron/knock/volley.ts';
import { parseSequence, type Sequence } from '../../../shared/model/sequence.ts';
import { SERVER } from './lab.ts';

/** The engine as a freshly started app has it. */
export function freshEngine(): RunnerDeps {
  return {
    clock: systemClock,
    lookup: lookupAll,
    gate: new Gate(),
    memory: new ServerMemory(systemClock),
    sockets: new Room(HELD_SOCKETS),
    sourceTowards,
  };
}

export function sequence(text: string): Sequence {
  const parsed = parseSequence(text);
  if (!parsed.ok) throw new Error(`not a sequence: ${text}`);
  return parsed.value;
}

/** The stock door of a knockd that was seen open before; `changes` say what is different. */
export function stockRequest(changes: Partial<RunRequest> = {}): RunRequest {
  return {
    host: SERVER.clean4,
    family: 'automatic',
    steps: sequence('7000 8000 9000'),
    otherSteps: sequence('9000 8000 7000'),
    gapMs: 50,
    holdMs: 50,
    mode: 'syn',
    source: '',
    serverKind: 'knockd',
    seqTimeoutS: 5,
    door: { port: 22, check: true, look: true, ssh: true, watchMs: CHECK_MS, everOpened: true },
    settleMs: 100,
    retries: null,
    ...changes,
  };
}

/**
 * For tests that count attempts: the door is watched for long after each, so that a busy machine, on which the server's
 * command takes its time, is not taken for a sequence that did not open. One that opens is seen as soon as ever.
 */
export function patient(request: RunRequest): RunRequest {
  return { ...request, door: { ...request.door, watchMs: 20_000 }, settleMs: 2_000 };
}

/** The same run, the other way round. */
export function closing(request: RunRequest): RunRequest {
  return { ...request, steps: request.otherSteps, otherSteps: request.steps };
}

export interface Watched extends RunResult {
  readonly events: readonly RunEvent[];
}

/** Runs to the end and keeps the events. `onEvent` hears each as it happens. */
export async function open(
  request: RunRequest,
  deps = freshEngine(),
  signal = never(),
  onEvent: (event: RunEvent) => void = () => {},
): Promise<Watched> {
  const events: RunEvent[] = [];
  const result = await runOpen(request, deps, signal, (event) => {
    events.push(event);
    onEvent(event);
  });
  return { ...result, events };
}

/** For `onEvent`: acts once, when the first knock has left. */
export function atFirstKnock(act: () => void): (event: RunEvent) => void {
  let knocked = false;
  return ({ type }) => {
    if (type !== 'sent' || knocked) return;
    knocked = true;
    act();
  };
}

export async function close(request: RunRequest, deps = freshEngine(), signal = never()): Promise<Watched> {
  const events: RunEvent[] = [];
  const result = await runClose(closing(request), deps, signal, (event) => events.push(event));
  return { ...result, events };
}

function never(): AbortSignal {
  return new AbortController().signal;
}
