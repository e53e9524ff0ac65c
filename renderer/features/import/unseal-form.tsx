import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/model/importing.ts';
import { problemSentence } from '../../i18n.ts';
import { useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import styles from './import-page.module.css';
import type { ImportActions } from './use-import.ts';

interface UnsealFormProps {
  readonly preview: ImportPreview;
  readonly actions: ImportActions;
}

/** The passphrase of a sealed file. */
export function UnsealForm({ preview, actions }: UnsealFormProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const [passphrase, setPassphrase] = useState('');
  const [errors, setErrors] = useState<readonly string[]>([]);
  const [opening, setOpening] = useState(false);

  async function open(): Promise<void> {
    setOpening(true);
    const answer = await bridge.invoke('import:unseal', { id: preview.id, passphrase });
    setOpening(false);
    if (answer.ok) actions.replace(answer.value);
    else setErrors(answer.problems.map(problemSentence));
  }

  return (
    <form
      className={styles['card']}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h3>{t('importing.sealedTitle')}</h3>
      <p className={styles['soft']}>{t('importing.sealedText')}</p>
      <PassphraseField
        label={t('importing.passphrase')}
        autoFocus
        value={passphrase}
        errors={errors}
        onChange={({ target }) => setPassphrase(target.value)}
      />
      <div className={styles['actions']}>
        <Button type="submit" look="primary" disabled={opening || passphrase === ''}>
          {opening ? t('importing.reading') : t('importing.open')}
        </Button>
        <Button look="quiet" onClick={actions.again}>
          {t('importing.another')}
        </Button>
      </div>
    </form>
  );
}
