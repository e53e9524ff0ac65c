import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { knockingLimitMs, knockingTimeMs } from '../../../shared/model/knocking-time.ts';
import { knocksOf, parseSequence } from '../../../shared/model/sequence.ts';
import { formatSeconds } from '../../i18n.ts';
import { type FormValues, readNumber } from './form.ts';
import styles from './profile-editor.module.css';

/** How much of the time that the server gives the knocking takes; nothing where that cannot be said. */
export function TimeBar() {
  const { t } = useTranslation();
  const { control } = useFormContext<FormValues>();
  const [sequence, gap, timeout, mode] = useWatch({
    control,
    name: ['sequence', 'gapMs', 'seqTimeoutS', 'connectMode'],
  });
  const steps = parseSequence(sequence);
  const gapMs = readNumber(gap);
  const seconds = timeout.trim() === '' ? null : readNumber(timeout);
  if (!steps.ok || Number.isNaN(gapMs) || Number.isNaN(seconds) || knocksOf(steps.value).length < 2) return null;
  const total = knockingTimeMs(steps.value, gapMs, mode);
  const limit = knockingLimitMs(seconds);
  const words = t('trial.time', { total: formatSeconds(total), limit: formatSeconds(limit) });
  return (
    <div className={styles['time']}>
      <meter
        aria-label={t('trial.timeLabel')}
        aria-valuetext={words}
        min={0}
        max={limit}
        high={limit * 0.9}
        value={total}
        className={styles['meter']}
      />
      {/* What is too slow is said in a warning of its own. */}
      {total <= limit && <p>{words}</p>}
    </div>
  );
}
