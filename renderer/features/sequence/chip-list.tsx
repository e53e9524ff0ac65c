import { DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { rectSortingStrategy, SortableContext } from '@dnd-kit/sortable';
import { Plus, Timer } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { ChipButton } from './chip-button.tsx';
import { ChipEditor } from './chip-editor.tsx';
import styles from './chip-list.module.css';
import { chipWords } from './chip-words.ts';
import { chipsOf, UNTYPED, withoutWord, withWord, withWordAdded, withWordMoved } from './chips.ts';

interface ChipListProps {
  /** Whose chips they are, such as "Sequence". */
  readonly label: string;
  readonly text: string;
  /** Takes the text after a change that was made here. */
  readonly onChange: (text: string) => void;
  readonly onLeave: () => void;
  /** Hears every key first: undo is the field's. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What a new pause begins with: a second. */
const NEW_PAUSE = '1:s';
/** A press that goes no further than this (px) is a click. */
const DRAG_FROM = 4;

/**
 * A sequence, one chip for every word of its text: dragged or moved by Alt and the arrows into another order, opened to
 * be edited, removed. One stop for Tab; the arrows go from chip to chip.
 */
export function ChipList({ label, text, onChange, onLeave, onKeyDown }: ChipListProps) {
  const { t } = useTranslation();
  const chips = chipsOf(text);
  const list = useRef<HTMLUListElement>(null);
  const hintId = useId();
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: DRAG_FROM } }));
  const reachable = Math.min(active, Math.max(0, chips.length - 1));
  const opened = open === null ? undefined : chips[open];

  const button = (at: number) => list.current?.querySelector<HTMLElement>(`[data-at="${at}"]`) ?? null;

  /** Changes the text and goes on at another chip, or at the text where there is none left. */
  function change(next: string, at: number): void {
    flushSync(() => {
      onChange(next);
      setActive(Math.max(0, at));
    });
    const target = button(Math.max(0, at));
    if (target === null) onLeave();
    else target.focus();
  }

  function move(from: number, to: number): void {
    if (to < 0 || to >= chips.length || from === to) return;
    const moved = chips[from];
    change(withWordMoved(text, from, to), to);
    if (moved !== undefined) setSaid(t('chips.moved', { what: chipWords(t, moved, to, chips.length) }));
  }

  function remove(at: number): void {
    change(withoutWord(text, at), Math.min(at, chips.length - 2));
    setSaid(t('chips.removed', { count: chips.length - 1 }));
  }

  function add(word: string): void {
    flushSync(() => onChange(withWordAdded(text, word)));
    setActive(chips.length);
    setOpen(chips.length);
  }

  /** A chip that was added and left empty is not kept. */
  function shut(): void {
    if (open === null) return;
    const at = open;
    setOpen(null);
    if (chips[at]?.word === UNTYPED) change(withoutWord(text, at), at - 1);
  }

  function onChipKey(at: number, event: KeyboardEvent): void {
    onKeyDown(event);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    const to = targetOf(event.key, at, chips.length - 1);
    if (to !== undefined) {
      event.preventDefault();
      if (event.altKey) move(at, to);
      else button(to)?.focus();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      remove(at);
    }
  }

  function onDragEnd({ active: from, over }: DragEndEvent): void {
    if (over !== null) move(Number(from.id) - 1, Number(over.id) - 1);
  }

  return (
    <div className={styles['chips']}>
      <DndContext
        sensors={sensors}
        onDragEnd={onDragEnd}
        // What dnd-kit would say goes nowhere: a status of its own beside the run's, and in English.
        accessibility={{ container: NOWHERE }}
      >
        <SortableContext items={chips.map((_, at) => at + 1)} strategy={rectSortingStrategy}>
          <ul ref={list} aria-label={t('chips.label', { label })} aria-describedby={hintId} className={styles['list']}>
            {chips.map((chip, at) => (
              <ChipButton
                // By place: a chip that is edited or moved stays the element that has the focus.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above.
                key={at}
                chip={chip}
                at={at}
                of={chips.length}
                reachable={at === reachable}
                open={at === open}
                onFocus={() => setActive(at)}
                onOpen={() => setOpen(at)}
                onKeyDown={(event) => onChipKey(at, event)}
              />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
      <div className={styles['add']}>
        <button type="button" className={styles['adder']} onClick={() => add(UNTYPED)}>
          <Plus size={14} aria-hidden />
          {t('chips.addKnock')}
          <span className="sr-only"> ({label})</span>
        </button>
        {chips.length > 0 && (
          <button type="button" className={styles['adder']} onClick={() => add(NEW_PAUSE)}>
            <Timer size={14} aria-hidden />
            {t('chips.addPause')}
            <span className="sr-only"> ({label})</span>
          </button>
        )}
      </div>
      <p id={hintId} hidden>
        {t('chips.keys')}
      </p>
      <p className="sr-only" aria-live="assertive">
        {said}
      </p>
      {open !== null && opened !== undefined && (
        <ChipEditor
          key={open}
          chip={opened}
          title={t('chips.edit', { at: open + 1, of: chips.length })}
          anchor={() => button(open)}
          onChange={(word) => onChange(withWord(text, open, word))}
          onRemove={() => {
            setOpen(null);
            remove(open);
          }}
          onShut={shut}
        />
      )}
    </div>
  );
}

const NOWHERE = document.createElement('div');

function targetOf(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
