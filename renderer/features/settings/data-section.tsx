import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { Section } from './section.tsx';
import styles from './settings-page.module.css';
import { useSettings } from './use-settings.ts';

/** Where everything is kept, and the way back to how the settings were at first. */
export function DataSection() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const { settings, change } = useSettings();
  const folder = useAppState((state) => state.dataFolder);

  async function open(): Promise<void> {
    const opened = await bridge.invoke('data-folder:open');
    if (!opened.ok) tell.failure(opened.problems);
  }

  function reset(): void {
    // A history that was cut does not come back: its length is left as it is, so that Undo brings everything back.
    const { historyLength: _kept, ...first } = DEFAULT_SETTINGS;
    const { historyLength: _same, ...before } = settings;
    change(first);
    tell.undoable(t('settings.data.resetDone'), { label: t('undo'), run: () => change(before) });
  }

  return (
    <Section title={t('settings.data.title')}>
      <div className={styles['row']}>
        <p className={styles['grow']}>
          {t('settings.data.folder')}
          <span className={styles['path']}>{folder}</span>
        </p>
        <Button onClick={() => void open()}>
          <FolderOpen size={16} aria-hidden />
          {t('settings.data.open')}
        </Button>
      </div>
      <div className={styles['row']}>
        <p className={styles['grow']}>{t('settings.data.resetHint')}</p>
        <Button onClick={reset}>{t('settings.data.reset')}</Button>
      </div>
    </Section>
  );
}
