import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { useTell } from '../../ui/toasts.tsx';
import styles from './history.module.css';
import { PastRun } from './past-run.tsx';

interface HistoryPageProps {
  /** Whose runs to begin with; `null`: everybody's. */
  readonly profileId: string | null;
}

/** Every run that was kept, the newest first. */
export function HistoryPage({ profileId }: HistoryPageProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const history = useAppState((state) => state.history);
  const kept = useAppState((state) => state.settings.historyLength > 0);
  const [of, setOf] = useState(profileId ?? '');
  const [asking, setAsking] = useState(false);
  // The newest name of each, in the order of their newest runs.
  const names = new Map(history.toReversed().map((entry) => [entry.profileId, entry.name]));
  const known = [...names].toReversed();
  const runs = of === '' ? history : history.filter((entry) => entry.profileId === of);

  async function clear(): Promise<void> {
    setAsking(false);
    const answer = await bridge.invoke('history:clear');
    if (!answer.ok) tell.failure(answer.problems);
  }

  return (
    <>
      <Page
        title={t('history.title')}
        actions={
          history.length > 0 && (
            <Button look="quiet" onClick={() => setAsking(true)}>
              <Trash2 size={16} aria-hidden />
              {t('history.clear')}
            </Button>
          )
        }
      >
        {history.length === 0 && <p className={styles['empty']}>{kept ? t('history.empty') : t('history.off')}</p>}
        {known.length > 1 && (
          <SelectField
            label={t('history.filter')}
            value={of}
            onChange={({ target }) => setOf(target.value)}
            options={[
              { value: '', label: t('history.everyProfile') },
              ...known.map(([value, label]) => ({ value, label })),
            ]}
          />
        )}
        <ul className={styles['runs']}>
          {runs.map((entry) => (
            <PastRun key={entry.id} entry={entry} named={of === ''} />
          ))}
        </ul>
      </Page>
      <Confirm
        open={asking}
        title={t('history.clearTitle')}
        text={t('history.clearText')}
        stay={t('history.keep')}
        leave={t('history.clear')}
        onStay={() => setAsking(false)}
        onLeave={() => void clear()}
      />
    </>
  );
}
