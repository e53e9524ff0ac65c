import { Download, History, Settings, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './app.module.css';
import type { Pane } from './state/view.ts';
import { Button } from './ui/button.tsx';

interface SideBarProps {
  readonly shows: Pane;
  readonly onShow: (pane: Pane) => void;
}

/** Under the list: what is not about one profile. */
export function SideBar({ shows, onShow }: SideBarProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['bar']}>
      <Button
        look="icon"
        aria-label={t('history.title')}
        title={t('history.title')}
        aria-current={shows.kind === 'history' ? 'page' : undefined}
        onClick={() => onShow({ kind: 'history', profileId: null })}
      >
        <History size={17} aria-hidden />
      </Button>
      <Button
        look="icon"
        aria-label={t('importing.title')}
        title={t('importing.title')}
        aria-current={shows.kind === 'import' ? 'page' : undefined}
        onClick={() => onShow({ kind: 'import' })}
      >
        <Download size={17} aria-hidden />
      </Button>
      <Button
        look="icon"
        aria-label={t('exporting.title')}
        title={t('exporting.title')}
        aria-current={shows.kind === 'export' ? 'page' : undefined}
        onClick={() => onShow({ kind: 'export' })}
      >
        <Upload size={17} aria-hidden />
      </Button>
      <Button
        look="icon"
        aria-label={t('settings.title')}
        title={t('settings.title')}
        aria-current={shows.kind === 'settings' ? 'page' : undefined}
        onClick={() => onShow({ kind: 'settings' })}
      >
        <Settings size={17} aria-hidden />
      </Button>
    </div>
  );
}
