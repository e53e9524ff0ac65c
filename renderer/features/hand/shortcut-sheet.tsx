import { Dialog } from '@base-ui/react/dialog';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ACTION_IDS, SHORTCUTS } from '../../../shared/model/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import styles from './hand.module.css';
import { useKeys } from './use-keys.ts';

/** Every shortcut there is. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const popup = useRef<HTMLDivElement>(null);
  const write = useKeys();
  const inList = [
    [write('Enter'), t('hand.knock')],
    [t('hand.arrows'), t('hand.move')],
    [write('Mod+A'), t('hand.all')],
    [t('hand.letters'), t('hand.type')],
    [t('hand.deleteKey'), t('hand.delete')],
    [write('Shift+F10'), t('hand.menu')],
  ] as const;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        {/* Not its button, at the end: the sheet is read from its beginning, and scrolled by the arrow keys. */}
        <Dialog.Popup ref={popup} initialFocus={popup} className={styles['sheet']}>
          <Dialog.Title className={styles['title']}>{t('hand.sheet')}</Dialog.Title>
          <div className={styles['columns']}>
            <Group
              title={t('hand.anywhere')}
              lines={[
                ...ACTION_IDS.flatMap((id) => {
                  const keys = SHORTCUTS[id];
                  return keys === null ? [] : [[write(keys), t(`hand.${id}`)] as const];
                }),
                [write('Mod+S'), t('hand.save')],
                [write('Esc'), t('hand.leave')],
              ]}
            />
            <Group title={t('hand.list')} lines={inList} />
          </div>
          <Dialog.Close render={<Button look="primary" />}>{t('hand.close')}</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3 className={styles['group']}>{title}</h3>
      <dl className={styles['lines']}>
        {lines.map(([keys, what]) => (
          <div key={keys} className={styles['line']}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
