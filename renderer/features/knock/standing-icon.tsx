import { Ban, CircleX, DoorClosed, DoorOpen, LoaderCircle, Send, Server } from 'lucide-react';
import type { Standing } from './standing.ts';
import styles from './standing-icon.module.css';

const ICONS = {
  none: Server,
  running: LoaderCircle,
  open: DoorOpen,
  sent: Send,
  closed: DoorClosed,
  notOpen: DoorClosed,
  stillOpen: DoorOpen,
  cancelled: Ban,
  failed: CircleX,
} as const;

/** Says nothing that the words beside it do not say. */
export function StandingIcon({ standing }: { readonly standing: Standing }) {
  const Icon = ICONS[standing];
  return (
    <span className={styles['icon']} data-standing={standing} aria-hidden>
      <Icon size={18} />
    </span>
  );
}
