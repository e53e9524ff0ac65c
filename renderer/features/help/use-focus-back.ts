import { useLayoutEffect } from 'react';

/** When the help is closed, the focus goes back to where it was, unless it has gone somewhere else with intent. */
export function useFocusBack(open: boolean): void {
  // A layout effect: what the help covers has the focus until the browser draws, and not any longer.
  useLayoutEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    return () => {
      // What had it in the help is gone by now, and with it the focus.
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected)
        before.focus();
    };
  }, [open]);
}
