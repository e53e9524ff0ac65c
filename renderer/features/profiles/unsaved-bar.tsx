import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './profile-page.module.css';
import { useDiscard } from './use-discard.ts';

interface UnsavedBarProps {
  readonly profileId: string;
  readonly name: string;
  readonly onEdit: () => void;
}

/** What is knocked is what was saved: says so where the editor holds something else. */
export function UnsavedBar({ profileId, name, onEdit }: UnsavedBarProps) {
  const { t } = useTranslation();
  const unsaved = useAppState((state) => state.drafts.includes(profileId));
  const discard = useDiscard(profileId, onEdit);
  if (!unsaved) return null;
  return (
    <div className={styles['unsaved']}>
      <Pencil size={16} aria-hidden />
      <p>{t('draft.unsaved')}</p>
      <div className={styles['unsavedActions']}>
        <Button onClick={onEdit}>{t('draft.goOn')}</Button>
        <Button onClick={() => void discard(name)}>{t('draft.discard')}</Button>
      </div>
    </div>
  );
}
