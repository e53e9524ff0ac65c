import { assertNever } from '../../shared/result.ts';

/** What the right-hand pane shows. */
export type Editing =
  | { readonly kind: 'none' }
  | { readonly kind: 'new' }
  | { readonly kind: 'profile'; readonly id: string };

/** Where the person is. Main knows nothing of this. `pane` matters only where there is room for one. */
export interface View {
  readonly selectedId: string | null;
  readonly editing: Editing;
  readonly pane: 'list' | 'detail';
}

export type ViewAction =
  | { readonly do: 'select'; readonly id: string }
  | { readonly do: 'open'; readonly id: string }
  | { readonly do: 'new' }
  | { readonly do: 'edit'; readonly id: string }
  | { readonly do: 'leave-editor' }
  | { readonly do: 'back' }
  | { readonly do: 'deleted'; readonly next: string | null };

export const FIRST_VIEW: View = { selectedId: null, editing: { kind: 'none' }, pane: 'list' };

/** The next view; pure, and the same object when nothing changed. */
export function nextView(view: View, action: ViewAction): View {
  switch (action.do) {
    case 'select':
      return view.selectedId === action.id && view.editing.kind === 'none'
        ? view
        : { ...view, selectedId: action.id, editing: { kind: 'none' } };
    case 'open':
      return { selectedId: action.id, editing: { kind: 'none' }, pane: 'detail' };
    case 'new':
      return { ...view, editing: { kind: 'new' }, pane: 'detail' };
    case 'edit':
      return { selectedId: action.id, editing: { kind: 'profile', id: action.id }, pane: 'detail' };
    case 'leave-editor':
      return { ...view, editing: { kind: 'none' }, pane: view.editing.kind === 'new' ? 'list' : 'detail' };
    case 'back':
      return { ...view, editing: { kind: 'none' }, pane: 'list' };
    case 'deleted':
      return { selectedId: action.next, editing: { kind: 'none' }, pane: 'list' };
    default:
      return assertNever(action);
  }
}
