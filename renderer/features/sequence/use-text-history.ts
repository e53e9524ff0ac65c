import { type KeyboardEvent, useEffect, useRef } from 'react';
import { noted, redone, startHistory, undone } from './text-history.ts';

/** How an undoable text is changed. */
export interface UndoableText {
  /** Replaces the text in one step that can be undone. */
  readonly change: (text: string) => void;
  /** Undo and redo, for whatever changes the text: the input's own undo knows nothing of what was not typed. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Undo and redo of a text that is both typed and changed by other means. `put` writes it where it is kept. */
export function useTextHistory(text: string, put: (text: string) => void): UndoableText {
  const history = useRef(startHistory(text));
  useEffect(() => {
    history.current = noted(history.current, text, 'typed');
  }, [text]);

  function change(next: string): void {
    history.current = noted(history.current, next, 'set');
    put(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const redo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!redo && key !== 'z') return;
    event.preventDefault();
    const next = redo ? redone(history.current) : undone(history.current);
    if (next === history.current) return;
    history.current = next;
    put(next.present);
  }

  return { change, onKeyDown };
}
