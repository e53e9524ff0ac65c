import { FileDown } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './drop-anywhere.module.css';
import { type Dropped, droppedOn } from './dropped.ts';

/** Behind a question nothing is dropped: it comes first. */
const QUESTION = '[role="dialog"]:not([aria-modal="false"]), [role="alertdialog"]';

/** Files and folders may be dropped on any part of the window, and it says so while they are held over it. */
export function DropAnywhere({ onDrop }: { readonly onDrop: (dropped: readonly Dropped[]) => void }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);

  const hear = useEffectEvent((event: DragEvent) => {
    const held = event.dataTransfer?.types.includes('Files') ?? false;
    // A part of the page that takes files for itself has said so.
    const free = held && !event.defaultPrevented && document.querySelector(QUESTION) === null;
    // Only leaving the window has nowhere to go to.
    setOver(free && (event.type === 'dragover' || (event.type === 'dragleave' && event.relatedTarget !== null)));
    if (!free) return;
    event.preventDefault();
    const dropped = event.type === 'drop' && event.dataTransfer !== null ? droppedOn(event.dataTransfer) : [];
    if (dropped.length > 0) onDrop(dropped);
  });

  useEffect(() => {
    const listener = (event: DragEvent) => hear(event);
    const kinds = ['dragover', 'dragleave', 'drop'] as const;
    for (const kind of kinds) addEventListener(kind, listener);
    return () => {
      for (const kind of kinds) removeEventListener(kind, listener);
    };
  }, []);

  if (!over) return null;
  return (
    <div className={styles['over']}>
      <p className={styles['label']}>
        <FileDown size={28} aria-hidden />
        {t('importing.dropNow')}
      </p>
    </div>
  );
}
