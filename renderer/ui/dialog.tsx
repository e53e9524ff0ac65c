import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly text: string;
  /** For what is read line by line, such as a file. */
  readonly wide?: boolean;
  /** Escape, or a click beside it. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small window of its own: what is asked for there comes before everything else. */
export function Dialog({ open, title, text, wide, onClose, children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles['backdrop']} />
        <Base.Popup className={styles['popup']} data-wide={wide || undefined}>
          <Base.Title className={styles['title']}>{title}</Base.Title>
          <Base.Description className={styles['text']}>{text}</Base.Description>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
