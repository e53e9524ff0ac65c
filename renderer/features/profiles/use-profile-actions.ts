import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { useBridge } from '../../state/store-context.tsx';
import { useTell } from '../../ui/toasts.tsx';

interface Wishes {
  readonly onOpen: (id: string) => void;
  readonly onDeleted: () => void;
}

/** What can be done with a whole profile. Deleting does not ask; it can be undone. */
export function useProfileActions({ onOpen, onDeleted }: Wishes) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();

  async function duplicate(profile: ProfileSummary): Promise<void> {
    const answer = await bridge.invoke('profiles:duplicate', profile.id);
    if (answer.ok) onOpen(answer.value);
    else tell.failure(answer.problems);
  }

  async function restore(id: string): Promise<void> {
    const answer = await bridge.invoke('profiles:restore', id);
    if (answer.ok) onOpen(id);
    else tell.failure(answer.problems);
  }

  async function remove({ id, name }: ProfileSummary): Promise<void> {
    const answer = await bridge.invoke('profiles:delete', id);
    if (!answer.ok) return tell.failure(answer.problems);
    onDeleted();
    tell.undoable(t('profile.deleted', { name }), { label: t('undo'), run: () => void restore(id) });
  }

  return { duplicate, remove };
}
