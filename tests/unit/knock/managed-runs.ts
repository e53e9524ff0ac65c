import type { RunEvent, RunRequest } from '../../../electron/knock/request.ts';
import { RunManager, type RunManagerDeps } from '../../../electron/knock/run-manager.ts';
import type { RunResult } from '../../../electron/knock/runner.ts';
import type { Outcome, RunState } from '../../../shared/model/run.ts';
import { ok } from '../../../shared/result.ts';

const ADDRESS = { address: '192.0.2.7', family: 4 } as const;
export const OPEN: Outcome = { result: 'open', ms: 1, alreadyOpen: false, banner: null, mute: false };
export const SENT: Outcome = { result: 'sent', ms: 1 };
export const CANCELLED: Outcome = { result: 'cancelled' };
export const NOT_OPEN: Outcome = { result: 'not-open', door: 'silent', attempts: 3, everOpened: false };

/** A run that goes on until the test ends it, or its signal does. */
export interface Going {
  readonly kind: 'open' | 'close';
  readonly request: RunRequest;
  readonly signal: AbortSignal;
  readonly emit: (event: RunEvent) => void;
  readonly end: (outcome: Outcome) => void;
}

/** A manager whose runs the test ends, and lists of what it has been told; `differs`: what is another way. */
export function setUp(differs: Partial<RunManagerDeps> = {}) {
  const going: Going[] = [];
  const changes: (readonly RunState[])[] = [];
  const opened: string[] = [];
  const closed: string[] = [];
  /** `name address` */
  const launched: string[] = [];
  const runner =
    (kind: Going['kind']): RunManagerDeps['open'] =>
    (request, signal, emit) =>
      new Promise<RunResult>((resolve) => {
        const end = (outcome: Outcome) => {
          emit({ type: 'done', outcome });
          resolve({ outcome, address: ADDRESS });
        };
        if (signal.aborted) return end(CANCELLED);
        signal.addEventListener('abort', () => end(CANCELLED));
        going.push({ kind, request, signal, emit, end });
      });
  let ids = 0;
  const manager = new RunManager({
    open: runner('open'),
    close: runner('close'),
    launch: async (profile, { address }) => {
      launched.push(`${profile.name} ${address}`);
      return ok({ client: 'kitty' });
    },
    prepare: async (profile) => ok(profile),
    onOpened: ({ id }) => opened.push(id),
    onClose: (id) => closed.push(id),
    onChange: (runs) => changes.push(runs),
    newId: () => `run-${++ids}`,
    date: () => 42,
    ...differs,
  });
  /** The run that began as the `at`th. */
  const started = async (at = 0): Promise<Going> => {
    await settled();
    const one = going[at];
    if (one === undefined) throw new Error('no run is going on');
    return one;
  };
  /** The one run that there is. */
  const only = (runs = manager.runs): RunState => {
    const [run, ...more] = runs;
    if (run === undefined || more.length > 0) throw new Error(`${runs.length} runs`);
    return run;
  };
  return { manager, going, changes, opened, closed, launched, started, only };
}

/** Everything that is ready to happen has happened. */
export function settled(): Promise<unknown> {
  return new Promise((resolve) => setImmediate(resolve));
}
