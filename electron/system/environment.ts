import { app } from 'electron';
import type { AppState } from '../../shared/model/app-state.ts';

/** The system as the page and the launchers name it. */
export function currentPlatform(): AppState['platform'] {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'linux';
}

/** The first of the person's languages that Toctoc speaks. Call it after `ready`. */
export function currentLanguage(): AppState['language'] {
  const spoken = [...app.getPreferredSystemLanguages(), app.getLocale()].map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find((tag) => tag === 'fr' || tag === 'en') === 'fr' ? 'fr' : 'en';
}
