import type { Clock } from './clock.ts';
import { type Seen, watchDoor } from './door.ts';
import type { ServerMemory } from './memory.ts';
import {
  attemptGapMs,
  attemptLifetimeMs,
  flushCount,
  flushKnock,
  type Packet,
  planFlush,
  planSequence,
} from './plan.ts';
import { type AttemptLimits, CHECK_DELAY_MS, checkMs, lookMs, outwaits } from './policy.ts';
import type { RunEvent, RunRequest } from './request.ts';
import type { Address } from './resolve.ts';
import type { RunnerDeps } from './runner.ts';
import { sourceAddress } from './source.ts';
import { sendVolley } from './volley.ts';

export type Emit = (event: RunEvent) => void;

/** What a run does at one address: clear what an earlier attempt left there, knock, and look at the door. */
export class Knocker {
  readonly #request: RunRequest;
  readonly #clock: Clock;
  readonly #memory: ServerMemory;
  readonly #signal: AbortSignal;
  readonly #emit: Emit;
  #flushes = 0;
  /** Once refused, refused: Linux sends at most about one ICMP error a second, so later looks may hear nothing. */
  #refused = false;

  constructor(request: RunRequest, clock: Clock, memory: ServerMemory, signal: AbortSignal, emit: Emit) {
    this.#request = request;
    this.#clock = clock;
    this.#memory = memory;
    this.#signal = signal;
    this.#emit = emit;
  }

  /** Whether any look was answered with a refusal. */
  get refused(): boolean {
    return this.#refused;
  }

  /** Clears what an earlier attempt may have left on the server, then sends the sequence. Resolves with the moment the last packet left. */
  async knock(target: Address, attempt: number, limits: AttemptLimits): Promise<number> {
    const { steps, otherSteps, gapMs, seqTimeoutS } = this.#request;
    const gap = attemptGapMs(steps, gapMs, attempt, seqTimeoutS);
    const flush = flushKnock(steps, otherSteps);
    const staleMs = this.#memory.unfinishedForMs(target.address);
    let packets: readonly Packet[] = planSequence(steps, gap);
    if (staleMs > 0 && (flush === null || outwaits(attempt, limits))) {
      const reason = attempt === 1 ? 'unfinished-attempt' : 'retry';
      this.#emit({ type: 'phase', phase: { phase: 'waiting', reason, untilMs: this.#clock.date() + staleMs } });
      await this.#clock.sleepUntil(this.#clock.now() + staleMs, this.#signal);
    } else if (staleMs > 0 && flush !== null) {
      packets = [...planFlush(flush, gap, flushCount(this.#flushes++)), ...packets];
    }
    return this.#send(target, packets);
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

  /** Watches the door from shortly after the last knock (on the clock) until attempt `attempt` is given up. */
  watch(target: Address, attempt: number, leftAt: number): Promise<Seen> {
    this.#emit({ type: 'phase', phase: { phase: 'checking' } });
    const watchMs = checkMs(attempt, this.#memory.roundTripMs(target.address), this.#request.door.watchMs);
    return this.#watch(target, leftAt + CHECK_DELAY_MS, leftAt + watchMs, false);
  }

  /**
   * The sequence arrived whole: nothing is left on the server. Where the other sequence begins with its last port, as in
   * knockd's stock file, that one has not begun: the packet that completes an attempt starts none (knockd 0.8).
   */
  finished(target: Address): void {
    this.#memory.noteFinished(target.address);
  }

  async #send(target: Address, packets: readonly Packet[]): Promise<number> {
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
      signal: this.#signal,
      onSent: (at, atMs) => {
        const packet = packets[at];
        if (packet === undefined) return;
        // From the first packet on the server may hold a half-done attempt, however this run ends.
        this.#memory.noteUnfinished(target.address, attemptLifetimeMs(request.seqTimeoutS));
        const { flush, port, protocol } = packet;
        const index = flush ? at : at - flushed;
        this.#emit({ type: 'sent', index, of: count(flush), flush, port, protocol, atMs });
      },
    });
  }

  async #watch(target: Address, from: number, until: number, look: boolean): Promise<Seen> {
    const seen = await watchDoor({
      target,
      port: this.#request.door.port,
      localAddress: sourceAddress(this.#request.source, target.family),
      from,
      until,
      rttMs: this.#memory.roundTripMs(target.address),
      look,
      clock: this.#clock,
      signal: this.#signal,
    });
    this.#memory.noteRoundTrip(target.address, seen.rttMs);
    if (seen.door === 'refused') this.#refused = true;
    return seen;
  }
}
