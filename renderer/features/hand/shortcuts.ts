import { useEffect, useEffectEvent } from 'react';

/** What can be done from anywhere, and the keys for it. `Mod` is Ctrl, or Cmd on a Mac. In the sheet's order. */
export const SHORTCUTS = {
  open: 'Mod+K',
  newProfile: 'Mod+N',
  search: 'Mod+F',
  knock: 'Mod+Enter',
  edit: 'Mod+E',
  duplicate: 'Mod+D',
  undo: 'Mod+Z',
  importing: 'Mod+I',
  exporting: 'Mod+Shift+E',
  history: 'Mod+H',
  settings: 'Mod+,',
  help: 'F1',
} as const;

export type ActionId = keyof typeof SHORTCUTS;

/** What each does here and now; `null`: nothing. */
export type Actions = Readonly<Record<ActionId, (() => void) | null>>;

export const ACTION_IDS: readonly ActionId[] = [
  'open',
  'newProfile',
  'search',
  'knock',
  'edit',
  'duplicate',
  'undo',
  'importing',
  'exporting',
  'history',
  'settings',
  'help',
];

/** A message at the bottom is a dialog too, of a kind that leaves the page alone. */
const DIALOG = '[role="dialog"]:not([aria-modal="false"]), [role="alertdialog"]';

/** Keys as a person reads them. */
export function keysText(keys: string, mac: boolean): string {
  return mac ? keys.replace('Mod+', '⌘') : keys.replace('Mod', 'Ctrl');
}

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
  if (event.key === '?' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) return 'help';
  if (event.altKey) return undefined;
  const mod = `${event.ctrlKey || event.metaKey ? 'Mod+' : ''}${event.shiftKey ? 'Shift+' : ''}`;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const id = ACTION_IDS.find((one) => SHORTCUTS[one] === mod + key);
  return id === 'undo' && typing ? undefined : id;
}
