import { useTranslation } from 'react-i18next';
import type { Bridge } from '../../../shared/ipc.ts';
import { Page } from '../../ui/page.tsx';
import { HereSection } from './here-section.tsx';
import { LicencesSection } from './licences-section.tsx';
import { useAnswer } from './use-answer.ts';
import { VersionsSection } from './versions-section.tsx';

const askFacts = (bridge: Bridge) => bridge.invoke('about:facts');

/** What this copy is, where its files are, and the licences of all that is shipped. A part of the page loaded on demand. */
export function AboutPage() {
  const { t } = useTranslation();
  const facts = useAnswer(askFacts);
  return (
    <Page title={t('about.title')} narrow loose>
      {facts !== null && (
        <>
          <VersionsSection facts={facts} />
          <HereSection facts={facts} />
          <LicencesSection facts={facts} />
        </>
      )}
    </Page>
  );
}
