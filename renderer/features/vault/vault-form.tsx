import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MIN_PASSPHRASE, type VaultMode } from '../../../shared/model/vault.ts';
import { problemSentence } from '../../i18n.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import styles from './vault.module.css';

interface VaultFormProps {
  readonly onChosen: () => void;
  /** Beside the button that applies the choice. */
  readonly beside?: ReactNode;
}

type Field = 'passphrase' | 'current' | 'repeat' | 'whole';

/** How sequences are kept: the modes that this computer offers, and a passphrase where one is needed. */
export function VaultForm({ onChosen, beside }: VaultFormProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const vault = useAppState((state) => state.vault);
  const group = useId();
  const [mode, setMode] = useState<VaultMode>(vault.mode ?? vault.choices[0] ?? 'passphrase');
  const [typed, setTyped] = useState({ passphrase: '', repeat: '', current: '' });
  const [wrong, setWrong] = useState<{ readonly field: Field; readonly text: string } | null>(null);
  const [waiting, setWaiting] = useState(false);
  const asksCurrent = vault.mode === 'passphrase';
  const asksNext = mode === 'passphrase';
  const changes = mode !== vault.mode || asksNext;

  async function apply(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (waiting) return;
    if (asksNext && typed.passphrase !== typed.repeat) return setWrong({ field: 'repeat', text: t('vault.differs') });
    setWaiting(true);
    const answer = await bridge.invoke('vault:choose', {
      mode,
      passphrase: asksNext ? typed.passphrase : null,
      current: asksCurrent ? typed.current : null,
    });
    setWaiting(false);
    if (!answer.ok) {
      const [problem] = answer.problems;
      const field = problem.field === 'passphrase' || problem.field === 'current' ? problem.field : 'whole';
      return setWrong({ field, text: problemSentence(problem) });
    }
    setWrong(null);
    setTyped({ passphrase: '', repeat: '', current: '' });
    onChosen();
  }

  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    autoComplete: name === 'current' ? 'current-password' : 'new-password',
    errors: wrong?.field === name ? [wrong.text] : [],
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      setTyped({ ...typed, [name]: target.value }),
  });

  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void apply(event)}>
      <fieldset className={styles['modes']}>
        <legend className="sr-only">{t('vault.settingsTitle')}</legend>
        {vault.choices.map((choice) => (
          <div key={choice} className={styles['mode']}>
            <input
              type="radio"
              id={`${group}-${choice}`}
              name={group}
              checked={mode === choice}
              onChange={() => setMode(choice)}
              aria-describedby={`${group}-${choice}-hint`}
            />
            <label htmlFor={`${group}-${choice}`} className={styles['name']}>
              {t(`vault.modes.${choice}`)}
            </label>
            <p id={`${group}-${choice}-hint`} className={styles['hint']}>
              {t(`vault.hints.${choice}`)}
            </p>
          </div>
        ))}
      </fieldset>
      {asksCurrent && changes && <PassphraseField label={t('vault.current')} {...field('current')} />}
      {asksNext && (
        <>
          <PassphraseField
            label={vault.mode === 'passphrase' ? t('vault.next') : t('vault.passphrase')}
            hint={t('vault.nextHint', { least: MIN_PASSPHRASE })}
            {...field('passphrase')}
          />
          <PassphraseField label={t('vault.repeat')} {...field('repeat')} />
        </>
      )}
      {wrong?.field === 'whole' && (
        <p role="alert" className={styles['failure']}>
          {wrong.text}
        </p>
      )}
      <div className={styles['actions']}>
        {beside}
        <Button look="primary" type="submit" aria-disabled={waiting || !changes} disabled={!changes}>
          {t('vault.apply')}
        </Button>
      </div>
    </form>
  );
}
