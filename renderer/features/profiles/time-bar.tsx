import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isTooSlow } from '../../../shared/model/knocking-time.ts';
import { formatSeconds } from '../../i18n.ts';
import styles from './profile-editor.module.css';
import { useKnockingTime } from './use-knocking-time.ts';

/**
 * How much of the time that the server gives the knocking takes, and a warning where that is too much; nothing where it
 * cannot be said. The warning is no error: the server may still be patient.
 */
export function TimeBar() {
  const { t } = useTranslation();
  const time = useKnockingTime();
  if (time === null) return null;
  const { totalMs, limitMs, known } = time;
  const times = { total: formatSeconds(totalMs), limit: formatSeconds(limitMs) };
  const words = t('trial.time', times);
  const slow = isTooSlow(time);
  return (
    <>
      <div className={styles['time']}>
        <meter
          aria-label={t('trial.timeLabel')}
          aria-valuetext={words}
          min={0}
          max={limitMs}
          high={limitMs * 0.9}
          value={totalMs}
          className={styles['meter']}
        />
        {!slow && <p>{words}</p>}
      </div>
      {slow && (
        <p className={styles['warning']}>
          <TriangleAlert size={16} aria-hidden />
          <span>{known ? t('editor.slow', times) : t('editor.slowUnknown', times)}</span>
        </p>
      )}
    </>
  );
}
