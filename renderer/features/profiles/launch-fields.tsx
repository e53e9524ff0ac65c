import { FolderOpen } from 'lucide-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Launcher } from '../../../shared/model/app-state.ts';
import { useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useTell } from '../../ui/toasts.tsx';
import type { FormValues } from './form.ts';
import styles from './profile-editor.module.css';
import { useProfileField } from './use-profile-field.ts';

/** What starts once the door is open. */
export function LaunchFields({ launchers }: { readonly launchers: readonly Launcher[] }) {
  const { t } = useTranslation();
  const { control } = useFormContext<FormValues>();
  const choice = useWatch({ control, name: 'launch' });
  return (
    <div className={styles['grid']}>
      <SelectField
        label={t('editor.launch')}
        options={useLaunchOptions(launchers, choice)}
        {...useProfileField('launch')}
      />
      {choice !== 'none' && <SshFields />}
    </div>
  );
}

function useLaunchOptions(launchers: readonly Launcher[], choice: string) {
  const { t } = useTranslation();
  const [first] = launchers;
  const missing = choice !== 'none' && choice !== 'auto' && !launchers.some(({ id }) => id === choice);
  return [
    { value: 'none', label: t('editor.launchNone') },
    {
      value: 'auto',
      label: first === undefined ? t('editor.launchAuto') : t('editor.launchAutoNamed', { name: first.name }),
    },
    ...launchers.map(({ id, name }) => ({ value: id, label: t('editor.launchIn', { name }) })),
    ...(missing ? [{ value: choice, label: t('editor.launchMissing', { id: choice }) }] : []),
  ];
}

function SshFields() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const { setValue } = useFormContext<FormValues>();

  async function browse(): Promise<void> {
    const answer = await bridge.invoke('dialogs:identity-file');
    if (!answer.ok) return tell.failure(answer.problems);
    if (answer.value !== null) setValue('identityFile', answer.value, { shouldDirty: true, shouldValidate: true });
  }

  return (
    <>
      <div className={styles['wideNarrow']}>
        <TextField label={t('editor.user')} hint={t('editor.userHint')} mono {...useProfileField('user')} />
        <TextField
          label={t('editor.sshPort')}
          hint={t('editor.sshPortHint')}
          inputMode="numeric"
          mono
          {...useProfileField('sshPort')}
        />
      </div>
      <TextField
        label={t('editor.identityFile')}
        hint={t('editor.identityFileHint')}
        mono
        {...useProfileField('identityFile')}
        after={
          <Button onClick={() => void browse()}>
            <FolderOpen size={16} aria-hidden />
            {t('editor.browse')}
          </Button>
        }
      />
    </>
  );
}
