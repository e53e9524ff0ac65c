import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { isOver, type RunState } from '../../../shared/model/run.ts';
import type { Problem } from '../../../shared/result.ts';
import { problemSentence } from '../../i18n.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Door } from '../knock/door.tsx';
import { readyStatus, runStatus, type Status } from '../knock/status.ts';
import styles from './quick-pick.module.css';

/** How long the open door is seen before the window goes (ms). */
const SEEN_MS = 700;

interface FollowingProps {
  readonly profile: ProfileSummary;
  readonly runId: string | null;
  /** Why the run could not start. */
  readonly problem: Problem | null;
  /** Puts the window away; with a profile, shows that in the big one. */
  readonly onLeave: (profileId: string | null) => void;
}

/** The run that was chosen, until its door is open; what went wrong stays to be read. */
export function Following({ profile, runId, problem, onLeave }: FollowingProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const main = useRef<HTMLButtonElement>(null);
  const run = useAppState((state) => state.runs.find((one) => one.runId === runId));
  const going = problem === null && (run === undefined || !isOver(run));
  const status = statusOf();
  const isGood = !going && status.tone === 'good';

  function statusOf(): Status {
    const failed = { tone: 'bad', door: 'shut', untilMs: null } as const;
    if (problem !== null) return { ...failed, title: t('run.failed'), text: problemSentence(problem) };
    if (run === undefined) return readyStatus(t, profile);
    if (run.launch.state === 'failed') {
      return { ...failed, door: 'open', title: t('launch.failed'), text: problemSentence(run.launch.problem) };
    }
    return runStatus(t, run, profile);
  }

  const leave = useEffectEvent(() => onLeave(null));
  useEffect(() => {
    main.current?.focus();
  }, []);
  useEffect(() => {
    if (!isGood) return;
    const timer = setTimeout(() => leave(), SEEN_MS);
    return () => clearTimeout(timer);
  }, [isGood]);

  function onMain(): void {
    if (!going) onLeave(isGood ? null : profile.id);
    else if (run !== undefined) void bridge.invoke('runs:cancel', run.runId);
  }

  return (
    <div className={styles['following']} data-tone={status.tone}>
      <Door pose={status.door} tone={status.tone} beat={beatOf(run)} />
      <div role="status" className={styles['status']}>
        <p className={styles['who']}>{profile.name}</p>
        <strong className={styles['what']}>{status.title}</strong>
        <p className={styles['why']}>{launchLine(run) ?? status.text}</p>
      </div>
      <Button ref={main} look={going ? 'plain' : 'primary'} onClick={onMain}>
        {going ? t('cancel') : isGood ? t('desktop.quickPick.close') : t('desktop.quickPick.show')}
      </Button>
    </div>
  );

  function launchLine(of: RunState | undefined): string | null {
    if (of?.launch.state === 'starting') return t('launch.starting');
    return of?.launch.state === 'started' ? t('launch.started', { client: of.launch.client }) : null;
  }
}

/** The drawn hand moves with every knock. */
function beatOf(run: RunState | undefined): number {
  return run?.phase.phase === 'knocking' ? run.phase.index : 0;
}
