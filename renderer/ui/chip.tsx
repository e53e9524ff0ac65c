import type { ReactNode } from 'react';
import styles from './chip.module.css';

/** A word in a frame. */
export function Chip({ children }: { readonly children: ReactNode }) {
  return <span className={styles['chip']}>{children}</span>;
}

interface ToggleChipProps {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: string;
}

/** A word that can be switched on and off. */
export function ToggleChip({ pressed, onPress, children }: ToggleChipProps) {
  return (
    <button type="button" aria-pressed={pressed} title={children} onClick={onPress} className={styles['chip']}>
      {children}
    </button>
  );
}
