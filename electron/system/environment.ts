import { app } from 'electron';
import type { AppState } from '../../shared/model/app-state.ts';
import { bestLanguage } from '../../shared/text/best-language.ts';
import type { LanguageCode } from '../../shared/text/languages.ts';

/** The system as the page and the launchers name it. */
export function currentPlatform(): AppState['platform'] {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'linux';
}

/** The first of the person's languages that Toctoc speaks. Call it after `ready`. */
export function currentLanguage(): LanguageCode {
  return bestLanguage([...app.getPreferredSystemLanguages(), app.getLocale()]);
}
