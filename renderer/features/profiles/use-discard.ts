import { useTranslation } from 'react-i18next';
import type { DraftFields } from '../../../shared/model/draft.ts';
import { useBridge } from '../../state/store-context.tsx';
import { useTell } from '../../ui/toasts.tsx';

/**
 * Says that a draft was discarded, and offers to undo that: nobody is asked before. `onBack` then opens its editor
 * again.
 */
export function useDiscarded(key: string, onBack: () => void): (name: string, fields: DraftFields) => void {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  return (name, fields) => {
    const bringBack = async () => {
      const kept = await bridge.invoke('drafts:keep', { key, fields });
      if (kept.ok) onBack();
      else tell.failure(kept.problems);
    };
    const text = name.trim() === '' ? t('draft.discardedNew') : t('draft.discarded', { name });
    tell.undoable(text, { label: t('undo'), run: () => void bringBack() });
  };
}

/** Discards the draft of an editor that is not on screen. */
export function useDiscard(key: string, onBack: () => void): (name: string) => Promise<void> {
  const bridge = useBridge();
  const tell = useTell();
  const discarded = useDiscarded(key, onBack);
  return async (name) => {
    const draft = await bridge.invoke('drafts:read', key);
    const forgotten = await bridge.invoke('drafts:keep', { key, fields: null });
    if (!forgotten.ok) tell.failure(forgotten.problems);
    else if (draft.ok && draft.value !== null) discarded(name, draft.value);
  };
}
