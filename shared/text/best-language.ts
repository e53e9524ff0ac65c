import { type LanguageCode, languages } from './languages.ts';

/** What is spoken where nobody's wish can be met. */
export const FALLBACK: LanguageCode = 'en';

export const LANGUAGE_CODES = Object.keys(languages) as readonly LanguageCode[];

/**
 * The first of the wished languages that there is; a wish for a region (`fr-CA`, as POSIX writes it `fr_CA.UTF-8`) is
 * met by the language itself (RFC 4647, 3.4).
 */
export function bestLanguage(wishes: readonly string[]): LanguageCode {
  for (const wish of wishes) {
    const parts = wish.replace(/[.@].*$/, '').split(/[-_]/);
    for (let length = parts.length; length > 0; length--) {
      const tag = parts.slice(0, length).join('-').toLowerCase();
      const code = LANGUAGE_CODES.find((one) => one.toLowerCase() === tag);
      if (code !== undefined) return code;
    }
  }
  return FALLBACK;
}
