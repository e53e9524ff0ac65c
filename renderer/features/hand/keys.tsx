import { type ActionId, keysOf } from '../../../shared/model/shortcuts.ts';
import { useAppState } from '../../state/store-context.tsx';

/** The keys of an action, where it has any. */
export function Keys({ action }: { readonly action: ActionId }) {
  const mac = useAppState((state) => state.platform === 'macos');
  const keys = keysOf(action, mac);
  return keys === null ? null : <kbd>{keys}</kbd>;
}
