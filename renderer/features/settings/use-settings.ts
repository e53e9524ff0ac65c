import type { Settings, SettingsChange } from '../../../shared/model/settings.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { useTell } from '../../ui/toasts.tsx';

/** The settings as they hold, and how to change some: what cannot be kept is said in a toast. */
export function useSettings(): { readonly settings: Settings; readonly change: (change: SettingsChange) => void } {
  const bridge = useBridge();
  const settings = useAppState((state) => state.settings);
  const tell = useTell();
  async function ask(change: SettingsChange): Promise<void> {
    const changed = await bridge.invoke('settings:change', change);
    if (!changed.ok) tell.failure(changed.problems);
  }
  return { settings, change: (change) => void ask(change) };
}
