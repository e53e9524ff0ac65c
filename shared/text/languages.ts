import { en, type Language } from './en.ts';
import { fr } from './fr.ts';

/**
 * Every language that Toctoc speaks, by its tag (BCP 47: `de`, `pt-BR`). To add one: a file beside `fr.ts`, and its name
 * here; its help, which is loaded on demand, has a list of its own in help/languages.ts, and the build asks for it. The window, the tray, the notifications, the command line, the settings' choice and the system's wish all read
 * this list; a text that is missing fails the build, a plural form that is missing a test.
 */
export const languages = { en, fr } as const satisfies Readonly<Record<string, Language>>;

/** A language that Toctoc speaks. */
export type LanguageCode = keyof typeof languages;
