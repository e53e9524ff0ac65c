import type { Socket } from 'node:net';
import type { Outcome } from '../../shared/model/run.ts';
import type { Problem } from '../../shared/result.ts';
import type { Clock } from './clock.ts';
import { greet, type Seen, watchDoor } from './door.ts';
import { KnockError } from './errors.ts';
import type { Gate } from './gate.ts';
import type { ServerMemory } from './memory.ts';
import {
  attemptGapMs,
  attemptLifetimeMs,
  flushCount,
  flushKnock,
  type Packet,
  planFlush,
  planSequence,
  startsOther,
} from './plan.ts';
import {
  type AttemptLimits,
  CHECK_DELAY_MS,
  CLOSE_ATTEMPTS,
  CLOSING_DELAY_MS,
  checkMs,
  lookMs,
  maxAttempts,
  outwaits,
} from './policy.ts';
import type { RunEvent, RunRequest } from './request.ts';
import { type Address, type Lookup, resolveHost } from './resolve.ts';
import { sourceAddress } from './source.ts';
import { sendVolley } from './volley.ts';

export interface RunnerDeps {
  readonly clock: Clock;
  readonly lookup: Lookup;
  readonly gate: Gate;
  readonly memory: ServerMemory;
}

/** The address that was knocked, for the launch that follows, and how it ended. */
export interface RunResult {
  readonly outcome: Outcome;
  readonly address: Address | null;
}

type Emit = (event: RunEvent) => void;

/** Sends the sequence and finds out whether the door opened. Never rejects: every way a run can end is an {@link Outcome}. */
export function runOpen(request: RunRequest, deps: RunnerDeps, signal: AbortSignal, emit: Emit): Promise<RunResult> {
  return new Run(request, deps, signal, emit).guarded((run) => run.open());
}

/**
 * The same, but the winning connection is handed to `keep`, unread, instead of being ended: for a relay, so that the
 * server sees one connection.
 */
export function runRelay(
  request: RunRequest,
  deps: RunnerDeps,
  signal: AbortSignal,
  emit: Emit,
  keep: (socket: Socket) => void,
): Promise<RunResult> {
  return new Run(request, deps, signal, emit, keep).guarded((run) => run.open());
}

/** Sends the close sequence and, with the check on, again while the door is still open. Never rejects. */
export function runClose(request: RunRequest, deps: RunnerDeps, signal: AbortSignal, emit: Emit): Promise<RunResult> {
  return new Run(request, deps, signal, emit).guarded((run) => run.close());
}

/** One run: its phases in order. Waiting, sockets and memory are all in the parts it calls. */
class Run {
  readonly #request: RunRequest;
  readonly #deps: RunnerDeps;
  readonly #signal: AbortSignal;
  readonly #emit: Emit;
  readonly #keep: ((socket: Socket) => void) | undefined;
  readonly #started: number;
  #target: Address | null = null;
  #flushes = 0;
  /** Once refused, refused: Linux sends at most about one ICMP error a second, so later looks may hear nothing. */
  #refused = false;

  constructor(request: RunRequest, deps: RunnerDeps, signal: AbortSignal, emit: Emit, keep?: (socket: Socket) => void) {
    this.#request = request;
    this.#deps = deps;
    this.#signal = signal;
    this.#emit = emit;
    this.#keep = keep;
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
    const { door } = this.#request;
    return this.#withTargets(async (targets) => {
      const limits = this.#limits(targets.length);
      const max = maxAttempts(limits);
      let unsent: Problem | null = null;
      for (let attempt = 1; attempt <= max; attempt++) {
        const target = this.#aim(targets, attempt, max);
        try {
          const outcome = await this.#attempt(target, attempt, limits);
          if (outcome.door === 'open' || outcome.door === 'unwatched') return outcome.outcome;
          unsent = null;
        } catch (error) {
          // One family may have no route here: the other one gets its turn before the run gives up.
          if (!(error instanceof KnockError) || attempt >= targets.length) throw error;
          unsent = error.problem;
        }
      }
      if (unsent !== null) return { result: 'failed', problem: unsent };
      return {
        result: 'not-open',
        door: this.#refused ? 'refused' : 'silent',
        attempts: max,
        everOpened: door.everOpened,
      };
    });
  }

  async close(): Promise<Outcome> {
    const { door } = this.#request;
    return this.#withTargets(async (targets) => {
      const limits = this.#limits(targets.length);
      const max = door.check ? CLOSE_ATTEMPTS : 1;
      for (let attempt = 1; attempt <= max; attempt++) {
        const target = this.#aim(targets, attempt, max);
        const leftAt = await this.#knock(target, attempt, limits);
        await this.#deps.clock.sleepUntil(leftAt + CLOSING_DELAY_MS, this.#signal);
        const seen = door.check ? await this.#look(target) : null;
        if (seen?.door !== 'open') {
          this.#finished(target);
          return { result: 'closed', ms: this.#elapsed(), verified: seen !== null };
        }
        await greet(seen.socket, door.ssh, this.#signal);
      }
      return { result: 'still-open', attempts: max };
    });
  }

  async #withTargets(body: (targets: readonly Address[]) => Promise<Outcome>): Promise<Outcome> {
    const { host, family } = this.#request;
    const { lookup, memory, gate } = this.#deps;
    this.#emit({ type: 'phase', phase: { phase: 'resolving' } });
    const targets = memory.ordered(host, await resolveHost(host, family, lookup, this.#signal));
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

  /** Attempts take turns over the addresses: a stock knockd door opens nothing over IPv6, though it logs that it did. */
  #aim(targets: readonly Address[], attempt: number, max: number): Address {
    const target = targets[(attempt - 1) % targets.length];
    if (target === undefined) throw new Error('no address');
    this.#target = target;
    this.#emit({ type: 'attempt', attempt, maxAttempts: max });
    this.#emit({ type: 'address', address: target.address, family: target.family });
    return target;
  }

  /** Look, knock, watch: one attempt to open the door. */
  async #attempt(target: Address, attempt: number, limits: AttemptLimits) {
    const { door } = this.#request;
    const { memory, clock } = this.#deps;
    if (door.check && attempt <= limits.addresses) {
      const seen = await this.#look(target);
      if (seen.door === 'open') return { door: 'open', outcome: await this.#opened(target, seen, true) } as const;
    }
    const leftAt = await this.#knock(target, attempt, limits);
    if (!door.check) {
      await clock.sleepUntil(leftAt + this.#request.settleMs, this.#signal);
      this.#finished(target);
      return { door: 'unwatched', outcome: { result: 'sent', ms: this.#elapsed() } } as const;
    }
    this.#emit({ type: 'phase', phase: { phase: 'checking' } });
    const rttMs = memory.roundTripMs(target.address);
    const watchMs = checkMs(attempt, rttMs, door.watchMs);
    const seen = await this.#watch(target, leftAt + CHECK_DELAY_MS, leftAt + watchMs, false);
    if (seen.door === 'open') return { door: 'open', outcome: await this.#opened(target, seen, false) } as const;
    return seen;
  }

  /** Clears what an earlier attempt may have left on the server, then sends the sequence. Resolves with the moment the last packet left. */
  async #knock(target: Address, attempt: number, limits: AttemptLimits): Promise<number> {
    const { steps, otherSteps, gapMs, seqTimeoutS } = this.#request;
    const { memory, clock } = this.#deps;
    const gap = attemptGapMs(steps, gapMs, attempt, seqTimeoutS);
    const flush = flushKnock(steps, otherSteps);
    const staleMs = memory.unfinishedForMs(target.address);
    let packets: readonly Packet[] = planSequence(steps, gap);
    if (staleMs > 0 && (flush === null || outwaits(attempt, limits))) {
      const reason = attempt === 1 ? 'unfinished-attempt' : 'retry';
      this.#emit({ type: 'phase', phase: { phase: 'waiting', reason, untilMs: clock.date() + staleMs } });
      await clock.sleepUntil(clock.now() + staleMs, this.#signal);
    } else if (staleMs > 0 && flush !== null) {
      packets = [...planFlush(flush, gap, flushCount(this.#flushes++)), ...packets];
    }
    return this.#send(target, packets);
  }

  async #send(target: Address, packets: readonly Packet[]): Promise<number> {
    const { request, clock, signal } = { request: this.#request, clock: this.#deps.clock, signal: this.#signal };
    const flushed = packets.filter(({ flush }) => flush).length;
    const count = (flush: boolean) => (flush ? flushed : packets.length - flushed);
    const first = packets[0];
    if (first !== undefined) {
      const phase = { phase: 'knocking', index: 0, of: count(first.flush), flush: first.flush } as const;
      this.#emit({ type: 'phase', phase });
    }
    return sendVolley(packets, {
      target,
      localAddress: sourceAddress(request.source, target.family),
      source: request.source,
      holdMs: request.holdMs,
      mode: request.mode,
      clock,
      signal,
      onSent: (at, atMs) => {
        const packet = packets[at];
        if (packet === undefined) return;
        // From the first packet on the server may hold a half-done attempt, however this run ends.
        this.#deps.memory.noteUnfinished(target.address, attemptLifetimeMs(request.seqTimeoutS));
        const { flush, port, protocol } = packet;
        const index = flush ? at : at - flushed;
        this.#emit({ type: 'sent', index, of: count(flush), flush, port, protocol, atMs });
      },
    });
  }

  #look(target: Address): Promise<Seen> {
    this.#emit({ type: 'phase', phase: { phase: 'looking' } });
    const now = this.#deps.clock.now();
    return this.#watch(target, now, now + lookMs(this.#deps.memory.roundTripMs(target.address)), true);
  }

  async #watch(target: Address, from: number, until: number, look: boolean): Promise<Seen> {
    const { memory, clock } = this.#deps;
    const seen = await watchDoor({
      target,
      port: this.#request.door.port,
      localAddress: sourceAddress(this.#request.source, target.family),
      from,
      until,
      rttMs: memory.roundTripMs(target.address),
      look,
      clock,
      signal: this.#signal,
    });
    memory.noteRoundTrip(target.address, seen.rttMs);
    if (seen.door === 'refused') this.#refused = true;
    return seen;
  }

  async #opened(target: Address, seen: Extract<Seen, { door: 'open' }>, alreadyOpen: boolean): Promise<Outcome> {
    const { memory } = this.#deps;
    const ms = seen.at - this.#started;
    if (!alreadyOpen) this.#finished(target);
    memory.noteWinner(this.#request.host, target.family);
    if (this.#keep !== undefined) {
      this.#keep(seen.socket);
      return { result: 'open', ms, alreadyOpen, banner: null, mute: false };
    }
    const greeting = await greet(seen.socket, this.#request.door.ssh, this.#signal);
    return { result: 'open', ms, alreadyOpen, ...greeting };
  }

  /** The sequence arrived whole: nothing is left on the server, unless its last port began the other sequence. */
  #finished(target: Address): void {
    const { steps, otherSteps } = this.#request;
    if (!startsOther(steps, otherSteps)) this.#deps.memory.noteFinished(target.address);
  }

  #limits(addresses: number): AttemptLimits {
    const { door, serverKind, steps, otherSteps, retries } = this.#request;
    const canFlush = flushKnock(steps, otherSteps) !== null;
    return { check: door.check, serverKind, canFlush, everOpened: door.everOpened, addresses, retries };
  }

  #elapsed(): number {
    return this.#deps.clock.now() - this.#started;
  }
}
