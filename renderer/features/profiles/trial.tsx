import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DRAFT_ID, type ProfileDraft, type ProfileSummary, summarise } from '../../../shared/model/profile.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { Countdown } from '../knock/countdown.tsx';
import { RunTimeline } from '../knock/run-timeline.tsx';
import { runStatus } from '../knock/status.ts';
import { useRuns } from '../knock/use-runs.ts';
import styles from './profile-editor.module.css';

interface Tried {
  readonly runId: string;
  readonly profile: ProfileSummary;
}

/** A knock with what is not saved yet. */
export interface Trial {
  readonly tried: Tried | null;
  readonly begin: (draft: ProfileDraft) => Promise<void>;
}

/** Knocks with what the editor holds, without saving it. */
export function useTrial(): Trial {
  const bridge = useBridge();
  const tell = useTell();
  const [tried, setTried] = useState<Tried | null>(null);
  async function begin(draft: ProfileDraft): Promise<void> {
    const answer = await bridge.invoke('runs:try', { draft });
    if (!answer.ok) return tell.failure(answer.problems);
    setTried({ runId: answer.value, profile: summarise({ ...draft, id: DRAFT_ID, doorSeenAt: null }) });
  }
  return { tried, begin };
}

/** How the try goes. */
export function TrialPanel({ tried }: { readonly tried: Tried }) {
  const { t } = useTranslation();
  const { cancel } = useRuns();
  const run = useAppState((state) => state.runs.find(({ profileId }) => profileId === DRAFT_ID));
  if (run?.runId !== tried.runId) return null;
  const status = runStatus(t, run, tried.profile);
  return (
    <section className={styles['trial']} data-tone={status.tone} aria-label={t('trial.label')}>
      <div className={styles['trialLines']}>
        <RunTimeline profileId={DRAFT_ID} run={run} />
      </div>
      {/* Last, for the panel grows upwards: its button stays where it is while the lines come. */}
      <div className={styles['trialFoot']}>
        <output aria-live="polite" aria-atomic>
          <strong>
            {status.title}
            {status.untilMs !== null && <Countdown untilMs={status.untilMs} />}
          </strong>{' '}
          {status.text}
        </output>
        {run.phase.phase !== 'done' && <Button onClick={() => cancel(run.runId)}>{t('trial.stop')}</Button>}
      </div>
    </section>
  );
}
