import { connectedPort } from '../../shared/model/launch.ts';
import { isFewLines } from '../../shared/model/one-time.ts';
import { type Profile, type ProfileSummary, sameTag } from '../../shared/model/profile.ts';
import { isOver, type Outcome } from '../../shared/model/run.ts';
import { assertNever, type Problem, type Result } from '../../shared/result.ts';
import { KnockError } from '../knock/errors.ts';
import type { RunManager } from '../knock/run-manager.ts';
import { sourceAddress } from '../knock/source.ts';
import { findProfile } from './find-profile.ts';
import { type ListedProfile, type RemoteMessage, type RemoteRequest, type Target, withoutPorts } from './protocol.ts';
import { type ServedSharing, serveExport, serveImport } from './serve-sharing.ts';
import type { Serve } from './server.ts';

/** What requests reach, each by its narrowest slice. */
export interface ServeDeps {
  readonly list: () => readonly ProfileSummary[];
  /** Resolves when it is known whether profiles can be read. */
  readonly ready: () => Promise<void>;
  readonly read: (id: string) => Result<Profile>;
  readonly sharing: ServedSharing;
  readonly runs: Pick<RunManager, 'runs' | 'start' | 'cancel' | 'follow' | 'settled'>;
  /** A run has begun for somebody at a terminal, who sees there how it ends. */
  readonly onStart: (runId: string) => void;
}

type Say = (message: RemoteMessage) => void;

/** Serves the requests of the command line with the app's own profiles and runs: one vault, one queue. */
export function createServe(deps: ServeDeps): Serve {
  const runs = new SharedRuns(deps);
  return async (request, say, signal, heard = async () => {}) => {
    switch (request.type) {
      case 'list':
        for (const summary of deps.list()) {
          say({ type: 'profile', profile: listed(summary) });
          await heard();
        }
        return;
      case 'knock':
      case 'close':
      case 'connect': {
        await deps.ready();
        const profile = lookUp(deps, request.profile, say);
        if (profile === null) return;
        const outcome = await runs.run(profile, request.type === 'close' ? 'close' : 'knock', say, signal);
        if (request.type === 'connect' && (outcome?.result === 'open' || outcome?.result === 'sent')) {
          say(target(deps, profile.id));
        }
        if (request.type !== 'close' && profile.oneTime !== null) await tellFewLines(deps, profile.id, say);
        return;
      }
      case 'tag':
        await deps.ready();
        return serveTag(deps, request, say, (profile, told) => runs.run(profile, request.action, told, signal));
      case 'import':
        await deps.ready();
        return serveImport(deps.sharing, request, { say, signal, heard });
      case 'export':
        await deps.ready();
        return serveExport(deps.sharing, deps.list(), request, { say, heard });
      default:
        assertNever(request);
    }
  };
}

/** Runs every profile that has a tag, as many at once as the engine lets, and tells how each ended. */
async function serveTag(
  deps: ServeDeps,
  { tag, action }: Extract<RemoteRequest, { type: 'tag' }>,
  say: Say,
  run: (profile: Profile, say: Say) => Promise<Outcome | null>,
): Promise<void> {
  const all = deps.list();
  const tagged = all.filter(({ tags }) => tags.some((one) => sameTag(one, tag)));
  if (tagged.length === 0) say({ type: 'unknown-tag', tags: [...new Set(all.flatMap(({ tags }) => tags))] });
  await Promise.all(
    tagged.map(async (summary) => {
      const told = (outcome: Outcome) => say({ type: 'result', profile: listed(summary), outcome });
      const profile = deps.read(summary.id);
      if (!profile.ok) return told({ result: 'failed', problem: profile.problems[0] });
      // Of what a single run tells, only why it could not start is passed on: one line for each.
      const outcome = await run(profile.value, (message) => {
        if (message.type === 'failed') told({ result: 'failed', problem: message.problem });
      });
      if (outcome === null) return;
      told(outcome);
      if (action === 'knock' && profile.value.oneTime !== null) {
        const named: Say = (message) =>
          say(message.type === 'few-lines' ? { ...message, profile: listed(summary) } : message);
        await tellFewLines(deps, summary.id, named);
      }
    }),
  );
}

/** Runs that clients asked for. One that several wait for goes on until the last of them has gone. */
class SharedRuns {
  readonly #runs: ServeDeps['runs'];
  readonly #onStart: ServeDeps['onStart'];
  /** How many clients wait for a run that a client started. Runs from the window are not ours to cancel. */
  readonly #waiting = new Map<string, number>();

  constructor({ runs, onStart }: Pick<ServeDeps, 'runs' | 'onStart'>) {
    this.#runs = runs;
    this.#onStart = onStart;
  }

  /** Runs to the end and tells every event; `null` when it could not start or the client has gone. */
  async run(profile: Profile, action: 'knock' | 'close', say: Say, signal: AbortSignal): Promise<Outcome | null> {
    const joined = await this.#join(profile.id, action, signal);
    if (signal.aborted) return null;
    const started = this.#runs.start(profile, action);
    if (!started.ok) {
      say({ type: 'failed', problem: started.problems[0] });
      return null;
    }
    const runId = started.value;
    if (!joined && !this.#waiting.has(runId)) {
      this.#waiting.set(runId, 0);
      this.#onStart(runId);
    }
    const leave = this.#wait(runId);
    let unfollow = () => {};
    try {
      return await new Promise<Outcome | null>((resolve) => {
        signal.addEventListener('abort', () => resolve(null), { once: true });
        unfollow = this.#runs.follow(runId, (event) => {
          if (event.type !== 'probe') say({ type: 'event', event: withoutPorts(event) });
          if (event.type === 'done') resolve(event.outcome);
        });
        // Should a run ever end without its last event, nobody waits for it.
        this.#runs.settled(runId).then(() => resolve(null));
      });
    } finally {
      unfollow();
      leave();
    }
  }

  /** Whether a run that does the same is going on. One that does the opposite is waited for. */
  async #join(profileId: string, action: 'knock' | 'close', signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      const current = this.#runs.runs.find((run) => run.profileId === profileId && !isOver(run));
      if (current === undefined) return false;
      if ((current.action === 'close') === (action === 'close')) return true;
      await this.#runs.settled(current.runId);
    }
    return false;
  }

  #wait(runId: string): () => void {
    const count = this.#waiting.get(runId);
    if (count === undefined) return () => {};
    this.#waiting.set(runId, count + 1);
    return () => {
      const left = (this.#waiting.get(runId) ?? 1) - 1;
      if (left > 0) return void this.#waiting.set(runId, left);
      this.#waiting.delete(runId);
      // Nobody is left to hear how it ends; one that is over stays as it is.
      this.#runs.cancel(runId);
    };
  }
}

function lookUp(deps: ServeDeps, word: string, say: Say): Profile | null {
  const found = findProfile(deps.list(), word);
  if (found.found !== 'one') {
    say({ type: 'unknown', ambiguous: found.found === 'several', profiles: found.candidates.map(listed) });
    return null;
  }
  const profile = deps.read(found.profile.id);
  if (profile.ok) return profile.value;
  say({ type: 'failed', problem: profile.problems[0] });
  return null;
}

function listed({ id, name, host, doorPort, canClose }: ProfileSummary): ListedProfile {
  return { id, name, host, doorPort, canClose };
}

/** Who only ever knocks from a terminal hears of an ending list there, too. */
async function tellFewLines({ list, runs }: ServeDeps, profileId: string, say: Say): Promise<void> {
  // The line that has just opened the door is counted when its run has settled.
  const run = runs.runs.find((one) => one.profileId === profileId);
  if (run !== undefined) await runs.settled(run.runId);
  const lines = list().find(({ id }) => id === profileId)?.lines ?? null;
  if (isFewLines(lines)) say({ type: 'few-lines', left: lines.left, total: lines.total });
}

/** Where to connect after a run: the very address that was knocked, and the port that ssh would be started on. */
function target(deps: ServeDeps, profileId: string): Target | { type: 'failed'; problem: Problem } {
  const profile = deps.read(profileId);
  if (!profile.ok) return { type: 'failed', problem: profile.problems[0] };
  const { source } = profile.value;
  const address = deps.runs.runs.find((run) => run.profileId === profileId)?.address ?? null;
  if (address === null) return { type: 'failed', problem: { code: 'internal', params: { reason: 'no address' } } };
  const family = address.includes(':') ? 6 : 4;
  try {
    const localAddress = sourceAddress(source, family) ?? null;
    return { type: 'target', address, family, port: connectedPort(profile.value), localAddress };
  } catch (error) {
    if (error instanceof KnockError) return { type: 'failed', problem: error.problem };
    throw error;
  }
}
