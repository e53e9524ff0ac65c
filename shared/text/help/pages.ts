/** The pages of the help, one per task, in the order of the table of contents. Their titles are among the window's texts. */
export const HELP_PAGES = [
  'first-knock',
  'import',
  'server-setup',
  'not-open',
  'ssh',
  'one-time',
  'vault',
  'tray',
  'command-line',
  'sequence',
  'protection',
] as const;

export type HelpPageId = (typeof HELP_PAGES)[number];

/** Whether a word is a page's name: for what the page's own elements say. */
export function isHelpPage(word: string | undefined): word is HelpPageId {
  return HELP_PAGES.some((page) => page === word);
}
