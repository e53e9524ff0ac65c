import { assertNever } from '../../shared/result.ts';
import type { HelpPageId } from '../../shared/text/help/pages.ts';
import type { Dropped } from '../features/import/dropped.ts';
import { only, type Selection } from './selection.ts';

/** What the right-hand pane shows: what is selected in the list, or something of its own. */
export type Pane =
  /** `byLink`: a link asked for it, and the page says so. */
  | { readonly kind: 'selection'; readonly byLink?: boolean }
  /** `forServer`: with a sequence of its own, and the server's side comes next. */
  | { readonly kind: 'new'; readonly forServer?: boolean }
  | { readonly kind: 'edit'; readonly id: string }
  /** Of one profile, or of all (`null`). */
  | { readonly kind: 'history'; readonly profileId: string | null }
  /** The server's side of one profile. */
  | { readonly kind: 'setup'; readonly id: string }
  | { readonly kind: 'settings' }
  | { readonly kind: 'about' }
  /** `dropped`: on the window. */
  | { readonly kind: 'import'; readonly dropped?: readonly Dropped[] }
  | { readonly kind: 'export' };

/** Where the person is. Main knows nothing of this. `pane` matters only where there is room for one. */
export interface View {
  /** `null`: the first profile there is. */
  readonly selection: Selection | null;
  readonly shows: Pane;
  readonly pane: 'list' | 'detail';
  /** The help lies over what is shown, which stays as it is meanwhile; `null`: it does not. */
  readonly help: HelpPlace | null;
}

export type HelpPlace = HelpPageId | 'contents';

/** Everything that changes what the window shows. */
export type ViewAction =
  /** Shows what is selected, and stays in the list. */
  | { readonly do: 'select'; readonly selection: Selection }
  /** Shows what is selected, also where there is room for one pane. */
  | { readonly do: 'open'; readonly selection: Selection; readonly byLink?: boolean }
  | { readonly do: 'new'; readonly forServer?: boolean }
  | { readonly do: 'edit'; readonly id: string }
  /** Shows something that is no profile's editor; the profile whose server is set up is selected. */
  | { readonly do: 'show'; readonly pane: Pane }
  /** Opens the help, there. */
  | { readonly do: 'help'; readonly place: HelpPlace }
  /** Closes what was opened over the selection; the help first. */
  | { readonly do: 'leave' }
  | { readonly do: 'back' }
  | { readonly do: 'deleted'; readonly next: string | null };

const SELECTION: Pane = { kind: 'selection' };

export const FIRST_VIEW: View = { selection: null, shows: SELECTION, pane: 'list', help: null };

/** The next view; pure. */
export function nextView(view: View, action: ViewAction): View {
  if (action.do === 'help') return { ...view, help: action.place };
  const closesHelp = view.help !== null && (action.do === 'leave' || action.do === 'back');
  return { ...(closesHelp ? view : nextPlace(view, action)), help: null };
}

function nextPlace(view: View, action: Exclude<ViewAction, { do: 'help' }>): Omit<View, 'help'> {
  switch (action.do) {
    case 'select':
      return { ...view, selection: action.selection, shows: SELECTION };
    case 'open':
      return {
        selection: action.selection,
        shows: { kind: 'selection', byLink: action.byLink === true },
        pane: 'detail',
      };
    case 'new':
      return { ...view, shows: { kind: 'new', forServer: action.forServer === true }, pane: 'detail' };
    case 'edit':
      return { selection: only(action.id), shows: { kind: 'edit', id: action.id }, pane: 'detail' };
    case 'show': {
      const selection = action.pane.kind === 'setup' ? only(action.pane.id) : view.selection;
      return { ...view, selection, shows: action.pane, pane: 'detail' };
    }
    case 'leave':
      return {
        ...view,
        shows: SELECTION,
        pane: view.shows.kind === 'edit' || view.shows.kind === 'setup' ? 'detail' : 'list',
      };
    case 'back':
      return { ...view, shows: SELECTION, pane: 'list' };
    case 'deleted':
      return { selection: action.next === null ? null : only(action.next), shows: SELECTION, pane: 'list' };
    default:
      return assertNever(action);
  }
}
