import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { countLines } from '../../../shared/model/one-time.ts';
import { TextField } from '../../ui/field.tsx';
import { HelpLink } from '../help/help-link.tsx';
import type { FormValues } from './form.ts';
import styles from './profile-editor.module.css';
import { SequenceField } from './sequence-field.tsx';
import { TimeBar } from './time-bar.tsx';
import { useProfileField } from './use-profile-field.ts';

/** What every profile needs: name, host, sequence, door; and the tags it is found by. */
export function MainFields({ isNew }: { readonly isNew: boolean }) {
  const { t } = useTranslation();
  const { control } = useFormContext<FormValues>();
  const oneTime = useWatch({ control, name: 'oneTime' });
  return (
    <div className={styles['grid']}>
      <TextField label={t('editor.name')} {...useProfileField('name')} />
      <div className={styles['wideNarrow']}>
        <TextField label={t('editor.host')} hint={t('editor.hostHint')} mono {...useProfileField('host')} />
        <TextField
          label={t('editor.doorPort')}
          hint={t('editor.doorPortHint')}
          inputMode="numeric"
          mono
          {...useProfileField('doorPort')}
        />
      </div>
      <div className={styles['sequenceGap']}>
        {oneTime === null ? (
          <SequenceField
            name="sequence"
            label={t('editor.sequence')}
            hint={t('editor.sequenceHint')}
            shownAtFirst={isNew}
          />
        ) : (
          <TextField
            label={t('editor.sequence')}
            hint={t('oneTime.left', countLines(oneTime))}
            value={t('oneTime.inSequence')}
            readOnly
          />
        )}
        <TextField
          label={t('editor.gap')}
          hint={t('editor.gapHint')}
          inputMode="numeric"
          mono
          {...useProfileField('gapMs')}
        />
      </div>
      <TimeBar />
      <HelpLink page="sequence" />
      <TextField label={t('editor.tags')} hint={t('editor.tagsHint')} {...useProfileField('tags')} />
    </div>
  );
}
