import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PLACEHOLDERS } from '../../../shared/model/command-line.ts';
import { useAppState } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { COMMAND_PRESETS } from './command-presets.ts';
import type { FormValues } from './form.ts';
import styles from './profile-editor.module.css';
import { useProfileField } from './use-profile-field.ts';

/** A command of the person's own, with presets to begin from. */
export function CommandField() {
  const { t } = useTranslation();
  const platform = useAppState((state) => state.platform);
  const { setValue, setFocus } = useFormContext<FormValues>();
  const words = PLACEHOLDERS.map((word) => `{${word}}`).join(' ');

  function choose(command: string): void {
    setValue('command', command, { shouldDirty: true });
    setFocus('command');
  }

  return (
    <>
      <TextField
        label={t('launching.command')}
        hint={t('launching.commandHint', { words })}
        mono
        {...useProfileField('command')}
      />
      <div className={styles['presets']}>
        {t('launching.presets')}
        {COMMAND_PRESETS[platform].map(({ name, command }) => (
          <Button key={command} onClick={() => choose(command)}>
            {name ?? t('launching.presetTerminal')}
          </Button>
        ))}
      </div>
    </>
  );
}
