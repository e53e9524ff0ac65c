import { useMemo } from 'react';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import type { AskedAction } from '../../../shared/model/run.ts';
import { useBridge } from '../../state/store-context.tsx';
import { useTell } from '../../ui/toasts.tsx';

interface Runs {
  readonly start: (profileId: string, action: AskedAction) => void;
  readonly cancel: (runId: string) => void;
}

/** What one click (or Enter in the list) does with a profile. */
export function defaultAction(profile: ProfileSummary): 'connect' | 'knock' {
  return profile.client === 'none' ? 'knock' : 'connect';
}

/** Starts and cancels runs. Main joins a run that is going on already, so that asking twice does no harm. */
export function useRuns(): Runs {
  const bridge = useBridge();
  const tell = useTell();
  return useMemo(
    () => ({
      start: async (profileId, action) => {
        const answer = await bridge.invoke('runs:start', { profileId, action });
        if (!answer.ok) tell.failure(answer.problems);
      },
      cancel: async (runId) => {
        const answer = await bridge.invoke('runs:cancel', runId);
        if (!answer.ok) tell.failure(answer.problems);
      },
    }),
    [bridge, tell],
  );
}
