import { assertNever } from '../../shared/result.ts';
import { only, type Selection } from './selection.ts';

/** What the right-hand pane shows. */
export type Editing =
  | { readonly kind: 'none' }
  | { readonly kind: 'new' }
  | { readonly kind: 'profile'; readonly id: string };

/** Where the person is. Main knows nothing of this. `pane` matters only where there is room for one. */
export interface View {
  /** `null`: the first profile there is. */
  readonly selection: Selection | null;
  readonly editing: Editing;
  readonly pane: 'list' | 'detail';
}

export type ViewAction =
  /** Shows what is selected, and stays in the list. */
  | { readonly do: 'select'; readonly selection: Selection }
  /** Shows what is selected, also where there is room for one pane. */
  | { readonly do: 'open'; readonly selection: Selection }
  | { readonly do: 'new' }
  | { readonly do: 'edit'; readonly id: string }
  | { readonly do: 'leave-editor' }
  | { readonly do: 'back' }
  | { readonly do: 'deleted'; readonly next: string | null };

export const FIRST_VIEW: View = { selection: null, editing: { kind: 'none' }, pane: 'list' };

/** The next view; pure. */
export function nextView(view: View, action: ViewAction): View {
  switch (action.do) {
    case 'select':
      return { ...view, selection: action.selection, editing: { kind: 'none' } };
    case 'open':
      return { selection: action.selection, editing: { kind: 'none' }, pane: 'detail' };
    case 'new':
      return { ...view, editing: { kind: 'new' }, pane: 'detail' };
    case 'edit':
      return { selection: only(action.id), editing: { kind: 'profile', id: action.id }, pane: 'detail' };
    case 'leave-editor':
      return { ...view, editing: { kind: 'none' }, pane: view.editing.kind === 'new' ? 'list' : 'detail' };
    case 'back':
      return { ...view, editing: { kind: 'none' }, pane: 'list' };
    case 'deleted':
      return { selection: action.next === null ? null : only(action.next), editing: { kind: 'none' }, pane: 'list' };
    default:
      return assertNever(action);
  }
}
