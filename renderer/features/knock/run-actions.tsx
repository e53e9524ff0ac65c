import { type MouseEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import type { RunState } from '../../../shared/model/run.ts';
import { Button } from '../../ui/button.tsx';
import styles from './run-panel.module.css';
import { defaultAction, useRuns } from './use-runs.ts';

interface RunActionsProps {
  readonly profile: ProfileSummary;
  readonly run: RunState | undefined;
}

/**
 * One main button whose meaning changes: it stays where it is and keeps the focus, so that Enter knocks and Enter again
 * cancels. The second half of a double click does not count as a wish to cancel.
 */
export function RunActions({ profile, run }: RunActionsProps) {
  const { t } = useTranslation();
  const { start, cancel } = useRuns();
  const main = useRef<HTMLButtonElement>(null);
  const going = run !== undefined && run.phase.phase !== 'done' ? run : null;
  // A session that is starting cannot be called back: nothing to cancel, and nothing to begin yet.
  const starting = going === null && run?.launch.state === 'starting';
  const action = defaultAction(profile);

  function onMain(event: MouseEvent): void {
    if (event.detail > 1 || starting) return;
    if (going === null) start(profile.id, action);
    else cancel(going.runId);
  }

  function startOther(other: 'knock' | 'close'): void {
    if (starting) return;
    main.current?.focus();
    start(profile.id, other);
  }

  return (
    <div className={styles['actions']}>
      <Button
        ref={main}
        data-main-action
        look={going === null ? 'primary' : 'plain'}
        large
        aria-disabled={starting || undefined}
        onClick={onMain}
      >
        {going !== null ? t('cancel') : action === 'connect' ? t('knockAndConnect') : t('knock')}
      </Button>
      {going === null && action === 'connect' && (
        <Button large aria-disabled={starting || undefined} onClick={() => startOther('knock')}>
          {t('knock')}
        </Button>
      )}
      {going === null && profile.canClose && (
        <Button large aria-disabled={starting || undefined} onClick={() => startOther('close')}>
          {t('closeDoor')}
        </Button>
      )}
    </div>
  );
}
