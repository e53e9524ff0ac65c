import styles from './knock-dots.module.css';

interface KnockDotsProps {
  readonly total: number;
  /** How many knocks have left. */
  readonly sent: number;
}

/** One dot per knock, filled as they leave. The status says the same in words. */
export function KnockDots({ total, sent }: KnockDotsProps) {
  return (
    <div className={styles['dots']} aria-hidden>
      {Array.from({ length: total }, (_, at) => at + 1).map((knock) => (
        <span key={knock} className={styles['dot']} data-sent={knock <= sent || undefined} />
      ))}
    </div>
  );
}
