import { useTranslation } from 'react-i18next';
import { useAppState } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './history.module.css';
import { PastRun } from './past-run.tsx';

/** As many as are seen at a glance. */
const SHOWN = 5;

interface LastRunsProps {
  readonly profileId: string;
  /** The run that is drawn above, and is not told twice. */
  readonly current: string | undefined;
  readonly onAll: () => void;
}

/** How a profile's runs went lately; nothing where there were none. */
export function LastRuns({ profileId, current, onAll }: LastRunsProps) {
  const { t } = useTranslation();
  const history = useAppState((state) => state.history);
  const runs = history.filter((entry) => entry.profileId === profileId && entry.id !== current);
  if (runs.length === 0) return null;
  return (
    <section className={styles['last']} aria-labelledby="last-runs">
      <header className={styles['heading']}>
        <h3 id="last-runs">{t('history.last')}</h3>
        {runs.length > SHOWN && (
          <Button look="quiet" onClick={onAll}>
            {t('history.all')}
          </Button>
        )}
      </header>
      <ul className={styles['runs']}>
        {runs.slice(0, SHOWN).map((entry) => (
          <PastRun key={entry.id} entry={entry} named={false} />
        ))}
      </ul>
    </section>
  );
}
