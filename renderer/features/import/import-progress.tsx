import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './import-progress.module.css';
import { share } from './share.ts';
import type { Busy, ImportActions } from './use-import.ts';

/** What is done by then is not worth a bar (ms). */
const SHORT_MS = 200;

/** How far an import is, and the way out of it. What takes no time shows nothing. */
export function ImportProgress({ actions: { busy, cancel } }: { readonly actions: ImportActions }) {
  const isLong = useLong(busy);
  return busy === null || !isLong ? null : <Working busy={busy} onCancel={cancel} />;
}

function Working({ busy, onCancel }: { readonly busy: Busy; readonly onCancel: () => void }) {
  const { t, i18n } = useTranslation();
  const progress = useAppState(({ importing }) => importing);
  const count = (value: number) => value.toLocaleString(i18n.language);
  const words =
    progress === null
      ? ''
      : t(`importing.progress.${progress.stage}`, { done: count(progress.done), total: count(progress.total) });
  return (
    <div className={styles['working']}>
      {/* Spoken once: the counts would never end. Who wants them asks the bar. */}
      <p role="status">{t(`importing.${busy}`)}</p>
      <progress
        className={styles['progress']}
        aria-label={t('importing.progressOf')}
        {...(progress !== null && { value: share(progress, busy), 'aria-valuetext': words })}
      />
      <p className={styles['counts']} aria-hidden>
        {words}
      </p>
      {/* What was pressed is not there to be pressed any more. */}
      <Button
        autoFocus
        onClick={onCancel}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      >
        {t('importing.cancel')}
      </Button>
    </div>
  );
}

function useLong(busy: Busy | null): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (busy === null) return;
    const timer = setTimeout(() => setLong(true), SHORT_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [busy]);
  return isLong;
}
