import { CircleArrowUp } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asksForUpdates } from '../../../shared/model/updates.ts';
import { problemSentence } from '../../i18n.ts';
import { useAppState } from '../../state/store-context.tsx';
import bar from '../../ui/bar.module.css';
import { Button } from '../../ui/button.tsx';
import { useSettings } from '../settings/use-settings.ts';
import styles from './updates.module.css';
import { useUpdates } from './use-updates.ts';

/** Above everything: may new versions be looked for (once), and what there is to do for one. */
export function UpdatesBar() {
  const { t } = useTranslation();
  const asks = useAppState(asksForUpdates);
  const status = useAppState((state) => state.updates.status);
  const { change } = useSettings();
  const updates = useUpdates();
  const [putAway, setPutAway] = useState('');

  if (asks) {
    return (
      <Bar text={t('updates.question')}>
        <Button onClick={() => change({ updates: 'off' })}>{t('updates.no')}</Button>
        <Button onClick={() => change({ updates: 'stable' })}>{t('updates.yes')}</Button>
      </Bar>
    );
  }
  const version = 'version' in status ? status.version : null;
  const step = `${status.phase} ${version}`;
  // A check that failed is told in the settings: without a network nobody needs to hear of it every day.
  if (version === null || putAway === step) return null;
  const later = (
    <Button look="quiet" onClick={() => setPutAway(step)}>
      {t('updates.later')}
    </Button>
  );
  switch (status.phase) {
    case 'available':
      return (
        <Bar text={t('updates.available', { version })}>
          {later}
          <Button onClick={updates.download}>{t('updates.download')}</Button>
        </Bar>
      );
    case 'downloading':
      return <Bar text={t('updates.downloading', { version, percent: status.percent })}>{null}</Bar>;
    case 'ready':
      return (
        <Bar text={t('updates.ready', { version })}>
          {later}
          <Button onClick={updates.install}>{t('updates.install')}</Button>
        </Bar>
      );
    case 'failed':
      return (
        <Bar text={problemSentence(status.problem)}>
          {later}
          <Button onClick={updates.download}>{t('updates.again')}</Button>
        </Bar>
      );
    default:
      return null;
  }
}

function Bar({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className={bar['bar']}>
      <CircleArrowUp size={18} aria-hidden />
      <p role="status">{text}</p>
      {children !== null && <div className={styles['actions']}>{children}</div>}
    </div>
  );
}
