import { knocksOf, type Sequence } from '../../../shared/model/sequence.ts';

/** The `seq_timeout` of knockd's example configuration, which most servers keep (ms). */
const USUAL_TIMEOUT_MS = 5000;

/** How long it takes from the first knock to the last (ms): gaps and pauses between them. */
function knockingTimeMs(steps: Sequence, gapMs: number): number {
  const last = steps.findLastIndex((step) => step.kind === 'knock');
  const first = steps.findIndex((step) => step.kind === 'knock');
  return steps
    .slice(Math.max(first, 0), Math.max(last, 0))
    .reduce((total, step) => total + (step.kind === 'pause' ? step.ms : (step.gapMs ?? gapMs)), 0);
}

/** Knocking that takes longer than the server may remember it. */
export interface TooSlow {
  readonly totalMs: number;
  readonly limitMs: number;
  /** Whether the limit is the person's own number or a guess. */
  readonly known: boolean;
}

/**
 * knockd compares whole seconds, so one of them may be lost: a known timeout counts as one second less.
 * `null`: fast enough, or not to be said.
 */
export function tooSlow(steps: Sequence, gapMs: number, seqTimeoutS: number | null): TooSlow | null {
  if (knocksOf(steps).length < 2 || !Number.isFinite(gapMs)) return null;
  const totalMs = knockingTimeMs(steps, gapMs);
  const limitMs = seqTimeoutS === null ? USUAL_TIMEOUT_MS : Math.max(1, seqTimeoutS - 1) * 1000;
  return totalMs > limitMs ? { totalMs, limitMs, known: seqTimeoutS !== null } : null;
}
