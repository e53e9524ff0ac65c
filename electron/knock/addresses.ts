import type { Outcome } from '../../shared/model/run.ts';
import { KnockError } from './errors.ts';
import type { Address } from './resolve.ts';

/**
 * The addresses that are left when nothing could be sent to `target`: one family may have no route here, and the other
 * one goes on without it.
 *
 * @throws `error` when it is of another kind, or none is left
 */
export function without(targets: readonly Address[], target: Address, error: unknown): readonly Address[] {
  if (!(error instanceof KnockError) || targets.length === 1) throw error;
  return targets.filter((other) => other !== target);
}

/** What is said of two doors: that both are closed, or what happened at the first one that is not. */
export function bothClosed(one: Outcome, other: Outcome): Outcome {
  if (one.result !== 'closed') return one;
  return other.result === 'closed' ? { ...other, verified: one.verified && other.verified } : other;
}

/** For a look that could not be made: nothing stands open there as far as anybody can tell. */
export function unlessUnsent(error: unknown): false {
  if (error instanceof KnockError) return false;
  throw error;
}
