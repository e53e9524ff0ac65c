import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AboutFacts } from '../../../shared/model/about.ts';
import type { Result } from '../../../shared/result.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { Section } from '../settings/section.tsx';
import styles from '../settings/settings-page.module.css';
import { inForceSentence } from '../vault/vault-texts.ts';

/** Where this copy keeps what it knows, and how the secrets among it are kept. */
export function HereSection({ facts }: { readonly facts: AboutFacts }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const dataFolder = useAppState((state) => state.dataFolder);
  const vault = useAppState((state) => state.vault);
  const told = (answer: Promise<Result<null>>) =>
    void answer.then((opened) => opened.ok || tell.failure(opened.problems));
  const place = (name: string, path: string, label: string, open: () => void) => (
    <div className={styles['row']}>
      <p className={styles['grow']}>
        {name}
        <span className={styles['path']}>{path}</span>
      </p>
      <Button aria-label={label} title={label} look="icon" onClick={open}>
        <FolderOpen size={16} aria-hidden />
      </Button>
    </div>
  );
  return (
    <Section title={t('about.here')}>
      {place(t('about.data'), dataFolder, t('about.openData'), () => told(bridge.invoke('data-folder:open')))}
      {place(t('about.log'), facts.logFile, t('about.openLog'), () => told(bridge.invoke('about:open', 'logs')))}
      <p>{inForceSentence(vault)}</p>
    </Section>
  );
}
