import type { Socket } from 'node:net';
import type { Outcome } from '../../shared/model/run.ts';
import { bothClosed, unlessUnsent, without } from './addresses.ts';
import type { Clock } from './clock.ts';
import { greet, type NewSocket, type Seen } from './door.ts';
import { KnockError } from './errors.ts';
import { type Emit, Knocker } from './knocker.ts';
import type { ServerMemory } from './memory.ts';
import { isMissingNeighbour } from './neighbour.ts';
import { type AttemptLimits, CLOSE_ATTEMPTS, CLOSING_DELAY_MS, maxAttempts, overlaps } from './policy.ts';
import type { RunRequest } from './request.ts';
import { type Address, type Lookup, resolveHost } from './resolve.ts';
import type { Room } from './room.ts';
import type { Turns } from './turns.ts';

export interface RunnerDeps {
  readonly clock: Clock;
  readonly lookup: Lookup;
  readonly gate: Turns;
  readonly memory: ServerMemory;
  /** For the knock sockets that all runs hold at once. */
  readonly sockets: Room;
  /** The local address packets to a target leave from now; see route.ts. */
  readonly sourceTowards: (target: Address, localAddress: string | undefined) => Promise<string | null>;
}

/** A network that changes more often than this during one run is not one to knock over. */
const MAX_MOVES = 3;

/** The address that was knocked, for the launch that follows, and how it ended. */
export interface RunResult {
  readonly outcome: Outcome;
  readonly address: Address | null;
  /** The line of a one-time list that opened the door. */
  readonly usedLine?: number;
}

/** Sends the sequence and finds out whether the door opened. Never rejects: every way a run can end is an {@link Outcome}. */
export function runOpen(request: RunRequest, deps: RunnerDeps, signal: AbortSignal, emit: Emit): Promise<RunResult> {
  return new Run(request, deps, signal, emit).guarded((run) => run.open());
}

/** How a run ended that was to hand over the connection it saw the door open with. */
export interface RelayResult extends RunResult {
  /** Connected and not ended; `null`: the door is not open. */
  readonly socket: Socket | null;
}

/**
 * The same, but the winning connection is handed over instead of being ended: for a relay, so that the server sees one
 * connection.
 *
 * @param newSocket makes the sockets to connect with, of which one is handed over
 */
export async function runRelay(
  request: RunRequest,
  deps: RunnerDeps,
  signal: AbortSignal,
  emit: Emit,
  newSocket: NewSocket,
): Promise<RelayResult> {
  const kept: { socket: Socket | null } = { socket: null };
  const keep = (socket: Socket) => {
    kept.socket = socket;
  };
  const result = await new Run(request, deps, signal, emit, { newSocket, keep }).guarded((run) => run.open());
  return { ...result, ...kept };
}

/** Sends the close sequence and, with the check on, again while the door is still open. Never rejects. */
export function runClose(request: RunRequest, deps: RunnerDeps, signal: AbortSignal, emit: Emit): Promise<RunResult> {
  return new Run(request, deps, signal, emit).guarded((run) => run.close());
}

interface RelayHooks {
  readonly newSocket: NewSocket;
  readonly keep: (socket: Socket) => void;
}

/** One run: its phases in order. What happens at one address is the {@link Knocker}'s. */
class Run {
  readonly #request: RunRequest;
  readonly #deps: RunnerDeps;
  readonly #signal: AbortSignal;
  readonly #emit: Emit;
  readonly #relay: RelayHooks | undefined;
  readonly #knocker: Knocker;
  readonly #started: number;
  #target: Address | null = null;
  /** The host as seen from this network: which family works is a matter of both. */
  #seat = '';

  constructor(request: RunRequest, deps: RunnerDeps, signal: AbortSignal, emit: Emit, relay?: RelayHooks) {
    this.#request = request;
    this.#deps = deps;
    this.#signal = signal;
    this.#emit = emit;
    this.#relay = relay;
    this.#knocker = new Knocker(request, deps, signal, emit, relay?.newSocket);
    this.#started = deps.clock.now();
  }

  /** Resolves the name, waits for its turn, runs `body`, and turns whatever it throws into an outcome. */
  async guarded(body: (run: this) => Promise<Outcome>): Promise<RunResult> {
    let outcome: Outcome;
    try {
      outcome = await body(this);
    } catch (error) {
      if (this.#signal.aborted) outcome = { result: 'cancelled' };
      else if (error instanceof KnockError) outcome = { result: 'failed', problem: error.problem };
      else outcome = { result: 'failed', problem: { code: 'internal', params: { reason: String(error) } } };
    }
    this.#emit({ type: 'done', outcome });
    return { outcome, address: this.#target };
  }

  async open(): Promise<Outcome> {
    return this.#withTargets(async (targets) => {
      let usable = targets;
      let moves = 0;
      for (let attempt = 1; ; ) {
        const limits = this.#limits(usable.length);
        const max = maxAttempts(limits);
        if (attempt > max) return this.#notOpen(max);
        // Attempts take turns over the addresses: a stock knockd door opens nothing over IPv6, though it logs that it did.
        const target = this.#aim(usable, attempt - 1, attempt, max);
        try {
          const outcome = await this.#attempt(target, attempt, limits);
          // The network changed under the run: the server saw half of it from elsewhere, and the launch would go astray.
          if (outcome === 'moved' && moves++ < MAX_MOVES) continue;
          if (outcome !== null && outcome !== 'moved') return outcome;
          attempt += 1;
        } catch (error) {
          usable = without(usable, target, error);
        }
      }
    });
  }

  async close(): Promise<Outcome> {
    return this.#withTargets(async (targets) => {
      const [first = targets, ...others] = await this.#doorsToClose(targets);
      let outcome = await this.#closeAt(first);
      // One that stays open is no reason to leave the next one open too.
      for (const door of others) outcome = bothClosed(outcome, await this.#closeAt(door));
      return outcome;
    });
  }

  /** @param targets the door, and where to go instead while nothing can be sent there */
  async #closeAt(targets: readonly Address[]): Promise<Outcome> {
    const max = this.#request.door.check ? CLOSE_ATTEMPTS : 1;
    let usable = targets;
    for (let attempt = 1; attempt <= max; ) {
      // Always the same one: that another family's door is shut says nothing about this one's.
      const target = this.#aim(usable, 0, attempt, max);
      try {
        const outcome = await this.#closeOnce(target, attempt, this.#limits(usable.length));
        if (outcome !== null) return outcome;
        attempt += 1;
      } catch (error) {
        usable = without(usable, target, error);
      }
    }
    return { result: 'still-open', attempts: max };
  }

  async #withTargets(body: (targets: readonly Address[]) => Promise<Outcome>): Promise<Outcome> {
    const { host, family } = this.#request;
    const { lookup, memory, gate } = this.#deps;
    this.#emit({ type: 'phase', phase: { phase: 'resolving' } });
    const found = await resolveHost(host, family, lookup, this.#signal);
    this.#seat = await this.#whereFrom(found);
    const targets = memory.ordered(this.#seat, found);
    const leave = await gate.enter(
      targets.map(({ address }) => address),
      this.#signal,
      () => this.#emit({ type: 'phase', phase: { phase: 'queued' } }),
    );
    try {
      return await body(targets);
    } finally {
      leave();
    }
  }

  async #whereFrom(targets: readonly Address[]): Promise<string> {
    if (targets.length === 1) return this.#request.host;
    const sources = await Promise.all(
      targets.map((target) => this.#knocker.source(target, this.#deps.sourceTowards).catch(() => null)),
    );
    return `${this.#request.host} from ${sources.join(' and ')}`;
  }

  #aim(targets: readonly Address[], turn: number, attempt: number, max: number): Address {
    const target = targets[turn % targets.length];
    if (target === undefined) throw new Error('no address');
    this.#target = target;
    this.#emit({ type: 'attempt', attempt, maxAttempts: max });
    this.#emit({ type: 'address', address: target.address, family: target.family });
    return target;
  }

  /** Look, knock, watch: one attempt to open the door. `null`: it did not open; `moved`: our own address changed. */
  async #attempt(target: Address, attempt: number, limits: AttemptLimits): Promise<Outcome | null | 'moved'> {
    const { door, settleMs } = this.#request;
    if (door.check && door.look && attempt <= limits.addresses) {
      const seen = await this.#knocker.look(target);
      if (seen.door === 'open') return this.#opened(target, seen, true);
    }
    // Nothing follows a run that neither checks nor settles: a change of network would make no difference to it.
    const goesOn = door.check || settleMs > 0;
    const sourceNow = () => this.#knocker.source(target, this.#deps.sourceTowards);
    const source = goesOn ? await sourceNow() : null;
    const answer = overlaps(attempt, limits)
      ? await this.#knocker.knockWatching(target, attempt, limits)
      : await this.#knocker.knock(target, attempt, limits);
    const moved = async () => goesOn && (await sourceNow()) !== source;
    if (typeof answer === 'number' && !door.check) {
      await this.#deps.clock.sleepUntil(answer + settleMs, this.#signal);
      if (await moved()) return 'moved';
      this.#knocker.finished(target);
      return { result: 'sent', ms: this.#elapsed() };
    }
    const seen = typeof answer === 'number' ? await this.#knocker.watch(target, attempt, answer, limits) : answer;
    if (await moved()) {
      if (seen.door === 'open') seen.socket.destroy();
      return 'moved';
    }
    return seen.door === 'open' ? this.#opened(target, seen, false) : null;
  }

  /**
   * The close sequence once, and a look, as long as one waits for a door that opens. `null`: the door is still open.
   *
   * Silence is what a shut door says, and also one on a path longer than the look. Where nothing has ever answered,
   * nobody knows which it was: that is not verified, and the server may hold an unfinished attempt.
   */
  async #closeOnce(target: Address, attempt: number, limits: AttemptLimits): Promise<Outcome | null> {
    const { check, watchMs } = this.#request.door;
    const leftAt = await this.#knocker.knock(target, attempt, limits);
    await this.#deps.clock.sleepUntil(leftAt + CLOSING_DELAY_MS, this.#signal);
    if (check && (await this.#standsOpen(target, watchMs))) return null;
    const verified = check && this.#deps.memory.roundTripMs(target.address) !== null;
    if (verified || !check) this.#knocker.finished(target);
    return { result: 'closed', ms: this.#elapsed(), verified };
  }

  /**
   * Each family has a rule of its own on the server: every door that stands open is to be closed, each by itself. Where
   * none does, or nobody may look, the sequence goes where the door last opened.
   */
  async #doorsToClose(targets: readonly Address[]): Promise<readonly (readonly Address[])[]> {
    if (targets.length === 1 || !this.#request.door.check) return [targets];
    const open: Address[] = [];
    for (const target of targets) if (await this.#standsOpen(target).catch(unlessUnsent)) open.push(target);
    return open.length === 0 ? [targets] : open.map((target) => [target]);
  }

  async #standsOpen(target: Address, leastMs = 0): Promise<boolean> {
    const seen = await this.#knocker.look(target, leastMs);
    if (seen.door !== 'open') return false;
    await greet(seen.socket, this.#request.door.ssh, this.#signal);
    return true;
  }

  async #opened(target: Address, seen: Extract<Seen, { door: 'open' }>, alreadyOpen: boolean): Promise<Outcome> {
    const ms = seen.at - this.#started;
    if (!alreadyOpen) this.#knocker.finished(target);
    this.#deps.memory.noteWinner(this.#seat, target.family);
    if (this.#signal.aborted) {
      seen.socket.destroy();
      throw this.#signal.reason;
    }
    if (this.#relay !== undefined) {
      this.#relay.keep(seen.socket);
      return { result: 'open', ms, alreadyOpen, banner: null, mute: false };
    }
    const greeting = await greet(seen.socket, this.#request.door.ssh, this.#signal);
    return { result: 'open', ms, alreadyOpen, ...greeting };
  }

  async #notOpen(attempts: number): Promise<Outcome> {
    const door = this.#knocker.refused ? 'refused' : 'silent';
    const target = this.#target;
    if (door === 'silent' && target !== null && (await isMissingNeighbour(target)))
      return { result: 'failed', problem: { code: 'host-unreachable', params: { address: target.address } } };
    return { result: 'not-open', door, attempts, everOpened: this.#request.door.everOpened };
  }

  #limits(addresses: number): AttemptLimits {
    const { door, serverKind, retries } = this.#request;
    const { canFlush } = this.#knocker;
    return { check: door.check, serverKind, canFlush, everOpened: door.everOpened, addresses, retries };
  }

  #elapsed(): number {
    return this.#deps.clock.now() - this.#started;
  }
}
