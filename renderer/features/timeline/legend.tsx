import { useTranslation } from 'react-i18next';
import { type Item, isWait } from './picture.ts';
import styles from './timeline.module.css';

interface LegendProps {
  readonly items: readonly Item[];
  /** From one line to the next, in words. */
  readonly grid: string;
}

const PROTOCOLS = ['tcp', 'udp'] as const;

/** What the shapes mean: those that are there. */
export function Legend({ items, grid }: LegendProps) {
  const { t } = useTranslation();
  const knocked = (is: (mark: Extract<Item, { kind: 'knock' }>['mark']) => boolean) =>
    items.some((item) => item.kind === 'knock' && is(item.mark));
  const looked = items.some((item) => item.kind === 'span' && (item.stage === 'looking' || item.stage === 'checking'));
  return (
    <ul className={styles['legend']} aria-hidden>
      {knocked(({ protocol, flush }) => protocol === 'tcp' && !flush) && (
        <li>
          <span className={styles['knock']} data-protocol="tcp" />
          {t('timeline.tcp')}
        </li>
      )}
      {knocked(({ protocol, flush }) => protocol === 'udp' && !flush) && (
        <li>
          <span className={styles['knock']} data-protocol="udp" />
          {t('timeline.udp')}
        </li>
      )}
      {knocked(({ flush }) => flush) && (
        <li>
          {PROTOCOLS.filter((one) => knocked(({ protocol, flush }) => flush && protocol === one)).map((protocol) => (
            <span key={protocol} className={styles['knock']} data-protocol={protocol} data-flush />
          ))}
          {t('timeline.clearing')}
        </li>
      )}
      {looked && (
        <li>
          <span className={styles['span']} data-stage="checking" />
          {t('timeline.looking')}
        </li>
      )}
      {items.some(({ kind }) => kind === 'probe') && (
        <li>
          <span className={styles['probe']} />
          {t('timeline.probing')}
        </li>
      )}
      {items.some(isWait) && (
        <li>
          <span className={styles['span']} data-stage="waiting" />
          {t('timeline.waiting')}
        </li>
      )}
      <li className={styles['grid']}>{t('timeline.grid', { duration: grid })}</li>
    </ul>
  );
}
