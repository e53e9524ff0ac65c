import { useSortable } from '@dnd-kit/sortable';
import { Timer, TriangleAlert } from 'lucide-react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../i18n.ts';
import styles from './chip-list.module.css';
import { chipWords, pauseText, payloadText, shortened } from './chip-words.ts';
import type { Chip } from './chips.ts';

interface ChipButtonProps {
  readonly chip: Chip;
  readonly at: number;
  readonly of: number;
  /** The one chip that Tab reaches. */
  readonly reachable: boolean;
  readonly open: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One knock, pause, or word that is neither. */
export function ChipButton({ chip, at, of, reachable, open, onFocus, onOpen, onKeyDown }: ChipButtonProps) {
  const { t } = useTranslation();
  const { listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id: at + 1 });
  const moved: CSSProperties = {
    ...(transform !== null && { transform: `translate(${transform.x}px, ${transform.y}px)` }),
    ...(transition !== undefined && { transition }),
  };
  const words = chipWords(t, chip, at, of);
  return (
    <li ref={setNodeRef} style={moved} className={styles['item']} data-dragging={isDragging || undefined}>
      <button
        type="button"
        {...listeners}
        data-at={at}
        data-kind={chip.step?.kind ?? 'wrong'}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={words}
        tabIndex={reachable ? 0 : -1}
        className={styles['chip']}
        onFocus={onFocus}
        onClick={onOpen}
        onKeyDown={onKeyDown}
      >
        <span className="sr-only">{words}</span>
        <span className={styles['face']} aria-hidden>
          <Face chip={chip} />
        </span>
      </button>
    </li>
  );
}

function Face({ chip: { step, word } }: { readonly chip: Chip }) {
  if (step === null)
    return (
      <>
        <TriangleAlert size={13} aria-hidden />
        <span className={styles['word']}>{shortened(word)}</span>
      </>
    );
  if (step.kind === 'pause')
    return (
      <>
        <Timer size={13} aria-hidden />
        {pauseText(step.ms)}
      </>
    );
  return (
    <>
      <span className={styles['port']}>{step.port}</span>
      <span className={styles['protocol']} data-protocol={step.protocol}>
        {step.protocol.toUpperCase()}
      </span>
      {step.payload !== undefined && <span className={styles['more']}>“{shortened(payloadText(step.payload))}”</span>}
      {step.gapMs !== undefined && <span className={styles['more']}>→ {formatDuration(step.gapMs)}</span>}
    </>
  );
}
