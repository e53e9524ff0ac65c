import { DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { rectSortingStrategy, SortableContext } from '@dnd-kit/sortable';
import { Plus, Timer } from 'lucide-react';
import { type KeyboardEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ChipButton } from './chip-button.tsx';
import { ChipEditor } from './chip-editor.tsx';
import styles from './chip-list.module.css';
import { UNTYPED, withWord } from './chips.ts';
import { useChips } from './use-chips.ts';

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
/** What dnd-kit would say goes nowhere: a status of its own beside the run's, and in English. */
const NOWHERE = document.createElement('div');
/** A press that goes no further than this (px) is a click. */
const DRAG_FROM = 4;

/**
 * A sequence, one chip for every word of its text: dragged or moved by Alt and the arrows into another order, opened to
 * be edited, removed. One stop for Tab; the arrows go from chip to chip.
 */
export function ChipList({ label, text, onChange, onLeave, onKeyDown }: ChipListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const hintId = useId();
  const { chips, open, button, ...edit } = useChips({ text, onChange, onLeave, onKeyDown, list });
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: DRAG_FROM } }));
  const opened = open === null ? undefined : chips[open];

  function onDragEnd({ active: from, over }: DragEndEvent): void {
    if (over !== null) edit.move(Number(from.id) - 1, Number(over.id) - 1);
  }

  return (
    <div className={styles['chips']}>
      <DndContext sensors={sensors} onDragEnd={onDragEnd} accessibility={{ container: NOWHERE }}>
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
                reachable={at === edit.reachable}
                open={at === open}
                onFocus={() => edit.setActive(at)}
                onOpen={() => edit.setOpen(at)}
                onKeyDown={(event) => edit.onChipKey(at, event)}
              />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
      <div className={styles['add']}>
        <button type="button" className={styles['adder']} onClick={() => edit.add(UNTYPED)}>
          <Plus size={14} aria-hidden />
          {t('chips.addKnock')}
          <span className="sr-only"> ({label})</span>
        </button>
        {chips.length > 0 && (
          <button type="button" className={styles['adder']} onClick={() => edit.add(NEW_PAUSE)}>
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
        {edit.said}
      </p>
      {open !== null && opened !== undefined && (
        <ChipEditor
          key={open}
          chip={opened}
          title={t('chips.edit', { at: open + 1, of: chips.length })}
          anchor={() => button(open)}
          onChange={(word) => onChange(withWord(text, open, word))}
          onRemove={() => {
            edit.setOpen(null);
            edit.remove(open);
          }}
          onShut={edit.shut}
        />
      )}
    </div>
  );
}
