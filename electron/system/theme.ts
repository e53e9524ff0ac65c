import { nativeTheme } from 'electron';
import type { Settings } from '../../shared/model/settings.ts';

/** The page, the window's frame and its background follow this: the page's style sheet asks for the colour scheme. */
export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
}
