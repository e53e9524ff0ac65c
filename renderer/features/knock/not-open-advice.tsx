import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../shared/model/run.ts';
import { HelpLink } from '../help/help-link.tsx';
import styles from './run-panel.module.css';

interface NotOpenAdviceProps {
  readonly outcome: Extract<Outcome, { result: 'not-open' }>;
  readonly port: number;
}

/**
 * The likely causes, likeliest first. An answer that refuses means that packets do arrive, so the network is not to
 * blame; a door that opened before means that port and sequence were right once.
 */
export function NotOpenAdvice({ outcome, port }: NotOpenAdviceProps) {
  const { t } = useTranslation();
  const silent = outcome.door === 'silent';
  const advice = [
    t('notOpen.trySequence'),
    t('notOpen.tryGap'),
    silent ? t('notOpen.tryNetwork') : t('notOpen.tryService', { port }),
    silent ? t('notOpen.tryDaemon') : t('notOpen.tryRule'),
    t('notOpen.tryFamily'),
  ];
  return (
    <div className={styles['advice']}>
      {!outcome.everOpened && <p className={styles['question']}>{t('notOpen.neverOpened', { port })}</p>}
      <h3>{t('notOpen.tryTitle')}</h3>
      <ol>
        {advice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p>
        <HelpLink page="not-open" />
      </p>
    </div>
  );
}
