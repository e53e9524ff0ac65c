import * as v from 'valibot';

export const THEMES = ['system', 'light', 'dark'] as const;

/** By itself, for who opens the window before the settings are read whole. */
export const ThemeSchema = v.picklist(THEMES, 'value-unknown');
export type Theme = v.InferOutput<typeof ThemeSchema>;

/** Whose colour buttons and marks have: the one the person gave the system, or Toctoc's. */
export const ACCENTS = ['system', 'own'] as const;
export const AccentSchema = v.picklist(ACCENTS, 'value-unknown');
