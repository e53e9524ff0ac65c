import { useTranslation } from 'react-i18next';
import { useAppState } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { VaultForm } from './vault-form.tsx';

interface ChooseDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** It is in force: what waited for it can go on. */
  readonly onChosen: () => void;
}

/** The first choice, where the system has no keychain that makes it. */
export function ChooseDialog({ open, onClose, onChosen }: ChooseDialogProps) {
  const { t } = useTranslation();
  const portable = useAppState(({ vault }) => vault.choices.length === 1);
  return (
    <Dialog
      open={open}
      title={t('vault.chooseTitle')}
      text={portable ? t('vault.choosePortable') : t('vault.chooseText')}
      onClose={onClose}
    >
      <VaultForm onChosen={onChosen} beside={<Button onClick={onClose}>{t('cancel')}</Button>} />
    </Dialog>
  );
}
