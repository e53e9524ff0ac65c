import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../ui/field.tsx';
import { SwitchField } from '../../ui/switch-field.tsx';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import type { FormValues } from './form.ts';
import { readChoice } from './launch-choice.ts';
import { OneTimeFields } from './one-time-fields.tsx';
import styles from './profile-editor.module.css';
import { SequenceField } from './sequence-field.tsx';
import { useProfileField } from './use-profile-field.ts';

interface AdvancedFieldsProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What most people never need. The fields' order is that of the form's schema. */
export function AdvancedFields({ open, onOpenChange }: AdvancedFieldsProps) {
  const { t } = useTranslation();
  const trigger = useRef<HTMLButtonElement>(null);

  function change(next: boolean): void {
    // Opened at the bottom of the window, the fields would appear below it, unseen.
    flushSync(() => onOpenChange(next));
    if (next) trigger.current?.scrollIntoView({ block: 'start' });
  }

  return (
    <Collapsible.Root open={open} onOpenChange={change}>
      <Collapsible.Trigger ref={trigger} className={styles['disclosure']}>
        <ChevronRight size={16} aria-hidden />
        {t('editor.advanced')}
      </Collapsible.Trigger>
      <Collapsible.Panel className={styles['grid']}>
        <ServerFields />
        <NetworkFields />
        <DoorFields />
        <SshExtraFields />
        <TextAreaField label={t('editor.notes')} hint={t('editor.notesHint')} {...useProfileField('notes')} />
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}

function ServerFields() {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        label={t('editor.serverKind')}
        hint={t('editor.serverKindHint')}
        options={[
          { value: 'other', label: t('editor.serverKindOther') },
          { value: 'knockd', label: t('editor.serverKindKnockd') },
        ]}
        {...useProfileField('serverKind')}
      />
      <div className={styles['halves']}>
        <TextField
          label={t('editor.seqTimeout')}
          hint={t('editor.seqTimeoutHint')}
          inputMode="numeric"
          mono
          {...useProfileField('seqTimeoutS')}
        />
        <TextField
          label={t('editor.hold')}
          hint={t('editor.holdHint')}
          inputMode="numeric"
          mono
          {...useProfileField('holdMs')}
        />
      </div>
    </>
  );
}

function NetworkFields() {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles['halves']}>
        <SelectField
          label={t('editor.family')}
          options={[
            { value: 'automatic', label: t('editor.familyAutomatic') },
            { value: 'ipv4', label: t('editor.familyIpv4') },
            { value: 'ipv6', label: t('editor.familyIpv6') },
          ]}
          {...useProfileField('family')}
        />
        <SelectField
          label={t('editor.connectMode')}
          hint={t('editor.connectModeHint')}
          options={[
            { value: 'syn', label: t('editor.connectModeSyn') },
            { value: 'full', label: t('editor.connectModeFull') },
          ]}
          {...useProfileField('connectMode')}
        />
      </div>
      <TextField label={t('editor.source')} hint={t('editor.sourceHint')} mono {...useProfileField('source')} />
    </>
  );
}

function DoorFields() {
  const { t } = useTranslation();
  const { control } = useFormContext<FormValues>();
  return (
    <>
      <Controller
        control={control}
        name="check"
        render={({ field }) => (
          <SwitchField
            label={t('editor.check')}
            hint={t('editor.checkHint')}
            checked={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <SequenceField
        name="closeSequence"
        label={t('editor.closeSequence')}
        hint={t('editor.closeSequenceHint')}
        shownAtFirst={false}
      />
      <OneTimeFields />
      <TextField
        label={t('editor.keepOpen')}
        hint={t('editor.keepOpenHint')}
        inputMode="numeric"
        mono
        {...useProfileField('keepOpenMinutes')}
      />
    </>
  );
}

/** For ssh only: the jump host and whatever else ssh should be told. */
function SshExtraFields() {
  const { t } = useTranslation();
  const { control } = useFormContext<FormValues>();
  const choice = readChoice(useWatch({ control, name: 'launch' }));
  const jumpHost = useProfileField('jumpHost');
  const options = useProfileField('options');
  if (choice.client !== 'ssh') return null;
  return (
    <>
      <TextField label={t('launching.jumpHost')} hint={t('launching.jumpHostHint')} mono {...jumpHost} />
      <TextField label={t('launching.options')} hint={t('launching.optionsHint')} mono {...options} />
    </>
  );
}
