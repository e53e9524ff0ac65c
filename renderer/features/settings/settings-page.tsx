import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { UpdatesSection } from '../updates/updates-section.tsx';
import { VaultSection } from '../vault/vault-section.tsx';
import { AboutSection } from './about-section.tsx';
import { DataSection } from './data-section.tsx';
import { DesktopSection } from './desktop-section.tsx';
import { HistorySection } from './history-section.tsx';
import { KnockSection } from './knock-section.tsx';
import { LaunchSection } from './launch-section.tsx';
import { LookSection } from './look-section.tsx';

/** What holds for the whole app. Each section is drawn, and changed, by the file of its subject. */
export function SettingsPage(ways: ComponentProps<typeof AboutSection>) {
  const { t } = useTranslation();
  return (
    <Page title={t('settings.title')} narrow loose>
      <LookSection />
      <DesktopSection />
      <KnockSection />
      <LaunchSection />
      <HistorySection />
      <VaultSection />
      <DataSection />
      <UpdatesSection />
      <AboutSection {...ways} />
    </Page>
  );
}
