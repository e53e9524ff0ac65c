import type { KeyboardEvent, MouseEvent } from 'react';
import { everything, extended, moved, only, type Selection, toggled } from '../../state/selection.ts';

/** Ctrl, or Cmd on a Mac. */
function isChord(event: KeyboardEvent | MouseEvent): boolean {
  return event.ctrlKey || event.metaKey;
}

/** What a click on a row selects: it alone, it too (Ctrl), or everything up to it (Shift). */
export function clicked(
  event: MouseEvent,
  selection: Selection | null,
  id: string,
  shown: readonly string[],
): Selection {
  if (selection === null) return only(id);
  if (event.shiftKey) return extended(selection, id, shown);
  return isChord(event) ? toggled(selection, id) : only(id);
}

/** Whether a click changes what is selected rather than choose one. */
export function isAdding(event: MouseEvent): boolean {
  return event.shiftKey || isChord(event);
}

/**
 * What a key in the list selects; `null`: it has no such meaning. As the ARIA practices for a listbox say: arrows choose,
 * with Shift they extend, with Ctrl only the focus moves and Ctrl+Space adds what it is on.
 */
export function pressed(event: KeyboardEvent, selection: Selection | null, shown: readonly string[]): Selection | null {
  if (event.key.toLowerCase() === 'a' && isChord(event)) return everything(selection, shown);
  if (event.key === ' ' && isChord(event)) return selection && toggled(selection, selection.activeId);
  if (event.key === 'Escape') return selection !== null && selection.ids.size > 1 ? only(selection.activeId) : null;
  const id = target(event.key, selection, shown);
  if (id === null || selection === null) return id === null ? null : only(id);
  if (event.shiftKey) return extended(selection, id, shown);
  return isChord(event) ? moved(selection, id) : only(id);
}

function target(key: string, selection: Selection | null, shown: readonly string[]): string | null {
  const at = selection === null ? -1 : shown.indexOf(selection.activeId);
  const last = shown.length - 1;
  const to = new Map([
    ['ArrowDown', at + 1],
    ['ArrowUp', at - 1],
    ['Home', 0],
    ['End', last],
  ]).get(key);
  return to === undefined ? null : (shown[Math.max(0, Math.min(to, last))] ?? null);
}
