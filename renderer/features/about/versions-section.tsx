import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AboutFacts } from '../../../shared/model/about.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { Section } from '../settings/section.tsx';
import settingsStyles from '../settings/settings-page.module.css';
import styles from './about.module.css';
import { versionsText } from './versions-text.ts';

/** What this copy is made of and runs on; all of it can be copied. */
export function VersionsSection({ facts }: { readonly facts: AboutFacts }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const version = useAppState((state) => state.version);
  const updates = useAppState((state) => state.updates);
  const vault = useAppState((state) => state.vault);
  const settings = useAppState((state) => state.settings);
  const language = useAppState((state) => state.language);
  const rows = [
    ['Toctoc', version],
    [t('about.copyKind'), t(`about.kinds.${updates.kind}`)],
    ['Electron', facts.electron],
    ['Chromium', facts.chromium],
    ['Node', facts.node],
    [t('about.system'), `${facts.system} (${facts.release}, ${facts.arch})`],
    ...(facts.desktop === null ? [] : [[t('about.desktop'), facts.desktop] as const]),
  ] as const;

  async function copy(): Promise<void> {
    const text = versionsText(facts, { version, updates, vault, settings, language });
    const copied = await bridge.invoke('clipboard:write', { text });
    if (copied.ok) tell.done(t('about.copied'));
    else tell.failure(copied.problems);
  }

  return (
    <Section title={t('about.versions')}>
      <dl className={styles['facts']}>
        {rows.map(([name, value]) => (
          <div key={name} className={styles['fact']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={settingsStyles['row']}>
        <p className={settingsStyles['grow']}>{t('about.copyHint')}</p>
        <Button onClick={() => void copy()}>
          <Copy size={16} aria-hidden />
          {t('about.copy')}
        </Button>
      </div>
    </Section>
  );
}
