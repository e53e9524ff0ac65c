import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useTell } from '../../ui/toasts.tsx';
import styles from './profile-page.module.css';

/** Puts the profile first in the tray, or takes it away from there. */
export function FavouriteStar({ profile }: { readonly profile: ProfileSummary }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();

  async function toggle(): Promise<void> {
    const answer = await bridge.invoke('profiles:favourite', { id: profile.id, on: !profile.favourite });
    if (!answer.ok) tell.failure(answer.problems);
  }

  return (
    <Button
      look="icon"
      aria-label={t('desktop.favourite')}
      title={t('desktop.favouriteHint')}
      aria-pressed={profile.favourite}
      onClick={() => void toggle()}
    >
      <Star size={17} aria-hidden className={styles['star']} />
    </Button>
  );
}
