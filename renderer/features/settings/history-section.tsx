import { useTranslation } from 'react-i18next';
import { HISTORY_LENGTHS } from '../../../shared/model/history.ts';
import { SelectField } from '../../ui/field.tsx';
import { Section } from './section.tsx';
import { useSettings } from './use-settings.ts';

/** How much of what was done is remembered. */
export function HistorySection() {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  const choose = (value: string) => {
    const historyLength = HISTORY_LENGTHS.find((length) => String(length) === value);
    if (historyLength !== undefined) change({ historyLength });
  };
  return (
    <Section title={t('history.title')}>
      <SelectField
        label={t('history.kept')}
        hint={t('history.lengthHint')}
        value={String(settings.historyLength)}
        onChange={({ target }) => choose(target.value)}
        options={HISTORY_LENGTHS.map((count) => ({
          value: String(count),
          label: count === 0 ? t('history.lengthNone') : t('history.length', { count }),
        }))}
      />
    </Section>
  );
}
