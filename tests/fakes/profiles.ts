import { emptyDraft, type Profile } from '../../shared/model/profile.ts';
import type { RunPhase, RunState } from '../../shared/model/run.ts';
import { parseSequence, type Sequence } from '../../shared/model/sequence.ts';

/** Steps from text that is known to be good. */
export function steps(text: string): Sequence {
  const parsed = parseSequence(text);
  if (!parsed.ok) throw new Error(`not a sequence: ${text}`);
  return parsed.value;
}

/** A complete profile; say only what matters. */
export function aProfile(differs: Partial<Profile> = {}): Profile {
  return {
    ...emptyDraft(),
    id: 'web',
    name: 'Web server',
    host: 'web.example.org',
    sequence: [...steps('7000 8000:udp 9000')],
    doorSeenAt: null,
    ...differs,
  };
}

/** A run of {@link aProfile}; say only what matters. */
export function aRun(phase: RunPhase, differs: Partial<RunState> = {}): RunState {
  return {
    runId: 'run-1',
    profileId: 'web',
    action: 'connect',
    startedAt: 0,
    address: '192.0.2.7',
    attempt: 1,
    maxAttempts: 3,
    phase,
    launch: { state: 'none' },
    ...differs,
  };
}
