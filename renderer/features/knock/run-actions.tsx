import { type MouseEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { isOver, type RunState } from '../../../shared/model/run.ts';
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
  const going = run !== undefined && !isOver(run) ? run : null;
  const action = defaultAction(profile);

  function onMain(event: MouseEvent): void {
    if (event.detail > 1) return;
    if (going === null) start(profile.id, action);
    else cancel(going.runId);
  }

  function startOther(other: 'knock' | 'close'): void {
    main.current?.focus();
    start(profile.id, other);
  }

  return (
    <div className={styles['actions']}>
      <Button ref={main} look={going === null ? 'primary' : 'plain'} large onClick={onMain}>
        {going !== null ? t('cancel') : action === 'connect' ? t('knockAndConnect') : t('knock')}
      </Button>
      {going === null && action === 'connect' && (
        <Button large onClick={() => startOther('knock')}>
          {t('knock')}
        </Button>
      )}
      {going === null && profile.canClose && (
        <Button large onClick={() => startOther('close')}>
          {t('closeDoor')}
        </Button>
      )}
    </div>
  );
}
