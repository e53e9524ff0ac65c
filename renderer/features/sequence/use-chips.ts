import { type KeyboardEvent, type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { chipWords } from './chip-words.ts';
import { type Chip, chipsOf, UNTYPED, withoutWord, withWordAdded, withWordMoved } from './chips.ts';

interface ChipsOptions {
  readonly text: string;
  /** Takes the text after a change that was made here. */
  readonly onChange: (text: string) => void;
  readonly onLeave: () => void;
  /** Hears every key first: undo is the field's. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Where the chips are drawn, each with its place as `data-at`. */
  readonly list: RefObject<HTMLElement | null>;
}

/** The words of a sequence as chips, and what keys, drags and buttons do with them. Places count from 0. */
interface Chips {
  readonly chips: readonly Chip[];
  /** The one that Tab leads to. */
  readonly reachable: number;
  /** The one that is being edited; `null`: none. */
  readonly open: number | null;
  /** What has just been done, to be read aloud. */
  readonly said: string;
  readonly setActive: (at: number) => void;
  readonly setOpen: (at: number | null) => void;
  /** The drawn chip. */
  readonly button: (at: number) => HTMLElement | null;
  readonly move: (from: number, to: number) => void;
  readonly remove: (at: number) => void;
  /** Adds a word at the end, and opens it. */
  readonly add: (word: string) => void;
  /** Ends editing. A chip that was added and left empty is not kept. */
  readonly shut: () => void;
  readonly onChipKey: (at: number, event: KeyboardEvent) => void;
}

export function useChips({ text, onChange, onLeave, onKeyDown, list }: ChipsOptions): Chips {
  const { t } = useTranslation();
  const chips = chipsOf(text);
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState<number | null>(null);
  const [said, setSaid] = useState('');

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

  const reachable = Math.min(active, Math.max(0, chips.length - 1));
  return { chips, reachable, open, said, setActive, setOpen, button, move, remove, add, shut, onChipKey };
}

/** Where a key leads to from a chip; `undefined`: nowhere. */
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
