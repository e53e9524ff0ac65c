import { bestLanguage } from '../../shared/text/best-language.ts';
import type { Language } from '../../shared/text/en.ts';
import { languages } from '../../shared/text/languages.ts';

/**
 * The language of a terminal, by the first of these variables that is set: `LC_ALL`, `LC_MESSAGES`, `LANG` (POSIX.1-2017,
 * 8.2). Where none of them is, as on Windows, `system` says.
 */
export function languageOf(env: NodeJS.ProcessEnv, system: () => string = systemLocale): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || system();
  return languages[bestLanguage([locale])];
}

/** The same, with remedies that can be typed, where the window's speak of its fields: for a host and its ports. */
export function atTerminal(language: Language): Language {
  return { ...language, problem: { ...language.problem, ...language.cli.problem } };
}

/** What this process says, in its language. */
export function here(): Language {
  return languageOf(process.env);
}

function systemLocale(): string {
  return process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : 'C';
}
