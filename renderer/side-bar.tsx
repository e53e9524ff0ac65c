import { Download, History, type LucideIcon, Settings, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './app.module.css';
import type { Pane } from './state/view.ts';

interface SideBarProps {
  readonly shows: Pane;
  readonly onShow: (pane: Pane) => void;
}

/** Under the list: what is not about one profile, by picture and word. */
export function SideBar({ shows, onShow }: SideBarProps) {
  const { t } = useTranslation();
  const item = (Icon: LucideIcon, label: string, pane: Pane) => (
    <button
      type="button"
      aria-current={shows.kind === pane.kind ? 'page' : undefined}
      onClick={() => onShow(pane)}
      className={styles['place']}
    >
      <Icon size={17} aria-hidden />
      {label}
    </button>
  );
  return (
    <div className={styles['bar']}>
      {item(History, t('history.title'), { kind: 'history', profileId: null })}
      {item(Download, t('importing.title'), { kind: 'import' })}
      {item(Upload, t('exporting.title'), { kind: 'export' })}
      {item(Settings, t('settings.title'), { kind: 'settings' })}
    </div>
  );
}
