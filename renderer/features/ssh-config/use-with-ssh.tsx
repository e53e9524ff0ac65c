import { Dialog } from '@base-ui/react/dialog';
import { SquareTerminal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { Button } from '../../ui/button.tsx';
import { SshConfigForm } from './ssh-config-form.tsx';
import styles from './use-with-ssh.module.css';

/** A button, and the dialogue behind it that puts a profile into the person's ssh configuration or takes it out. */
export function UseWithSsh({ profile }: { readonly profile: ProfileSummary }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger render={<Button look="quiet" />}>
        <SquareTerminal size={16} aria-hidden />
        {t('launching.withSsh.open')}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['popup']}>
          <Dialog.Title className={styles['title']}>
            {t('launching.withSsh.title', { name: profile.name })}
          </Dialog.Title>
          <Dialog.Description className={styles['text']}>{t('launching.withSsh.text')}</Dialog.Description>
          <SshConfigForm profile={profile} onClose={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
