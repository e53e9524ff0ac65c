import { useMemo } from 'react';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import type { AskedAction } from '../../../shared/model/run.ts';
import type { Result } from '../../../shared/result.ts';
import { useBridge } from '../../state/store-context.tsx';
import { useTell } from '../../ui/toasts.tsx';

interface Runs {
  readonly start: (profileId: string, action: AskedAction) => void;
  readonly startMany: (profiles: readonly ProfileSummary[], action: AskedAction) => void;
  readonly cancel: (runId: string) => void;
  readonly keepOpen: (profileId: string, on: boolean) => void;
}

/** What one click (or Enter in the list) does with a profile. */
export function defaultAction(profile: ProfileSummary): 'connect' | 'knock' {
  return profile.client === 'none' ? 'knock' : 'connect';
}

/** Starts and cancels runs. Main joins a run that is going on already, so that asking twice does no harm. */
export function useRuns(): Runs {
  const bridge = useBridge();
  const tell = useTell();
  return useMemo(() => {
    async function told(request: Promise<Result<unknown>>): Promise<void> {
      const answer = await request;
      if (!answer.ok) tell.failure(answer.problems);
    }
    return {
      start: (profileId, action) => void told(bridge.invoke('runs:start', { profileId, action })),
      startMany: (profiles, action) =>
        void told(bridge.invoke('runs:start-many', { profileIds: profiles.map(({ id }) => id), action })),
      cancel: (runId) => void told(bridge.invoke('runs:cancel', runId)),
      keepOpen: (profileId, on) => void told(bridge.invoke('runs:keep-open', { profileId, on })),
    };
  }, [bridge, tell]);
}
