import { useTranslation } from 'react-i18next';
import { useAppState } from '../../state/store-context.tsx';
import { Section } from './section.tsx';
import styles from './settings-page.module.css';

export function AboutSection() {
  const { t } = useTranslation();
  const version = useAppState((state) => state.version);
  const folder = useAppState((state) => state.dataFolder);
  return (
    <Section title={t('settings.about.title')}>
      <p>{t('settings.about.version', { version })}</p>
      <p className={styles['path']}>{t('settings.about.dataFolder', { folder })}</p>
    </Section>
  );
}
