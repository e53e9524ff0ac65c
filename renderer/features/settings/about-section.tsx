import { useTranslation } from 'react-i18next';
import { useAppState } from '../../state/store-context.tsx';
import { Section } from './section.tsx';

export function AboutSection() {
  const { t } = useTranslation();
  const version = useAppState((state) => state.version);
  return (
    <Section title={t('settings.about.title')}>
      <p>{t('settings.about.version', { version })}</p>
    </Section>
  );
}
