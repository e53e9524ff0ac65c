import { useTranslation } from 'react-i18next';
import { VaultSection } from '../vault/vault-section.tsx';
import { AboutSection } from './about-section.tsx';
import { DesktopSection } from './desktop-section.tsx';
import { HistorySection } from './history-section.tsx';
import { LaunchSection } from './launch-section.tsx';
import { LookSection } from './look-section.tsx';
import styles from './settings-page.module.css';

/** What holds for the whole app. Each section is drawn, and changed, by the file of its subject. */
export function SettingsPage() {
  const { t } = useTranslation();
  return (
    <div className={styles['scroll']}>
      <div className={styles['column']}>
        <h2 className={styles['title']}>{t('settings.title')}</h2>
        <LookSection />
        <DesktopSection />
        <LaunchSection />
        <HistorySection />
        <VaultSection />
        <AboutSection />
      </div>
    </div>
  );
}
