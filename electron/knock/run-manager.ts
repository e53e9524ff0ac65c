import type { Profile } from '../../shared/model/profile.ts';
import { isOver, type LaunchState, type Outcome, type RunAction, type RunState } from '../../shared/model/run.ts';
import { fail, ok, type Problem, type Result } from '../../shared/result.ts';
import { type RunEvent, type RunRequest, requestOf } from './request.ts';
import type { Address } from './resolve.ts';
import { initialRun, nextRun } from './run-state.ts';
import type { RunResult } from './runner.ts';

type Runner = (request: RunRequest, signal: AbortSignal, emit: (event: RunEvent) => void) => Promise<RunResult>;

type Follower = (event: RunEvent) => void;

export interface RunManagerDeps {
  readonly open: Runner;
  readonly close: Runner;
  /** Starts what the profile wants once the door is open; answers with its name to show. */
  readonly launch: (profile: Profile, address: Address) => Promise<Result<{ readonly client: string }>>;
  /** Readies what the run needs (the practice server), and may answer with a changed profile. */
  readonly prepare: (profile: Profile) => Promise<Result<Profile>>;
  /** `usedLine`: the line of the profile's one-time list that opened the door. */
  readonly onOpened: (profile: Profile, usedLine: number | null) => void;
  /** A close is beginning. */
  readonly onClose: (profileId: string) => void;
  readonly onChange: (runs: readonly RunState[]) => void;
  /** Hears every event of every run, with the run as the event left it. These events name ports. */
  readonly onEvent?: (run: RunState, event: RunEvent) => void;
  readonly newId: () => string;
  /** ms since 1970 */
  readonly date: () => number;
}

/** The runs of saved profiles: at most one at a time for each, and the newest one's state for the screen. */
export class RunManager {
  readonly #deps: RunManagerDeps;
  readonly #runs = new Map<string, RunState>();
  readonly #aborts = new Map<string, AbortController>();
  readonly #working = new Map<string, Promise<void>>();
  readonly #followers = new Map<string, Set<Follower>>();

  constructor(deps: RunManagerDeps) {
    this.#deps = deps;
  }

  get runs(): readonly RunState[] {
    return [...this.#runs.values()];
  }

  /**
   * Starts a run and answers with its id at once; a second click joins the run that is going on. Who asks for the session
   * while a plain knock is under way gets it at the end of that knock.
   */
  start(profile: Profile, action: RunAction): Result<string> {
    const current = this.#runs.get(profile.id);
    if (current !== undefined && !isOver(current)) {
      const wantsSession = action === 'connect' && current.action !== 'close' && current.phase.phase !== 'done';
      if (wantsSession) this.#put({ ...current, action });
      return ok(current.runId);
    }
    if (action === 'close' && profile.closeSequence.length === 0) return fail({ code: 'close-sequence-missing' });
    if (action === 'close') this.#deps.onClose(profile.id);
    const run = initialRun(this.#deps.newId(), profile.id, action, this.#deps.date());
    const abort = new AbortController();
    this.#aborts.set(run.runId, abort);
    this.#put(run);
    const work = this.#work(run, profile, abort.signal)
      .catch((error: unknown) => this.#fail(run.runId, { code: 'internal', params: { reason: String(error) } }))
      .finally(() => {
        this.#aborts.delete(run.runId);
        this.#working.delete(run.runId);
        this.#followers.delete(run.runId);
      });
    this.#working.set(run.runId, work);
    return ok(run.runId);
  }

  /** Cancels a run that is going on; one that is over stays as it is. */
  cancel(runId: string): void {
    this.#aborts.get(runId)?.abort();
  }

  /**
   * Calls `listener` for every event of a run from now on, `done` being the last; for a run that is over at once with
   * its `done`. Unlike the run's state these events name ports: they are for whoever asked for this very run.
   *
   * @returns how to stop
   */
  follow(runId: string, listener: Follower): () => void {
    const phase = this.#find(runId)?.phase;
    if (phase === undefined || phase.phase === 'done') {
      if (phase !== undefined) listener({ type: 'done', outcome: phase.outcome });
      return () => {};
    }
    const followers = this.#followers.get(runId) ?? new Set();
    this.#followers.set(runId, followers.add(listener));
    return () => followers.delete(listener);
  }

  /** Starts a run, or joins one that does the same; one that does the opposite (open, close) is waited for first. */
  async startInTurn(profile: Profile, action: RunAction): Promise<Result<string>> {
    for (;;) {
      const current = this.#runs.get(profile.id);
      if (current === undefined || isOver(current) || (current.action === 'close') === (action === 'close')) {
        return this.start(profile, action);
      }
      await this.settled(current.runId);
    }
  }

  /** The same, but resolves with how the run ended; `null`: it could not start. */
  async outcome(profile: Profile, action: RunAction): Promise<Outcome | null> {
    const started = await this.startInTurn(profile, action);
    if (!started.ok) return null;
    await this.settled(started.value);
    const phase = this.#find(started.value)?.phase;
    return phase?.phase === 'done' ? phase.outcome : null;
  }

  /** Resolves when a run is over, its launch included. */
  async settled(runId: string): Promise<void> {
    await this.#working.get(runId);
  }

  /** Cancels what is going on, before a sleep, and answers with what to start again after it: not what only launches. */
  interrupt(): readonly Pick<RunState, 'profileId' | 'action'>[] {
    const going = this.runs.filter(({ phase }) => phase.phase !== 'done');
    for (const { runId } of going) this.cancel(runId);
    return going.map(({ profileId, action }) => ({ profileId, action }));
  }

  /** Forgets the run of a profile that is gone. */
  forget(profileId: string): void {
    const run = this.#runs.get(profileId);
    if (run === undefined) return;
    this.cancel(run.runId);
    this.#runs.delete(profileId);
    this.#deps.onChange(this.runs);
  }

  /** Cancels everything; resolves when the last socket is closed. */
  async dispose(): Promise<void> {
    for (const abort of this.#aborts.values()) abort.abort();
    await Promise.all(this.#working.values());
  }

  async #work(run: RunState, profile: Profile, signal: AbortSignal): Promise<void> {
    const { runId } = run;
    const ready = await this.#deps.prepare(profile);
    if (!ready.ok) return this.#fail(runId, ready.problems[0]);
    const request = requestOf(ready.value, run.action);
    // Asked at the end: somebody may have joined a plain knock and want the session as well.
    const launches = () => this.#find(runId)?.action === 'connect' && profile.launch.client !== 'none';
    const emit = (event: RunEvent) => {
      this.#update(runId, (now) => {
        const next = nextRun(now, event);
        // One step for the screen: the run is not over while its launch is still to come.
        return event.type === 'done' && launches() && isOpen(event) ? { ...next, launch: { state: 'starting' } } : next;
      });
      this.#tell(runId, event);
    };
    const {
      outcome,
      address,
      usedLine = null,
    } = await this.#deps[run.action === 'close' ? 'close' : 'open'](request, signal, emit);
    // Before the launch: whatever becomes of it, the line is used up.
    if (outcome.result === 'open') this.#deps.onOpened(ready.value, usedLine);
    if (launches() && address !== null && (outcome.result === 'open' || outcome.result === 'sent')) {
      const launch = await this.#launch(ready.value, address);
      this.#update(runId, (now) => ({ ...now, launch }));
    }
  }

  /** Ends a run that never got as far as knocking, or that broke. */
  #fail(runId: string, problem: Problem): void {
    const done: RunEvent = { type: 'done', outcome: { result: 'failed', problem } };
    this.#update(runId, (now) => nextRun(now, done));
    this.#tell(runId, done);
  }

  async #launch(profile: Profile, address: Address): Promise<LaunchState> {
    const failed = (problem: Problem): LaunchState => ({ state: 'failed', problem });
    try {
      const launched = await this.#deps.launch(profile, address);
      return launched.ok ? { state: 'started', client: launched.value.client } : failed(launched.problems[0]);
    } catch (error) {
      return failed({ code: 'internal', params: { reason: String(error) } });
    }
  }

  #tell(runId: string, event: RunEvent): void {
    const run = this.#find(runId);
    if (run !== undefined) this.#deps.onEvent?.(run, event);
    for (const follower of this.#followers.get(runId) ?? []) follower(event);
  }

  #find(runId: string): RunState | undefined {
    for (const run of this.#runs.values()) if (run.runId === runId) return run;
    return undefined;
  }

  #update(runId: string, change: (run: RunState) => RunState): void {
    const run = this.#find(runId);
    if (run === undefined) return;
    const next = change(run);
    if (next !== run) this.#put(next);
  }

  #put(run: RunState): void {
    this.#runs.set(run.profileId, run);
    this.#deps.onChange(this.runs);
  }
}

function isOpen(event: Extract<RunEvent, { type: 'done' }>): boolean {
  return event.outcome.result === 'open' || event.outcome.result === 'sent';
}
