import { useReducer } from 'react';
import { FIRST_VIEW, nextView, type View, type ViewAction } from './view.ts';

/** Where the page is, and how it goes elsewhere. */
export interface Navigation {
  readonly view: View;
  /** Goes there. An editor that is left so keeps what it holds; see use-draft.ts. */
  readonly go: (action: ViewAction) => void;
}

/** Where the page is. */
export function useNavigation(): Navigation {
  const [view, go] = useReducer(nextView, FIRST_VIEW);
  return { view, go };
}
