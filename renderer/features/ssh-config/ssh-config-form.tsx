import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import type { SshConfigPlan } from '../../../shared/model/ssh-config.ts';
import type { Problem, Result } from '../../../shared/result.ts';
import { problemSentence } from '../../i18n.ts';
import { useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { HelpLink } from '../help/help-link.tsx';
import { usePlan } from './use-plan.ts';
import styles from './use-with-ssh.module.css';

interface SshConfigFormProps {
  readonly profile: ProfileSummary;
  readonly onClose: () => void;
}

/** The name, what would be written where, and the button that writes it. Nothing is written before it is shown. */
export function SshConfigForm({ profile, onClose }: SshConfigFormProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const [typed, setTyped] = useState<string | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const { plan, problem } = usePlan(profile.id, typed);
  const alias = typed ?? plan?.alias ?? '';

  async function after(answer: Promise<Result<null>>): Promise<void> {
    const { ok, ...rest } = await answer;
    if (ok) onClose();
    else if ('problems' in rest) setFailure(rest.problems[0]);
  }

  function add(event: FormEvent): void {
    event.preventDefault();
    // By React it would reach forms around the dialogue too.
    event.stopPropagation();
    if (plan === null || problem !== null) return;
    void after(bridge.invoke('ssh-config:add', { profileId: profile.id, alias: plan.alias }));
  }

  // Without a plan there is no field to write the problem under.
  const shown = failure ?? (plan === null ? problem : null);
  return (
    <form className={styles['form']} noValidate autoComplete="off" onSubmit={add}>
      {shown !== null && (
        <p role="alert" className={styles['failure']}>
          {problemSentence(shown)}
        </p>
      )}
      {plan !== null && (
        <>
          <TextField
            label={t('launching.withSsh.alias')}
            hint={t('launching.withSsh.aliasHint', { command: `ssh ${alias}` })}
            errors={problem === null ? [] : [problemSentence(problem)]}
            mono
            value={alias}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Preview plan={plan} />
        </>
      )}
      <HelpLink page="ssh" onGo={onClose} />
      <div className={styles['actions']}>
        {plan?.added === true && (
          <Button onClick={() => void after(bridge.invoke('ssh-config:remove', profile.id))}>
            {t('launching.withSsh.remove')}
          </Button>
        )}
        <Button onClick={onClose}>{t('launching.withSsh.close')}</Button>
        {plan !== null && (
          <Button look="primary" type="submit" aria-disabled={problem !== null}>
            {plan.added ? t('launching.withSsh.update') : t('launching.withSsh.add')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** What is written, word for word, and where. */
function Preview({ plan }: { readonly plan: SshConfigPlan }) {
  const { t } = useTranslation();
  return (
    <>
      {plan.added && <p className={styles['text']}>{t('launching.withSsh.isAdded')}</p>}
      <p className={styles['label']}>{t('launching.withSsh.block', { file: plan.ownFile })}</p>
      <pre className={styles['code']}>{plan.block}</pre>
      {plan.include === null ? (
        <p className={styles['label']}>{t('launching.withSsh.included', { file: plan.configFile })}</p>
      ) : (
        <>
          <p className={styles['label']}>{t('launching.withSsh.include', { file: plan.configFile })}</p>
          <pre className={styles['code']}>{plan.include}</pre>
        </>
      )}
    </>
  );
}
