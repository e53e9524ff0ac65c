import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { useAppState } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { BulkEdit } from './bulk-edit.tsx';
import { ResultLine } from './result-line.tsx';
import styles from './selection-panel.module.css';
import { standingOf, summarise } from './standing.ts';
import { useRuns } from './use-runs.ts';

/** More lines than this nobody reads one by one; the summary counts them all. */
const SHOWN = 300;

interface SelectionPanelProps {
  readonly profiles: readonly ProfileSummary[];
  readonly onOpen: (id: string) => void;
}

/** Several servers at once: the buttons, how they stand together, and a line for each. */
export function SelectionPanel({ profiles, onOpen }: SelectionPanelProps) {
  const { t } = useTranslation();
  const runs = useAppState((state) => state.runs);
  const runOf = new Map(runs.map((run) => [run.profileId, run]));
  const summary = summarise(
    t,
    profiles.map(({ id }) => standingOf(runOf.get(id))),
  );
  return (
    <Page title={t('many.title', { count: profiles.length })}>
      <section className={styles['panel']} data-tone={summary.tone}>
        <output className={styles['status']} aria-live="polite" aria-atomic>
          <p className={styles['summary']}>{summary.title}</p>
          {summary.text !== '' && <p className={styles['text']}>{summary.text}</p>}
        </output>
        <Actions profiles={profiles} />
      </section>
      <BulkEdit profiles={profiles} />
      <ul className={styles['lines']} aria-label={t('many.results')}>
        {profiles.slice(0, SHOWN).map((profile) => (
          <ResultLine
            key={profile.id}
            profile={profile}
            run={runOf.get(profile.id)}
            onOpen={() => onOpen(profile.id)}
          />
        ))}
      </ul>
      {profiles.length > SHOWN && (
        <p className={styles['note']}>{t('many.more', { count: profiles.length - SHOWN })}</p>
      )}
    </Page>
  );
}

/** As for one server, the main button stays where it is and keeps the focus: Enter knocks, Enter again cancels. */
function Actions({ profiles }: { readonly profiles: readonly ProfileSummary[] }) {
  const { t } = useTranslation();
  const { startMany, cancel } = useRuns();
  const runs = useAppState((state) => state.runs);
  const ids = new Set(profiles.map(({ id }) => id));
  const going = runs.filter(({ profileId, phase }) => phase.phase !== 'done' && ids.has(profileId));
  const closing = profiles.filter(({ canClose }) => canClose);
  const staysOpen = profiles.length - closing.length;
  const busy = going.length > 0;

  function onMain(event: MouseEvent): void {
    if (event.detail > 1) return;
    if (!busy) startMany(profiles, 'knock');
    else for (const { runId } of going) cancel(runId);
  }

  return (
    <>
      <div className={styles['actions']}>
        <Button look={busy ? 'plain' : 'primary'} large onClick={onMain}>
          {busy ? t('many.cancelAll') : t('knock')}
        </Button>
        {closing.length > 0 && (
          <Button large aria-disabled={busy || undefined} onClick={() => !busy && startMany(closing, 'close')}>
            {t('many.closeDoors')}
          </Button>
        )}
      </div>
      {closing.length > 0 && staysOpen > 0 && (
        <p className={styles['note']}>{t('many.staysOpen', { count: staysOpen })}</p>
      )}
    </>
  );
}
