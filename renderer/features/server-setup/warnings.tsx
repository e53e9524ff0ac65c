import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SetupWarning } from '../../../shared/formats/server-setup/warnings.ts';
import styles from './setup.module.css';

/** What will not work, or not as well as it could. */
export function Warnings({ warnings }: { readonly warnings: readonly SetupWarning[] }) {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <section aria-label={t('serverSetup.warnings')} className={styles['warnings']}>
      {warnings.map((warning) => (
        <p key={warning}>
          <TriangleAlert size={16} aria-hidden />
          <span>{t(`serverSetup.warning.${warning}`)}</span>
        </p>
      ))}
    </section>
  );
}
