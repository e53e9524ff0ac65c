import type { LanguageCode } from '../languages.ts';
import type { Help } from './blocks.ts';

/**
 * The help in every language of {@link file://../languages.ts}, loaded when somebody opens it: a language without one fails
 * the build. To add one: a file beside `fr.ts`, and its entry here.
 */
export const helpTexts: Readonly<Record<LanguageCode, () => Promise<Help>>> = {
  en: async () => (await import('./en.ts')).help,
  fr: async () => (await import('./fr.ts')).help,
};
