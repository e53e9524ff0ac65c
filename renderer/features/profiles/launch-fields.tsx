import { FolderOpen, TriangleAlert } from 'lucide-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { aboutPage } from '../help/help-for.ts';
import { CommandField } from './command-field.tsx';
import { type FormValues, readNumber } from './form.ts';
import { fieldsOf, launchOptions, readChoice } from './launch-choice.ts';
import styles from './profile-editor.module.css';
import { useProfileField } from './use-profile-field.ts';

/** What starts once the door is open. The fields' order is that of the form's schema. */
export function LaunchFields() {
  const { t } = useTranslation();
  const launchers = useAppState((state) => state.launchers);
  const platform = useAppState((state) => state.platform);
  const { control } = useFormContext<FormValues>();
  const choice = useWatch({ control, name: 'launch' });
  const { client, terminal } = readChoice(choice);
  const fields = fieldsOf(client);
  // Behind `auto` there may be Windows Terminal too, but a profile of it is for whoever chose it.
  const hasProfile = terminal === 'windows-terminal';
  return (
    <div className={styles['grid']} {...aboutPage('ssh')}>
      <SelectField
        label={t('editor.launch')}
        options={launchOptions(t, { launchers, platform }, choice)}
        {...useProfileField('launch')}
      />
      {fields.includes('command') && <CommandField />}
      {fields.includes('sshPort') && <AccountFields client={client} withUser={fields.includes('user')} />}
      {fields.includes('sshPort') && <TwoPorts />}
      {fields.includes('identityFile') && <KeyField client={client} />}
      {fields.includes('session') && <SessionField />}
      {fields.includes('terminalProfile') && hasProfile && <TerminalProfileField />}
    </div>
  );
}

function AccountFields({ client, withUser }: { readonly client: string; readonly withUser: boolean }) {
  const { t } = useTranslation();
  const user = useProfileField('user');
  const port = (
    <TextField
      label={client === 'ssh' ? t('editor.sshPort') : t('launching.port')}
      hint={t('editor.sshPortHint')}
      inputMode="numeric"
      mono
      {...useProfileField('sshPort')}
    />
  );
  if (!withUser) return port;
  return (
    <div className={styles['wideNarrow']}>
      <TextField label={t('editor.user')} {...(client === 'ssh' && { hint: t('editor.userHint') })} mono {...user} />
      {port}
    </div>
  );
}

/** Not an error: a door may lead to more than one port. Mostly it is one that was left as it was. */
function TwoPorts() {
  const { t } = useTranslation();
  const { control, setValue } = useFormContext<FormValues>();
  const [doorPort, sshPort, jumpHost] = useWatch({ control, name: ['doorPort', 'sshPort', 'jumpHost'] });
  const [door, port] = [readNumber(doorPort), readNumber(sshPort)];
  // Through a jump host the door is that host's, and the port another one's.
  if (sshPort.trim() === '' || Number.isNaN(port) || door === port || jumpHost.trim() !== '') return null;
  const take = () => setValue('doorPort', String(port), { shouldDirty: true, shouldValidate: true });
  return (
    <p className={styles['warning']}>
      <TriangleAlert size={16} aria-hidden />
      <span>
        {t('editor.twoPorts', { door: doorPort, port: sshPort })}{' '}
        <Button onClick={take}>{t('editor.onePort', { port: sshPort })}</Button>
      </span>
    </p>
  );
}

function KeyField({ client }: { readonly client: string }) {
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
    <TextField
      label={t('editor.identityFile')}
      {...((client === 'putty' || client === 'kitty') && { hint: t('launching.keyHintPutty') })}
      {...(client === 'ssh' && { hint: t('editor.identityFileHint') })}
      mono
      {...useProfileField('identityFile')}
      after={
        <Button onClick={() => void browse()}>
          <FolderOpen size={16} aria-hidden />
          {t('editor.browse')}
        </Button>
      }
    />
  );
}

function SessionField() {
  const { t } = useTranslation();
  return <TextField label={t('launching.session')} hint={t('launching.sessionHint')} {...useProfileField('session')} />;
}

function TerminalProfileField() {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('launching.terminalProfile')}
      hint={t('launching.terminalProfileHint')}
      {...useProfileField('terminalProfile')}
    />
  );
}
