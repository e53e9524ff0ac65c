import { CircleHelp, Download, History, type LucideIcon, Settings, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SHORTCUTS } from '../shared/model/shortcuts.ts';
import styles from './app.module.css';
import { useKeys } from './features/hand/use-keys.ts';
import type { Pane, View } from './state/view.ts';

interface SideBarProps {
  readonly view: Pick<View, 'shows' | 'help'>;
  readonly onShow: (pane: Pane) => void;
  readonly onHelp: () => void;
}

/** Under the list: what is not about one profile, by picture and word. */
export function SideBar({ view, onShow, onHelp }: SideBarProps) {
  const { t } = useTranslation();
  const write = useKeys();
  const item = (Icon: LucideIcon, label: string, isShown: boolean, onClick: () => void, keys?: string) => (
    <button
      type="button"
      title={keys}
      aria-current={isShown ? 'page' : undefined}
      onClick={onClick}
      className={styles['place']}
    >
      <Icon size={17} aria-hidden />
      {label}
    </button>
  );
  const place = (Icon: LucideIcon, label: string, pane: Pane) =>
    item(Icon, label, view.help === null && view.shows.kind === pane.kind, () => onShow(pane));
  return (
    <div className={styles['bar']}>
      {place(History, t('history.title'), { kind: 'history', profileId: null })}
      {place(Download, t('importing.title'), { kind: 'import' })}
      {place(Upload, t('exporting.title'), { kind: 'export' })}
      {place(Settings, t('settings.title'), { kind: 'settings' })}
      {item(CircleHelp, t('help.title'), view.help !== null, onHelp, write(SHORTCUTS.help))}
    </div>
  );
}
