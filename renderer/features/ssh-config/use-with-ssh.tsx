import { SquareTerminal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SshConfigForm } from './ssh-config-form.tsx';

/** A button, and the dialogue behind it that puts a profile into the person's ssh configuration or takes it out. */
export function UseWithSsh({ profile }: { readonly profile: ProfileSummary }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <SquareTerminal size={16} aria-hidden />
        {t('launching.withSsh.open')}
      </Button>
      <Dialog
        open={open}
        title={t('launching.withSsh.title', { name: profile.name })}
        text={t('launching.withSsh.text')}
        wide
        onClose={close}
      >
        <SshConfigForm profile={profile} onClose={close} />
      </Dialog>
    </>
  );
}
