import { type KeyboardEvent, useRef } from 'react';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { fold } from './list-filter.ts';

/** Keys that come within this time (ms) are one word. */
const WORD_MS = 700;

/** Typing in the list goes to the next server whose name begins so; the same letter again, to the one after it. */
export function useTypeAhead(): (
  event: KeyboardEvent,
  shown: readonly ProfileSummary[],
  activeId: string | undefined,
) => string | null {
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY });
  return (event, shown, activeId) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return null;
    const before = event.timeStamp - typed.current.at < WORD_MS ? typed.current.text : '';
    // A space begins no word.
    if (event.key === ' ' && before === '') return null;
    const text = before + fold(event.key);
    typed.current = { text, at: event.timeStamp };
    return nextNamed(shown, activeId, text);
  };
}

function nextNamed(shown: readonly ProfileSummary[], activeId: string | undefined, text: string): string | null {
  const again = [...text].every((letter) => letter === text[0]);
  const prefix = again ? (text[0] ?? '') : text;
  const at = shown.findIndex(({ id }) => id === activeId);
  // A word that grows may stay where it is; a letter goes on.
  const from = again ? at + 1 : Math.max(0, at);
  const found = [...shown.slice(from), ...shown.slice(0, from)].find(({ name }) => fold(name).startsWith(prefix));
  return found?.id ?? null;
}
