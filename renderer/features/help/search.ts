import type { Language } from '../../../shared/text/en.ts';
import type { Help } from '../../../shared/text/help/blocks.ts';
import { HELP_PAGES, type HelpPageId } from '../../../shared/text/help/pages.ts';
import { plainText } from '../../../shared/text/help/plain.ts';

/** Shorter than this, a word is in nearly every text: then the titles alone are searched. */
const LEAST = 3;

/**
 * The pages in which every word of a query occurs, those that have them in their title first.
 *
 * @param help `null`: not loaded yet, and only the titles are known
 */
export function searchHelp(query: string, language: Language, help: Help | null): readonly HelpPageId[] {
  const words = bare(query).split(/\s+/).filter(Boolean);
  const all = (text: string) => words.every((word) => text.includes(word));
  const title = (page: HelpPageId) => bare(language.ui.help.pages[page]);
  const titled = HELP_PAGES.filter((page) => all(title(page)));
  if (help === null || words.every(({ length }) => length < LEAST)) return titled;
  const within = HELP_PAGES.filter((page) => all(`${title(page)}\n${bare(plainText(language, help[page]))}`));
  return [...titled, ...within.filter((page) => !titled.includes(page))];
}

/** Upper and lower case, accents and the two apostrophes are alike: people type what is on the keyboard. */
function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();
}
