/** The part of a keyboard event that names a shortcut. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const NAMED: Readonly<Record<string, string>> = {
  Space: 'Space',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/**
 * A shortcut as Electron writes it (https://www.electronjs.org/docs/latest/api/accelerator): one key with Ctrl, Alt or the
 * system's key, or an F key alone; `null` for anything else, such as a letter that somebody wants to type.
 */
export function acceleratorOf(press: KeyPress): string | null {
  const key = keyOf(press);
  const modifiers = [
    press.ctrlKey ? 'Control' : '',
    press.metaKey ? 'Super' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey ? 'Shift' : '',
  ].filter(Boolean);
  const holds = press.ctrlKey || press.altKey || press.metaKey;
  if (key === null || (!holds && !/^F\d/.test(key))) return null;
  return [...modifiers, key].join('+');
}

function keyOf({ code, key }: KeyPress): string | null {
  // The letter that is printed on the key, whatever the layout; with Alt, macOS types another sign in its place.
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase();
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return key;
  return NAMED[code] ?? /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] ?? null;
}

/** As it is printed on keyboards. */
export function acceleratorText(accelerator: string): string {
  return accelerator.replace('CommandOrControl', 'Ctrl').replace('Control', 'Ctrl').replace('Super', 'Win');
}
