import type { Problem } from '../result.ts';
import type { Language } from './en.ts';

/** Fills `{{name}}` blanks; a blank without a value stays visible rather than vanish. */
export function fill(text: string, params: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{\{(\w+)\}\}/g, (blank, key: string) =>
    String(Object.hasOwn(params, key) ? params[key] : blank),
  );
}

/** The sentence for a problem in one language, without the i18n library: for the command line and the main process. */
export function sentence(language: Language, problem: Problem): string {
  return fill(language.problem[problem.code], problem.params);
}
