import { useCallback, useEffect, useReducer, useState } from 'react';
import { FIRST_VIEW, nextView, type View, type ViewAction } from './view.ts';

export interface Navigation {
  readonly view: View;
  /** Goes there, or asks first when the editor holds changes that were not saved. */
  readonly go: (action: ViewAction) => void;
  /** Goes there without asking: what was edited has been saved or deleted. */
  readonly goNow: (action: ViewAction) => void;
  readonly setDirty: (dirty: boolean) => void;
  /** Where the person wanted to go when the question came up; `null`: no question. */
  readonly asking: ViewAction | null;
  readonly answer: (leave: boolean) => void;
}

/** Where the page is, and the one place that keeps unsaved changes from being lost. */
export function useNavigation(): Navigation {
  const [view, dispatch] = useReducer(nextView, FIRST_VIEW);
  const [dirty, setDirty] = useState(false);
  const [asking, setAsking] = useState<ViewAction | null>(null);

  useAskBeforeClosing(dirty);

  const goNow = useCallback((action: ViewAction) => {
    setDirty(false);
    setAsking(null);
    dispatch(action);
  }, []);

  function go(action: ViewAction): void {
    if (action.do === 'new' && view.shows.kind === 'new' && !action.forServer) return;
    if (dirty) setAsking(action);
    else goNow(action);
  }

  function answer(leave: boolean): void {
    if (leave && asking !== null) goNow(asking);
    else setAsking(null);
  }

  return { view, go, goNow, setDirty, asking, answer };
}

/** Closing the window asks too: a page that prevents `beforeunload` makes main put the question. */
function useAskBeforeClosing(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
}
