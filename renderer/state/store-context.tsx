import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Bridge } from '../../shared/ipc.ts';
import type { AppState } from '../../shared/model/app-state.ts';
import type { SnapshotStore } from './snapshot-store.ts';

interface Page {
  readonly store: SnapshotStore;
  readonly bridge: Bridge;
}

const PageContext = createContext<Page | null>(null);

/** Hands the store and the bridge down, so that no component reaches for a global. */
export function PageProvider({ page, children }: { readonly page: Page; readonly children: ReactNode }) {
  return <PageContext value={page}>{children}</PageContext>;
}

function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('outside of PageProvider');
  return page;
}

/** The way to main. */
export function useBridge(): Bridge {
  return usePage().bridge;
}

/**
 * One part of main's state. `select` has to return something that is part of the state (or a primitive), so that an
 * unrelated push does not draw the component again. Only for components under a loaded store.
 */
export function useAppState<T>(select: (state: AppState) => T): T {
  const { store } = usePage();
  const read = () => {
    const state = store.get();
    if (state === null) throw new Error('the snapshot has not arrived');
    return select(state);
  };
  // The second time for tests, which draw without a browser.
  return useSyncExternalStore(store.subscribe, read, read);
}
