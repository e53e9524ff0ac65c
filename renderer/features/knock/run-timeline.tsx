import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunState } from '../../../shared/model/run.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { story } from '../timeline/words.ts';

/** What happens in a profile's newest run, as it happens. Main tells it of one profile at a time: the one on screen. */
export function RunTimeline({ profileId, run }: { readonly profileId: string; readonly run: RunState | undefined }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const timeline = useAppState((state) => state.timeline);
  useEffect(() => {
    void bridge.invoke('runs:watch', { profileId });
    return () => void bridge.invoke('runs:watch', { profileId: null });
  }, [bridge, profileId]);
  if (run === undefined || timeline?.runId !== run.runId || timeline.marks.length === 0) return null;
  const outcome = run.phase.phase === 'done' ? run.phase.outcome : null;
  return (
    <Timeline
      // A new run is a new picture.
      key={run.runId}
      marks={timeline.marks}
      live={outcome === null}
      story={outcome === null ? null : story(t, timeline.marks, outcome)}
    />
  );
}
