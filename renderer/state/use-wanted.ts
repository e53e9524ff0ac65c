import { useEffect, useEffectEvent } from 'react';
import { only } from './selection.ts';
import { useAppState, useBridge } from './store-context.tsx';
import type { Navigation } from './use-navigation.ts';

/** Goes where main asks, once: after a click in the tray or on a notification, or for a link. */
export function useWanted({ go }: Pick<Navigation, 'go'>): void {
  const bridge = useBridge();
  const wanted = useAppState((state) => state.wanted);
  const follow = useEffectEvent(() => {
    if (wanted === null) return;
    if (wanted.kind === 'settings') go({ do: 'show', pane: { kind: 'settings' } });
    else go({ do: 'open', selection: only(wanted.profileId), byLink: wanted.byLink });
    void bridge.invoke('wanted:done', { serial: wanted.serial });
  });
  const serial = wanted?.serial ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one visit for each time that it is wanted.
  useEffect(() => follow(), [serial]);
}
