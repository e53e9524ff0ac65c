import { knockingLimitMs, knockingTimeMs } from '../../shared/model/knocking-time.ts';
import { type Knock, knocksOf, type Protocol, type Sequence } from '../../shared/model/sequence.ts';

/** One packet to send, and how long to wait after it has left (ms) before the next one. */
export interface Packet {
  readonly port: number;
  readonly protocol: Protocol;
  readonly payload: Uint8Array;
  readonly gapAfterMs: number;
  /** It clears a stale attempt on the server and is not part of the sequence. */
  readonly flush: boolean;
}

/** Unknown `seq_timeout`: knockd's default when a config omits it (s); what a retry has to outwait. */
const DEFAULT_SEQ_TIMEOUT_S = 25;

/** `knock(1)` sends one NUL byte over UDP; a firewall rule that matches lengths may count on it. */
const DEFAULT_PAYLOAD = Uint8Array.of(0);

function payloadOf(knock: Knock): Uint8Array {
  if (knock.payload === undefined) return DEFAULT_PAYLOAD;
  return Buffer.from(knock.payload.value, knock.payload.encoding === 'hex' ? 'hex' : 'utf8');
}

function packet(knock: Knock, gapAfterMs: number, flush: boolean): Packet {
  return { port: knock.port, protocol: knock.protocol, payload: payloadOf(knock), gapAfterMs, flush };
}

/**
 * The packets of a sequence in order. A knock's own gap wins over `gapMs`; a pause adds to the gap of the knock before
 * it; pauses before the first and after the last knock have nothing to separate and are left out.
 */
export function planSequence(steps: Sequence, gapMs: number): readonly Packet[] {
  const packets: Packet[] = [];
  for (const step of steps) {
    const last = packets.at(-1);
    if (step.kind === 'knock') packets.push(packet(step, step.gapMs ?? gapMs, false));
    else if (last !== undefined) packets[packets.length - 1] = { ...last, gapAfterMs: last.gapAfterMs + step.ms };
  }
  return packets;
}

/** How long the server may remember an attempt that was not finished (ms). */
export function attemptLifetimeMs(seqTimeoutS: number | null): number {
  return ((seqTimeoutS ?? DEFAULT_SEQ_TIMEOUT_S) + 1) * 1000;
}

/** How much longer the gap of an attempt is, and at least how long (ms). */
export interface Growth {
  readonly factor: number;
  readonly leastMs: number;
}

/** The gap of an attempt: longer, as far as the sequence still fits its time. */
export function attemptGapMs(steps: Sequence, gapMs: number, growth: Growth, seqTimeoutS: number | null): number {
  const longer = Math.max(growth.leastMs, Math.floor(growth.factor * gapMs));
  if (longer <= gapMs) return gapMs;
  const fits = knockingTimeMs(steps, longer, 'syn') <= knockingLimitMs(seqTimeoutS);
  if (fits) return longer;
  const gaps = Math.max(1, knocksOf(steps).length - 1);
  const fixed = knockingTimeMs(steps, 0, 'syn');
  return Math.max(gapMs, Math.floor((knockingLimitMs(seqTimeoutS) - fixed) / gaps));
}

/**
 * The knock that clears a stale attempt on a knockd: a port that occurs once in the sequence, is neither its first nor
 * its last, and does not start the other sequence of the pair. The one nearest the middle; `null` where there is none,
 * and waiting is the only way.
 */
export function flushKnock(steps: Sequence, other: Sequence): Knock | null {
  const knocks = knocksOf(steps);
  const otherFirst = knocksOf(other)[0]?.port;
  const middle = (knocks.length - 1) / 2;
  const candidates = knocks.filter(
    ({ port }, index) =>
      index > 0 &&
      index < knocks.length - 1 &&
      port !== otherFirst &&
      knocks.filter((knock) => knock.port === port).length === 1,
  );
  const distance = (knock: Knock) => Math.abs(knocks.indexOf(knock) - middle);
  return candidates.reduce<Knock | null>(
    (best, knock) => (best === null || distance(knock) < distance(best) ? knock : best),
    null,
  );
}

/**
 * How often the flush knock is repeated before retry `retry` (from 0): three times, and two times on every other retry,
 * because parity matters where that port happens to start a door we do not know.
 */
export function flushCount(retry: number): number {
  return retry % 2 === 0 ? 3 : 2;
}

/** Between two flush packets (ms): they are all alike, so that nobody can tell when one overtakes another. */
const FLUSH_GAP_MS = 20;

/** How long flushing and knocking take, from the first packet to the last (ms); in full-connect mode at most. */
export function retrySpanMs(steps: Sequence, gapMs: number, flushes: number, mode: 'syn' | 'full'): number {
  const flushing = (flushes - 1) * Math.min(gapMs, FLUSH_GAP_MS) + gapMs;
  return flushing + knockingTimeMs(steps, gapMs, mode);
}

/** The flush packets, close together; the last one as far from the first knock as the knocks are from each other. */
export function planFlush(knock: Knock, gapMs: number, count: number): readonly Packet[] {
  const between = Math.min(gapMs, FLUSH_GAP_MS);
  return Array.from({ length: count }, (_, index) => packet(knock, index === count - 1 ? gapMs : between, true));
}
