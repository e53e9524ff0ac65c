import type { ReactNode } from 'react';
import styles from './room.module.css';

/**
 * Around what comes and goes above something that can be pressed. While the pointer is on it, it is never lower than when
 * the pointer came or pressed: what goes away leaves its room, and nothing slides under the pointer to be pressed instead.
 */
export function Room({ children }: { readonly children: ReactNode }) {
  return (
    <div ref={keepHeight} className={styles['room']}>
      {children}
    </div>
  );
}

/** The page's own events: React's would also tell of a dialog that a child has opened somewhere else. */
function keepHeight(room: HTMLDivElement): () => void {
  const hold = () => {
    room.style.minHeight = `${room.getBoundingClientRect().height}px`;
  };
  const release = () => {
    room.style.minHeight = '';
  };
  const listeners = [
    ['pointerenter', hold],
    ['pointerdown', hold],
    ['pointerleave', release],
  ] as const;
  for (const [event, listener] of listeners) room.addEventListener(event, listener);
  return () => {
    for (const [event, listener] of listeners) room.removeEventListener(event, listener);
  };
}
