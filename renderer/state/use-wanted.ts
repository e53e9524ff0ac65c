import { useEffect, useEffectEvent } from 'react';
import type { Wanted } from '../../shared/model/app-state.ts';
import { assertNever } from '../../shared/result.ts';
import { only } from './selection.ts';
import { useAppState, useBridge } from './store-context.tsx';
import type { Navigation } from './use-navigation.ts';
import type { ViewAction } from './view.ts';

function wayTo(wanted: Wanted): ViewAction {
  switch (wanted.kind) {
    case 'profile':
      return { do: 'open', selection: only(wanted.profileId), byLink: wanted.byLink };
    case 'help':
      return { do: 'help', place: 'contents' };
    case 'settings':
    case 'about':
      return { do: 'show', pane: { kind: wanted.kind } };
    default:
      return assertNever(wanted);
  }
}

/** Goes where main asks, once: after a click in the tray, in a menu or on a notification, or for a link. */
export function useWanted({ go }: Pick<Navigation, 'go'>): void {
  const bridge = useBridge();
  const wanted = useAppState((state) => state.wanted);
  const follow = useEffectEvent(() => {
    if (wanted === null) return;
    go(wayTo(wanted));
    void bridge.invoke('wanted:done', { serial: wanted.serial });
  });
  const serial = wanted?.serial ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one visit for each time that it is wanted.
  useEffect(() => follow(), [serial]);
}
