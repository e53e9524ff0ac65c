import * as v from 'valibot';

export const THEMES = ['system', 'light', 'dark'] as const;

/** By itself, for who opens the window before the settings are read whole. */
export const ThemeSchema = v.picklist(THEMES, 'value-unknown');
export type Theme = v.InferOutput<typeof ThemeSchema>;
