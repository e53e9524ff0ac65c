import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemSentence } from '../../i18n.ts';
import { useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import styles from './vault.module.css';

interface UnlockDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks for the passphrase. Main counts the attempts. */
export function UnlockDialog({ open, onClose }: UnlockDialogProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);

  async function unlock(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (waiting) return;
    setWaiting(true);
    const answer = await bridge.invoke('vault:unlock', { passphrase });
    setWaiting(false);
    setError(answer.ok ? null : problemSentence(answer.problems[0]));
    if (answer.ok) close();
  }

  function close(): void {
    setPassphrase('');
    setError(null);
    onClose();
  }

  return (
    <Dialog open={open} title={t('vault.unlockTitle')} text={t('vault.reasons.passphrase')} onClose={close}>
      <form className={styles['form']} onSubmit={(event) => void unlock(event)}>
        <PassphraseField
          label={t('vault.passphrase')}
          autoComplete="current-password"
          value={passphrase}
          onChange={({ target }) => setPassphrase(target.value)}
          errors={error === null ? [] : [error]}
        />
        <div className={styles['actions']}>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button look="primary" type="submit" aria-disabled={waiting}>
            {t('vault.unlock')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
