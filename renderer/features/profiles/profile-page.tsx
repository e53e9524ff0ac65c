import { Copy, Pencil, ServerCog, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFewLines } from '../../../shared/model/one-time.ts';
import { PRACTICE_ID, type ProfileSummary } from '../../../shared/model/profile.ts';
import type { RunState } from '../../../shared/model/run.ts';
import { formatDuration } from '../../i18n.ts';
import { useAppState } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Page } from '../../ui/page.tsx';
import { Room } from '../../ui/room.tsx';
import { LastRuns } from '../history/last-runs.tsx';
import { KeepOpen } from '../knock/keep-open.tsx';
import { RunPanel } from '../knock/run-panel.tsx';
import { NextSteps, type NextStepsProps } from '../onboarding/next-steps.tsx';
import { PracticeCard } from '../onboarding/practice-card.tsx';
import { UseWithSsh } from '../ssh-config/use-with-ssh.tsx';
import { FavouriteStar } from './favourite-star.tsx';
import { nextStep } from './launch-choice.ts';
import { LinkQuestion } from './link-question.tsx';
import styles from './profile-page.module.css';
import { UnsavedBar } from './unsaved-bar.tsx';
import { useProfileActions } from './use-profile-actions.ts';

interface ProfilePageProps {
  readonly profile: ProfileSummary;
  /** A link asked for it. */
  readonly byLink: boolean;
  readonly onEdit: () => void;
  readonly onOpen: (id: string) => void;
  readonly onDeleted: () => void;
  readonly onHistory: () => void;
  readonly next: NextStepsProps;
  readonly onSetup: () => void;
}

/** A profile: knock it, see how that goes, read what it says. The sequence is a secret and not here. */
export function ProfilePage({
  profile,
  byLink,
  onEdit,
  onOpen,
  onDeleted,
  onHistory,
  next,
  onSetup,
}: ProfilePageProps) {
  const { t } = useTranslation();
  // The practice server that was knocked wrong: that is a run of no profile, and what the person wants to see here.
  const [tried, setTried] = useState<string | null>(null);
  const run = useAppState(({ runs }) => newest(runs, profile.id, tried));
  const isFirst = useAppState(({ profiles }) => profiles.length === 1 && profile.id === PRACTICE_ID);
  const { duplicate, remove } = useProfileActions({ onOpen, onDeleted });
  return (
    <Page>
      <header className={styles['header']}>
        <div className={styles['title']}>
          <h2 className={styles['name']}>{profile.name}</h2>
          <FavouriteStar profile={profile} />
        </div>
        <div className={styles['actions']}>
          <Button look="quiet" onClick={onEdit}>
            <Pencil size={16} aria-hidden />
            {t('edit')}
          </Button>
          <Button look="quiet" onClick={() => void duplicate(profile)}>
            <Copy size={16} aria-hidden />
            {t('duplicate')}
          </Button>
          <Button look="quiet" onClick={() => void remove(profile)}>
            <Trash2 size={16} aria-hidden />
            {t('delete')}
          </Button>
        </div>
      </header>
      <Room>
        <UnsavedBar profileId={profile.id} name={profile.name} onEdit={onEdit} />
      </Room>
      {byLink && <LinkQuestion profile={profile} />}
      {profile.id === PRACTICE_ID && <PracticeCard profileId={profile.id} onTried={setTried} />}
      <RunPanel profile={profile} run={run} onSetup={onSetup} />
      <KeepOpen profile={profile} />
      {isFirst && <NextSteps heading="h3" {...next} />}
      <LastRuns profileId={profile.id} current={run?.runId} onAll={onHistory} />
      <Facts profile={profile} address={run?.address ?? null} />
      {profile.id !== PRACTICE_ID && (
        <div className={styles['more']}>
          <UseWithSsh profile={profile} />
          <Button look="quiet" onClick={onSetup}>
            <ServerCog size={16} aria-hidden />
            {t('serverSetup.action')}
          </Button>
        </div>
      )}
    </Page>
  );
}

/** The newest run of a profile, or a trial if that began later. */
function newest(runs: readonly RunState[], id: string, tried: string | null): RunState | undefined {
  const own = runs.find(({ profileId }) => profileId === id);
  const trial = runs.find(({ runId }) => runId === tried);
  return own !== undefined && trial !== undefined && own.startedAt < trial.startedAt ? trial : (own ?? trial);
}

function Facts({ profile, address }: { readonly profile: ProfileSummary; readonly address: string | null }) {
  const { t } = useTranslation();
  const port = profile.doorPort;
  return (
    <dl className={styles['facts']}>
      <dt>{t('profile.host')}</dt>
      <dd>
        {profile.host}
        {address !== null && address !== profile.host && (
          <span className={styles['soft']}> {t('run.address', { address })}</span>
        )}
      </dd>
      <dt>{t('profile.door')}</dt>
      <dd>{profile.check ? t('profile.doorPort', { port }) : t('profile.doorUnchecked', { port })}</dd>
      <dt>{t('profile.sequence')}</dt>
      <dd>
        {t('profile.secret', { knocks: t('knocks', { count: profile.knocks }) })}
        <span className={styles['soft']}> {t('profile.gap', { gap: formatDuration(profile.gapMs) })}</span>
      </dd>
      {profile.lines !== null && (
        <>
          <dt>{t('oneTime.label')}</dt>
          <dd>
            {t('oneTime.left', profile.lines)}
            {isFewLines(profile.lines) && <p className={styles['warn']}>{t('oneTime.few')}</p>}
          </dd>
        </>
      )}
      {profile.user !== '' && (
        <>
          <dt>{t('profile.user')}</dt>
          <dd>{profile.user}</dd>
        </>
      )}
      <dt>{t('profile.next')}</dt>
      <dd>{nextStep(t, profile.client)}</dd>
      {profile.tags.length > 0 && (
        <>
          <dt>{t('list.tags')}</dt>
          <dd className={styles['tags']}>
            {profile.tags.map((tag) => (
              <Chip key={tag}>{tag}</Chip>
            ))}
          </dd>
        </>
      )}
      {profile.notes !== '' && (
        <>
          <dt>{t('editor.notes')}</dt>
          <dd className={styles['notes']}>{profile.notes}</dd>
        </>
      )}
    </dl>
  );
}
