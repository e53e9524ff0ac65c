import type { Outcome } from '../../../shared/model/run.ts';
import type { ProblemCode } from '../../../shared/result.ts';

/** The first thing to do after a run: `slower`: with a longer gap · `again`: the same · `test`: the host · `setup`: see the server's side. */
export type RemedyKind = 'slower' | 'again' | 'test' | 'setup';

/** Troubles that pass, or that are mended outside of Toctoc. */
const PASSING: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'name-not-found',
  'name-lookup-failed',
  'network-unreachable',
  'send-failed',
  'too-many-sockets',
]);

/**
 * The one remedy that is offered first; `null`: none would help.
 *
 * A door that opened before and is silent now: knocks overtook each other, as they do. One that was never seen open:
 * first see who is there at all. One that refuses: packets do arrive, so when a longer gap was no help either, it is
 * the server's rules.
 *
 * @param wasSlow the gap was long already
 */
export function firstRemedy(outcome: Outcome, wasSlow: boolean): RemedyKind | null {
  switch (outcome.result) {
    case 'not-open':
      if (outcome.door === 'silent' && !outcome.everOpened) return 'test';
      if (!wasSlow) return 'slower';
      return outcome.door === 'silent' ? 'test' : 'setup';
    case 'still-open':
      return 'again';
    case 'failed':
      if (outcome.problem.code === 'host-unreachable') return 'test';
      return PASSING.has(outcome.problem.code) ? 'again' : null;
    default:
      return null;
  }
}
