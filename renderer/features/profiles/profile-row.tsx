import { Pencil, RefreshCw, Star } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { PRACTICE_ID, type ProfileSummary } from '../../../shared/model/profile.ts';
import type { RunState } from '../../../shared/model/run.ts';
import { type Standing, standingOf } from '../knock/standing.ts';
import { StandingIcon } from '../knock/standing-icon.tsx';
import styles from './profile-list.module.css';

interface ProfileRowProps {
  readonly profile: ProfileSummary;
  readonly run: RunState | undefined;
  readonly selected: boolean;
  /** The one row that Tab reaches. */
  readonly reachable: boolean;
  /** Its door is kept open. */
  readonly kept: boolean;
  /** Its editor holds unsaved changes. */
  readonly unsaved: boolean;
  /** Where it is in the list (px), and which one of how many. */
  readonly top: number;
  readonly at: number;
  readonly of: number;
}

/**
 * A server in the list: its name, where it is, and how its newest run stands. The list hears the clicks, so that a row
 * is drawn again only when it changes itself.
 */
export const ProfileRow = memo(function ProfileRow(props: ProfileRowProps) {
  const { profile, run, selected, reachable, kept, unsaved, top, at, of } = props;
  const { t } = useTranslation();
  const place = profile.user === '' ? profile.host : `${profile.user}@${profile.host}`;
  const standing = listed(standingOf(run));
  return (
    <button
      type="button"
      role="option"
      aria-selected={selected}
      aria-posinset={at}
      aria-setsize={of}
      tabIndex={reachable ? 0 : -1}
      data-id={profile.id}
      className={styles['row']}
      style={{ transform: `translateY(${top}px)` }}
    >
      <StandingIcon standing={standing} />
      <span className={styles['texts']}>
        <span className={styles['name']} title={profile.name}>
          {profile.name}
        </span>
        <span className={styles['host']}>
          <span className={styles['place']}>{profile.id === PRACTICE_ID ? t('list.practice') : place}</span>
          <StandingWord standing={standing} />
        </span>
      </span>
      <span className={styles['signs']}>
        {unsaved && <Pencil size={14} role="img" aria-label={t('draft.mark')} />}
        {kept && <RefreshCw size={14} role="img" aria-label={t('list.kept')} />}
        {profile.favourite && <Star size={14} role="img" aria-label={t('list.favourite')} />}
      </span>
    </button>
  );
});

/** What was cancelled leaves no trace in the list. */
function listed(standing: Standing): Exclude<Standing, 'cancelled'> {
  return standing === 'cancelled' ? 'none' : standing;
}

function StandingWord({ standing }: { readonly standing: Exclude<Standing, 'cancelled'> }) {
  const { t } = useTranslation();
  return standing === 'none' ? null : (
    <span className={styles['word']} data-standing={standing}>
      {' · '}
      {t(`list.${standing}`)}
    </span>
  );
}
