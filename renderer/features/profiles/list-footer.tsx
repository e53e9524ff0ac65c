import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { Button } from '../../ui/button.tsx';
import { defaultAction } from '../knock/use-runs.ts';
import styles from './profile-list.module.css';

interface ListFooterProps {
  readonly selected: readonly [ProfileSummary, ...ProfileSummary[]];
  readonly onShow: () => void;
}

/** What Enter does; and where only the list is on screen, the way to what several selected servers can do. */
export function ListFooter({ selected, onShow }: ListFooterProps) {
  const { t } = useTranslation();
  const [first] = selected;
  const count = selected.length;
  return (
    <footer className={styles['footer']}>
      {count > 1 && (
        <div className={styles['narrowOnly']}>
          <Button look="primary" onClick={onShow}>
            {t('list.showSelected', { count })}
          </Button>
        </div>
      )}
      <p>
        <kbd>{t('list.enterKey')}</kbd>{' '}
        {count > 1
          ? t('list.enterKnocksAll', { count })
          : defaultAction(first) === 'connect'
            ? t('list.enterConnects')
            : t('list.enterKnocks')}
      </p>
    </footer>
  );
}
