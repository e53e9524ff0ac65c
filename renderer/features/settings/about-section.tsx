import { useTranslation } from 'react-i18next';
import { useAppState } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from './section.tsx';
import styles from './settings-page.module.css';

interface AboutSectionProps {
  readonly onAbout: () => void;
}

/** Which version this is, and the way to the page that says the rest. */
export function AboutSection({ onAbout }: AboutSectionProps) {
  const { t } = useTranslation();
  const version = useAppState((state) => state.version);
  return (
    <Section title={t('settings.about.title')}>
      <div className={styles['row']}>
        <p className={styles['grow']}>{t('settings.about.version', { version })}</p>
        <Button onClick={onAbout}>{t('settings.about.open')}</Button>
      </div>
    </Section>
  );
}
