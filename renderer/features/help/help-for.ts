import { type HelpPageId, isHelpPage } from '../../../shared/text/help/pages.ts';
import type { HelpPlace, Pane, View } from '../../state/view.ts';

/** What is needed of an element to know what it is about. */
interface Focused {
  closest(selector: string): { getAttribute(name: string): string | null } | null;
}

/** The page that each pane's F1 opens: a kind that is forgotten is a type error. */
const PANE_PAGES: Readonly<Record<Pane['kind'], HelpPlace>> = {
  selection: 'first-knock',
  new: 'sequence',
  edit: 'sequence',
  history: 'not-open',
  setup: 'server-setup',
  settings: 'tray',
  about: 'contents',
  import: 'import',
  export: 'import',
};

/**
 * Where the help opens: at what has the focus, if that has a page of its own ({@link aboutPage}), else at what is shown.
 * In the help itself: the table of contents.
 *
 * @param failed the newest run of the one profile that is selected did not do what it was for
 */
export function helpFor(
  { help, shows }: Pick<View, 'help' | 'shows'>,
  focused: Focused | null,
  failed: boolean,
): HelpPlace {
  if (help !== null) return 'contents';
  const marked = focused?.closest(`[${MARK}]`)?.getAttribute(MARK) ?? undefined;
  if (isHelpPage(marked)) return marked;
  return shows.kind === 'selection' && failed ? 'not-open' : PANE_PAGES[shows.kind];
}

const MARK = 'data-help';

/** For the element around a part of a pane that has a page of its own. */
export function aboutPage(page: HelpPageId | undefined) {
  return { [MARK]: page } as const;
}
