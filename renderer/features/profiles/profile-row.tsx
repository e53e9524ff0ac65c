import { DoorClosed, DoorOpen, LoaderCircle, Server } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PRACTICE_ID, type ProfileSummary } from '../../../shared/model/profile.ts';
import { isOver, type RunState } from '../../../shared/model/run.ts';
import styles from './profile-list.module.css';

interface ProfileRowProps {
  readonly profile: ProfileSummary;
  readonly run: RunState | undefined;
  readonly selected: boolean;
  /** The one row that Tab reaches. */
  readonly reachable: boolean;
  readonly onOpen: (id: string) => void;
}

/** A server in the list: its name, where it is, and how its newest run stands. */
export function ProfileRow({ profile, run, selected, reachable, onOpen }: ProfileRowProps) {
  const { t } = useTranslation();
  const place = profile.user === '' ? profile.host : `${profile.user}@${profile.host}`;
  return (
    <button
      type="button"
      role="option"
      aria-selected={selected}
      tabIndex={reachable ? 0 : -1}
      data-id={profile.id}
      onClick={() => onOpen(profile.id)}
      className={styles['row']}
    >
      <RowIcon run={run} />
      <span className={styles['texts']}>
        <span className={styles['name']} title={profile.name}>
          {profile.name}
        </span>
        <span className={styles['host']}>
          {profile.id === PRACTICE_ID ? t('list.practice') : place}
          <RunWord run={run} />
        </span>
      </span>
    </button>
  );
}

type Mark = 'none' | 'running' | 'open' | 'failed';

function markOf(run: RunState | undefined): Mark {
  if (run === undefined) return 'none';
  if (!isOver(run)) return 'running';
  const result = run.phase.phase === 'done' ? run.phase.outcome.result : 'cancelled';
  if (result === 'open') return 'open';
  return result === 'not-open' || result === 'failed' || result === 'still-open' ? 'failed' : 'none';
}

function RowIcon({ run }: { readonly run: RunState | undefined }) {
  const mark = markOf(run);
  const Icon = { none: Server, running: LoaderCircle, open: DoorOpen, failed: DoorClosed }[mark];
  return (
    <span className={styles['icon']} data-mark={mark}>
      <Icon size={18} aria-hidden />
    </span>
  );
}

function RunWord({ run }: { readonly run: RunState | undefined }) {
  const { t } = useTranslation();
  const mark = markOf(run);
  return mark === 'none' ? null : (
    <span className={styles['word']} data-mark={mark}>
      {' · '}
      {t(`list.${mark}`)}
    </span>
  );
}
