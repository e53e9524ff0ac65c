import { DRAFT_ID, PRACTICE_ID, type Profile } from '../../shared/model/profile.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { withCurrentLine } from '../knock/one-time.ts';
import { isForPractice, type PracticeAddress, practiceAddress } from './practice-profile.ts';
import type { PracticeServer } from './practice-server.ts';

/** The profiles, as far as a run has to know them. */
export interface PreparedFrom {
  get(id: string): Result<Profile>;
  /** Puts the saved practice profile where its server is now, and answers with it. */
  movePractice(address: PracticeAddress): Result<Profile>;
}

/**
 * What is to be known before a run begins. The practice profile's server is started when it is first knocked; its profile
 * follows it to other ports. What was asked for this run alone, such as a longer gap, stays.
 */
export async function prepare(
  profile: Profile,
  practice: Pick<PracticeServer, 'start' | 'shut'>,
  profiles: PreparedFrom,
): Promise<Result<Profile>> {
  if (!isForPractice(profile)) return withCurrentLine(profile, (id) => profiles.get(id));
  const ports = await practice.start();
  if (ports === null) return fail({ code: 'practice-ports-taken' });
  // A trial is to show what this sequence does: a door that stands open would be found so, whatever was knocked.
  if (profile.id === DRAFT_ID) await practice.shut();
  // A copy of the practice profile is the person's own: it stays as they made it.
  if (profile.id !== PRACTICE_ID) return ok(profile);
  const moved = profiles.movePractice(practiceAddress(ports));
  if (!moved.ok) return moved;
  const { sequence, closeSequence, door } = moved.value;
  return ok({ ...profile, sequence, closeSequence, door });
}
