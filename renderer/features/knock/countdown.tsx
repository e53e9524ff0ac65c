import { formatSeconds } from '../../i18n.ts';
import styles from './run-panel.module.css';
import { useCountdown } from './use-countdown.ts';

/** What is left until then (ms since 1970), for the eye only: read aloud every second it would talk over all else. */
export function Countdown({ untilMs }: { readonly untilMs: number }) {
  const seconds = useCountdown(untilMs);
  return (
    <span aria-hidden className={styles['countdown']}>
      {' '}
      {formatSeconds(seconds * 1000)}
    </span>
  );
}
