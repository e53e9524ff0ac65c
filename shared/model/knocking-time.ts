import { knocksOf, type Sequence } from './sequence.ts';

/** Unknown `seq_timeout`: fit the sequence into this (s), the shortest that tutorials use. */
const CAUTIOUS_SEQ_TIMEOUT_S = 5;
/**
 * In full-connect mode a handshake gets this long (ms), and the next knock waits for it where no answer comes: less than
 * the first SYN retransmission of any system.
 */
export const FULL_CONNECT_MS = 900;

/**
 * How long it takes from the first knock to the last (ms), at most: gaps and the pauses between them. In full-connect
 * mode (`full`) a knock over TCP that is not answered holds up the next one.
 */
export function knockingTimeMs(steps: Sequence, gapMs: number, mode: 'syn' | 'full'): number {
  let total = 0;
  /** Since the newest knock; `null` before the first. */
  let since: number | null = null;
  let least = 0;
  for (const step of steps) {
    if (step.kind === 'pause') {
      if (since !== null) since += step.ms;
      continue;
    }
    if (since !== null) total += Math.max(since, least);
    since = step.gapMs ?? gapMs;
    least = mode === 'full' && step.protocol === 'tcp' ? FULL_CONNECT_MS : 0;
  }
  return total;
}

/** How long the knocking may take (ms). knockd counts whole seconds, so that a 5 s timeout is really 4 to 5 s. */
export function knockingLimitMs(seqTimeoutS: number | null): number {
  return Math.max(1, (seqTimeoutS ?? CAUTIOUS_SEQ_TIMEOUT_S) - 1) * 1000;
}

/** How long a knocking takes, and how long it may. */
export interface KnockingTime {
  readonly totalMs: number;
  readonly limitMs: number;
  /** Whether the limit is the person's own number or a guess. */
  readonly known: boolean;
}

/** Both times; `null` where they cannot be said: a single knock takes none, and a gap may be half typed (NaN). */
export function knockingTime(
  steps: Sequence,
  gapMs: number,
  seqTimeoutS: number | null,
  mode: 'syn' | 'full',
): KnockingTime | null {
  if (knocksOf(steps).length < 2 || !Number.isFinite(gapMs)) return null;
  return {
    totalMs: knockingTimeMs(steps, gapMs, mode),
    limitMs: knockingLimitMs(seqTimeoutS),
    known: seqTimeoutS !== null,
  };
}

/** Whether the knocking may outlast the server's memory. */
export function isTooSlow({ totalMs, limitMs }: KnockingTime): boolean {
  return totalMs > limitMs;
}
