import type { Steps } from '../../shared/formats/steps.ts';

/** Something quick as work in steps: in one, behind the breath in which it can still be stopped. */
export function* oneStep<T>(make: () => T): Steps<T> {
  yield { stage: 'saving', done: 0, total: 1 };
  return make();
}
