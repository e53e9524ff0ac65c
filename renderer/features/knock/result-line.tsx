import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import type { RunState } from '../../../shared/model/run.ts';
import styles from './selection-panel.module.css';
import { standingLine, standingOf } from './standing.ts';
import { StandingIcon } from './standing-icon.tsx';

interface ResultLineProps {
  readonly profile: ProfileSummary;
  readonly run: RunState | undefined;
  readonly onOpen: () => void;
}

/** One of several servers, and how it stands. Pressed, it is shown alone. */
export function ResultLine({ profile, run, onOpen }: ResultLineProps) {
  const { t } = useTranslation();
  const standing = standingOf(run);
  return (
    <li>
      <button type="button" onClick={onOpen} className={styles['line']}>
        <StandingIcon standing={standing} />
        <span className={styles['server']}>
          <span className={styles['name']}>{profile.name}</span>
          <span className={styles['host']}> {profile.host}</span>
        </span>
        <span className={styles['words']} data-standing={standing}>
          {' '}
          {standingLine(t, run, profile)}
        </span>
      </button>
    </li>
  );
}
