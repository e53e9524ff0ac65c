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

/** What stands on the keys that have a name of their own, in the reader's language. */
export interface KeyNames {
  readonly Shift: string;
  readonly Enter: string;
  readonly Esc: string;
}

/** Keys as a person reads them: `Ctrl+Maj+E` for `Mod+Shift+E` in French. */
export function keysText(keys: string, mac: boolean, names: KeyNames): string {
  const named = keys.replace('Shift', names.Shift).replace('Enter', names.Enter).replace('Esc', names.Esc);
  return mac ? named.replace('Mod+', '⌘') : named.replace('Mod', 'Ctrl');
}
