import { useTranslation } from 'react-i18next';
import { FIREWALLS } from '../../../shared/formats/server-setup/answers.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { SwitchField } from '../../ui/switch-field.tsx';
import type { AnswerErrors, AnswerTexts } from './answer-texts.ts';
import styles from './setup.module.css';

interface AnswersProps {
  readonly texts: AnswerTexts;
  readonly errors: AnswerErrors;
  readonly onChange: (texts: AnswerTexts) => void;
}

type TextKey = { [K in keyof AnswerTexts]: AnswerTexts[K] extends boolean ? never : K }[keyof AnswerTexts];

/** The questions a sysadmin would ask. */
export function Answers({ texts, errors, onChange }: AnswersProps) {
  const { t } = useTranslation();
  const field = (key: TextKey) => {
    const error = errors[key];
    return {
      value: texts[key],
      errors: error === undefined ? [] : [error],
      onChange: (event: { readonly target: { readonly value: string } }) =>
        onChange({ ...texts, [key]: event.target.value }),
    };
  };
  return (
    <section aria-label={t('serverSetup.answers')} className={styles['answers']}>
      <SelectField
        label={t('serverSetup.firewall')}
        hint={t('serverSetup.firewallHint')}
        options={FIREWALLS.map((value) => ({ value, label: value }))}
        {...field('firewall')}
      />
      <TextField
        label={t('serverSetup.interface')}
        hint={t('serverSetup.interfaceHint')}
        mono
        {...field('interface')}
      />
      <TextField
        label={t('serverSetup.servicePort')}
        hint={t('serverSetup.servicePortHint')}
        inputMode="numeric"
        mono
        {...field('servicePort')}
      />
      <SelectField
        label={t('serverSetup.start')}
        options={[
          { value: 'debian', label: t('serverSetup.startDebian') },
          { value: 'systemd', label: t('serverSetup.startSystemd') },
        ]}
        {...field('start')}
      />
      <SelectField
        label={t('serverSetup.closing')}
        options={[
          { value: 'timed', label: t('serverSetup.closingTimed') },
          { value: 'sequence', label: t('serverSetup.closingSequence') },
        ]}
        {...field('closing')}
      />
      {texts.closing === 'timed' && (
        <TextField
          label={t('serverSetup.openSeconds')}
          hint={t('serverSetup.openSecondsHint')}
          inputMode="numeric"
          mono
          {...field('openSeconds')}
        />
      )}
      <SwitchField
        label={t('serverSetup.ipv6')}
        hint={t('serverSetup.ipv6Hint')}
        checked={texts.ipv6}
        onChange={(ipv6) => onChange({ ...texts, ipv6 })}
      />
    </section>
  );
}
