import type { Knock } from '../../shared/model/sequence.ts';
import type { Clock } from './clock.ts';
import { type NewSocket, type Seen, watchDoor } from './door.ts';
import type { ServerMemory } from './memory.ts';
import {
  attemptGapMs,
  attemptLifetimeMs,
  flushCount,
  flushKnock,
  type Packet,
  planFlush,
  planSequence,
  retrySpanMs,
} from './plan.ts';
import {
  type AttemptLimits,
  CHECK_DELAY_MS,
  checkMs,
  gapGrowth,
  lookMs,
  outwaits,
  overlapMs,
  overlaps,
} from './policy.ts';
import type { RunEvent, RunRequest } from './request.ts';
import type { Address } from './resolve.ts';
import type { Room } from './room.ts';
import type { RunnerDeps } from './runner.ts';
import { sourceAddress } from './source.ts';
import { sendVolley } from './volley.ts';

/** Tells whoever watches a run what has just happened. */
export type Emit = (event: RunEvent) => void;
type Open = Extract<Seen, { door: 'open' }>;

/** What a run does at one address: clear what an earlier attempt left there, knock, and look at the door. */
export class Knocker {
  readonly #request: RunRequest;
  readonly #clock: Clock;
  readonly #memory: ServerMemory;
  readonly #sockets: Room;
  readonly #signal: AbortSignal;
  readonly #emit: Emit;
  readonly #newSocket: NewSocket | undefined;
  /** Clears a stale attempt; `null`: only waiting does. */
  readonly #flush: Knock | null;
  #flushes = 0;
  /** Whether the newest sequence has begun and not ended. */
  #halfway = false;
  /** Once refused, refused: Linux sends at most about one ICMP error a second, so later looks may hear nothing. */
  #refused = false;

  constructor(
    request: RunRequest,
    deps: Pick<RunnerDeps, 'clock' | 'memory' | 'sockets'>,
    signal: AbortSignal,
    emit: Emit,
    newSocket?: NewSocket,
  ) {
    this.#request = request;
    this.#clock = deps.clock;
    this.#memory = deps.memory;
    this.#sockets = deps.sockets;
    this.#signal = signal;
    this.#emit = emit;
    this.#newSocket = newSocket;
    this.#flush = flushKnock(request.steps, request.otherSteps);
  }

  /** Whether a stale attempt can be cleared by a packet, where the server is a knockd. */
  get canFlush(): boolean {
    return this.#flush !== null;
  }

  /** Whether any look was answered with a refusal. */
  get refused(): boolean {
    return this.#refused;
  }

  /** Clears what an earlier attempt may have left on the server, then sends the sequence. Resolves with the moment the last packet left. */
  async knock(target: Address, attempt: number, limits: AttemptLimits, signal = this.#signal): Promise<number> {
    const { steps } = this.#request;
    const flush = this.#flush;
    // Nothing to knock, as in `toctoc connect <host> <port>`: what another run left there is none of our business.
    if (steps.length === 0) return this.#clock.now();
    const gap = this.#gapMs(attempt, limits);
    const staleMs = this.#memory.unfinishedForMs(target.address);
    let packets: readonly Packet[] = planSequence(steps, gap);
    if (staleMs > 0 && (flush === null || outwaits(attempt, limits))) {
      const reason = attempt === 1 ? 'unfinished-attempt' : 'retry';
      this.#emit({ type: 'phase', phase: { phase: 'waiting', reason, untilMs: this.#clock.date() + staleMs } });
      await this.#clock.sleepUntil(this.#clock.now() + staleMs, signal);
    } else if (staleMs > 0 && flush !== null) {
      packets = [...planFlush(flush, gap, flushCount(this.#flushes++)), ...packets];
    }
    return this.#send(target, packets, signal);
  }

  /**
   * {@link knock}, while the door goes on being watched: the attempt before may have succeeded, only not yet in our
   * sight. Then nothing more is sent, and the open door is the answer.
   */
  async knockWatching(target: Address, attempt: number, limits: AttemptLimits): Promise<number | Open> {
    const settled = new AbortController();
    const signal = AbortSignal.any([this.#signal, settled.signal]);
    const now = this.#clock.now();
    const watch = this.#watch(target, now, Number.POSITIVE_INFINITY, false, signal);
    const volley = this.knock(target, attempt, limits, signal);
    // Whichever comes second is told to stop, and nobody hears how.
    for (const one of [watch, volley]) one.catch(() => {});
    try {
      const first = await Promise.race([volley, watch]);
      if (typeof first === 'number' || first.door === 'open') return first;
      return await volley;
    } finally {
      settled.abort();
    }
  }

  /** The local address that packets to the target leave from now, `null` where there is no route. */
  async source(target: Address, sourceTowards: RunnerDeps['sourceTowards']): Promise<string | null> {
    return sourceTowards(target, sourceAddress(this.#request.source, target.family));
  }

  /** One look at the door, about a round trip long, at least `leastMs`. */
  look(target: Address, leastMs = 0): Promise<Seen> {
    this.#emit({ type: 'phase', phase: { phase: 'looking' } });
    const now = this.#clock.now();
    const ms = Math.max(leastMs, lookMs(this.#memory.roundTripMs(target.address)));
    return this.#watch(target, now, now + ms, true);
  }

  /**
   * Watches the door from shortly after the last knock (on the clock) until attempt `attempt` is given up, or, where the
   * next one goes on watching (`overlaps`), until that one is to begin.
   */
  watch(target: Address, attempt: number, leftAt: number, limits: AttemptLimits): Promise<Seen> {
    this.#emit({ type: 'phase', phase: { phase: 'checking' } });
    const rttMs = this.#memory.roundTripMs(target.address);
    const wholeMs = checkMs(attempt, rttMs, this.#request.door.watchMs);
    const watchMs = overlaps(attempt + 1, limits)
      ? overlapMs(wholeMs, this.#spanMs(attempt + 1, limits), rttMs)
      : wholeMs;
    return this.#watch(target, leftAt + CHECK_DELAY_MS, leftAt + watchMs, false);
  }

  #gapMs(attempt: number, limits: AttemptLimits): number {
    const { steps, gapMs, seqTimeoutS } = this.#request;
    return attemptGapMs(steps, gapMs, gapGrowth(attempt, outwaits(attempt, limits)), seqTimeoutS);
  }

  #spanMs(attempt: number, limits: AttemptLimits): number {
    const { steps, mode } = this.#request;
    return retrySpanMs(steps, this.#gapMs(attempt, limits), flushCount(this.#flushes), mode);
  }

  /**
   * The sequence arrived whole: nothing is left on the server, unless a retry was cut short by the door that opened. Where the other sequence begins with its last port, as in
   * knockd's stock file, that one has not begun: the packet that completes an attempt starts none (knockd 0.8).
   */
  finished(target: Address): void {
    if (!this.#halfway && this.#request.steps.length > 0) this.#memory.noteFinished(target.address);
  }

  async #send(target: Address, packets: readonly Packet[], signal: AbortSignal): Promise<number> {
    const request = this.#request;
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
      clock: this.#clock,
      signal,
      sockets: this.#sockets,
      onSent: (at, atMs) => {
        const packet = packets[at];
        if (packet === undefined) return;
        // From the first packet on the server may hold a half-done attempt, however this run ends.
        this.#memory.noteUnfinished(target.address, attemptLifetimeMs(request.seqTimeoutS));
        const { flush, port, protocol } = packet;
        const index = flush ? at : at - flushed;
        if (!flush) this.#halfway = at < packets.length - 1;
        this.#emit({ type: 'sent', index, of: count(flush), flush, port, protocol, atMs });
      },
    });
  }

  async #watch(target: Address, from: number, until: number, look: boolean, signal = this.#signal): Promise<Seen> {
    const seen = await watchDoor({
      target,
      port: this.#request.door.port,
      localAddress: sourceAddress(this.#request.source, target.family),
      from,
      until,
      rttMs: this.#memory.roundTripMs(target.address),
      look,
      clock: this.#clock,
      signal,
      newSocket: this.#newSocket,
      onProbe: (atMs) => this.#emit({ type: 'probe', atMs }),
    });
    this.#memory.noteRoundTrip(target.address, seen.rttMs);
    if (seen.door === 'refused') this.#refused = true;
    return seen;
  }
}
