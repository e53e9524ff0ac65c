import { type ActionId, SHORTCUTS } from '../../../shared/model/shortcuts.ts';
import { useKeys } from './use-keys.ts';

/** The keys of an action, where it has any. */
export function Keys({ action }: { readonly action: ActionId }) {
  const write = useKeys();
  const keys = SHORTCUTS[action];
  return keys === null ? null : <kbd>{write(keys)}</kbd>;
}
