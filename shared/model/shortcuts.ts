/**
 * What can be done from anywhere, and the keys for it; `null`: none. `Mod` is Ctrl, or Cmd on a Mac. In the order of the
 * sheet, the palette and the help, which name them.
 */
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
  shortcuts: '?',
  about: null,
} as const;

export type ActionId = keyof typeof SHORTCUTS;

export const ACTION_IDS = [
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
  'shortcuts',
  'about',
] as const satisfies readonly ActionId[];

/** The keys of an action as a person reads them; `null`: it has none. */
export function keysOf(action: ActionId, mac: boolean): string | null {
  const keys = SHORTCUTS[action];
  return keys === null ? null : keysText(keys, mac);
}

/** Keys as a person reads them. */
export function keysText(keys: string, mac: boolean): string {
  return mac ? keys.replace('Mod+', '⌘') : keys.replace('Mod', 'Ctrl');
}
