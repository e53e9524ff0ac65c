import type { AppState } from '../shared/model/app-state.ts';

/** Gives the page the system's accent colour, where the person has not asked for Toctoc's own; see tokens.css. */
export function wearAccent(state: AppState | null, root: HTMLElement = document.documentElement): void {
  const accent = state?.settings.accent === 'system' ? state.accent : null;
  if (accent === null) {
    delete root.dataset['accent'];
    root.style.removeProperty('--system-accent');
  } else {
    root.dataset['accent'] = '';
    root.style.setProperty('--system-accent', accent);
  }
}
