import { nativeTheme, systemPreferences } from 'electron';
import type { Settings } from '../../shared/model/settings.ts';
import { readAccent } from './read-accent.ts';

/** macOS tells everybody when the accent colour was changed; Electron has an event for it on Windows and Linux only. */
const MACOS_CHANGED = 'AppleColorPreferencesChangedNotification';

/** The page, the window's frame and its background follow this: the page's style sheet asks for the colour scheme. */
export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
}

/** The colour that the person gave their system, `#rrggbb`; `null`: there is none, or the system does not tell. */
export function accentColour(): string | null {
  // An older Electron does not have it on Linux, whatever the types say.
  const ask: unknown = Reflect.get(systemPreferences, 'getAccentColor');
  return typeof ask === 'function' ? readAccent(Reflect.apply(ask, systemPreferences, [])) : null;
}

/** Tells of every later colour. Lasts as long as the app. */
export function followAccent(onChange: (accent: string | null) => void): void {
  const tell = () => onChange(accentColour());
  if (process.platform === 'darwin') systemPreferences.subscribeNotification(MACOS_CHANGED, tell);
  else systemPreferences.on('accent-color-changed', tell);
}
