import { useTranslation } from 'react-i18next';
import { PRACTICE_ID, type ProfileSummary } from '../../../shared/model/profile.ts';
import type { RunState } from '../../../shared/model/run.ts';
import { problemSentence } from '../../i18n.ts';
import { useAppState } from '../../state/store-context.tsx';
import { HelpLink } from '../help/help-link.tsx';
import { Countdown } from './countdown.tsx';
import { Door } from './door.tsx';
import { HostTestPanel } from './host-test-panel.tsx';
import { NotOpenAdvice } from './not-open-advice.tsx';
import { Remedy } from './remedy.tsx';
import { RunActions } from './run-actions.tsx';
import styles from './run-panel.module.css';
import { RunTimeline } from './run-timeline.tsx';
import { readyStatus, runStatus, shutAgain } from './status.ts';
import { useHostTest } from './use-host-test.ts';

interface RunPanelProps {
  readonly profile: ProfileSummary;
  /** The newest run of this profile; or a trial of a draft, which has no remedy: it is not the profile that failed. */
  readonly run: RunState | undefined;
  /** Shows the server's side; `null`: it is on screen. */
  readonly onSetup: (() => void) | null;
}

/** The door, what is going on with it, and the buttons that change that. */
export function RunPanel({ profile, run, onSetup }: RunPanelProps) {
  const { t } = useTranslation();
  const going = run !== undefined && run.phase.phase !== 'done';
  const testing = useHostTest(profile.id, going);
  const outcome = run?.phase.phase === 'done' ? run.phase.outcome : null;
  // The one server whose door is seen from the inside.
  const isShut = useAppState(({ practice }) => profile.id === PRACTICE_ID && practice?.doorOpen === false);
  const told = run === undefined ? readyStatus(t, profile) : runStatus(t, run, profile);
  const status = isShut && outcome?.result === 'open' ? shutAgain(t, told) : told;
  const knocking = run?.phase.phase === 'knocking' ? run.phase : null;
  return (
    <section className={styles['panel']} data-tone={status.tone}>
      <Door pose={status.door} tone={status.tone} beat={knocking?.index ?? 0} />
      <div className={styles['body']}>
        <output className={styles['status']} aria-live="polite" aria-atomic>
          <p className={styles['title']}>
            {status.title}
            {status.untilMs !== null && <Countdown untilMs={status.untilMs} />}
          </p>
          {status.text !== '' && <p className={styles['text']}>{status.text}</p>}
          {status.advice !== undefined && <p className={styles['text']}>{status.advice}</p>}
          <LaunchLine run={run} />
        </output>
        <RunActions profile={profile} run={run} />
      </div>
      {outcome?.result === 'open' && outcome.banner !== null && (
        <p className={styles['banner']}>
          {t('run.banner')} <code>{outcome.banner}</code>
        </p>
      )}
      <div className={styles['timeline']}>
        <RunTimeline profileId={run?.profileId ?? profile.id} run={run} />
      </div>
      {run?.profileId === profile.id && <Remedy profile={profile} run={run} testing={testing} onSetup={onSetup} />}
      <HostTestPanel profile={profile} testing={testing} onSetup={onSetup} />
      {outcome?.result === 'failed' && (
        <p className={styles['remedy']}>
          <HelpLink page="not-open" />
        </p>
      )}
      {outcome?.result === 'not-open' &&
        (run?.profileId === profile.id ? (
          <NotOpenAdvice outcome={outcome} port={profile.doorPort} />
        ) : (
          <p className={styles['remedy']}>{t('practice.wrong')}</p>
        ))}
    </section>
  );
}

function LaunchLine({ run }: { readonly run: RunState | undefined }) {
  const { t } = useTranslation();
  if (run === undefined || run.launch.state === 'none') return null;
  if (run.launch.state === 'starting') return <p className={styles['text']}>{t('launch.starting')}</p>;
  if (run.launch.state === 'started')
    return <p className={styles['text']}>{t('launch.started', { client: run.launch.client })}</p>;
  return (
    <p className={styles['problem']}>
      <strong>{t('launch.failed')}.</strong> {problemSentence(run.launch.problem)}
    </p>
  );
}
