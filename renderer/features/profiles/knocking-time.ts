import * as model from '../../../shared/model/knocking-time.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { Sequence } from '../../../shared/model/sequence.ts';

/** What is to be said in the form about the time that knocking takes; a gap that is no number yet says nothing. */
export function tooSlow(
  steps: Sequence,
  gapMs: number,
  seqTimeoutS: number | null,
  mode: Profile['connectMode'] = 'syn',
): model.TooSlow | null {
  return model.tooSlow(steps, gapMs, seqTimeoutS, mode);
}
