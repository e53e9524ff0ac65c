import { useEffect, useEffectEvent } from 'react';
import { ACTION_IDS, type ActionId, SHORTCUTS } from '../../../shared/model/shortcuts.ts';

/** What each does here and now; `null`: nothing. */
export type Actions = Readonly<Record<ActionId, (() => void) | null>>;

/** A message at the bottom is a dialog too, of a kind that leaves the page alone. */
const DIALOG = '[role="dialog"]:not([aria-modal="false"]), [role="alertdialog"]';

/** Hears the shortcuts wherever the focus is; not behind a dialog, and none that a text field has for itself. */
export function useShortcuts(actions: Actions): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const id = actionFor(event);
    if (id === undefined || event.defaultPrevented || document.querySelector(DIALOG)) return;
    const action = actions[id];
    if (action === null) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

function actionFor(event: KeyboardEvent): ActionId | undefined {
  const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
  if (event.key === '?' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) return 'shortcuts';
  if (event.altKey) return undefined;
  const mod = `${event.ctrlKey || event.metaKey ? 'Mod+' : ''}${event.shiftKey ? 'Shift+' : ''}`;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const id = ACTION_IDS.find((one) => SHORTCUTS[one] === mod + key);
  return id === 'undo' && typing ? undefined : id;
}
