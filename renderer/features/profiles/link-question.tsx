import { Link } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { defaultAction } from '../knock/use-runs.ts';
import styles from './profile-page.module.css';

/** Says why this profile is shown, and that nothing has been sent: a link selects, and the person decides. */
export function LinkQuestion({ profile }: { readonly profile: ProfileSummary }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.querySelector<HTMLElement>('[data-main-action]')?.focus();
  }, []);
  const { name } = profile;
  return (
    <p role="note" className={styles['link']}>
      <Link size={16} aria-hidden />
      <span>
        <strong>
          {defaultAction(profile) === 'connect' ? t('desktop.linkConnect', { name }) : t('desktop.linkKnock', { name })}
        </strong>{' '}
        {t('desktop.linkHint')}
      </span>
    </p>
  );
}
