import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SetupWarning } from '../../../shared/formats/server-setup/warnings.ts';
import { Button } from '../../ui/button.tsx';
import styles from './setup.module.css';

interface WarningsProps {
  readonly warnings: readonly SetupWarning[];
  /** Gives the profile another sequence; `null`: it has a list of them. */
  readonly onGenerate: (() => void) | null;
}

/** What will not work, or not as well as it could. */
export function Warnings({ warnings, onGenerate }: WarningsProps) {
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
      {onGenerate !== null && warnings.some((warning) => warning.startsWith('sequence')) && (
        <Button onClick={onGenerate}>{t('oneTime.generateSequence')}</Button>
      )}
    </section>
  );
}
