import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../shared/model/settings.ts';
import { ACCENTS, THEMES } from '../../../shared/model/theme.ts';
import { languages } from '../../../shared/text/languages.ts';
import { useAppState } from '../../state/store-context.tsx';
import { chosen } from '../../ui/chosen.ts';
import { SelectField } from '../../ui/field.tsx';
import { Section } from './section.tsx';
import { useSettings } from './use-settings.ts';

/** Language, theme and accent colour. Languages are called what they call themselves. */
export function LookSection() {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  const accent = useAppState((state) => state.accent);
  return (
    <Section title={t('settings.look.title')}>
      <SelectField
        label={t('settings.look.language')}
        value={settings.language}
        onChange={({ target }) => change({ language: chosen(LANGUAGES, target.value) })}
        options={LANGUAGES.map((value) => ({
          value,
          label: value === 'system' ? t('settings.look.languageSystem') : languages[value].name,
        }))}
      />
      <SelectField
        label={t('settings.look.theme')}
        value={settings.theme}
        onChange={({ target }) => change({ theme: chosen(THEMES, target.value) })}
        options={THEMES.map((value) => ({ value, label: t(`settings.look.themes.${value}`) }))}
      />
      <SelectField
        label={t('settings.look.accent')}
        value={settings.accent}
        onChange={({ target }) => change({ accent: chosen(ACCENTS, target.value) })}
        options={ACCENTS.map((value) => ({ value, label: t(`settings.look.accents.${value}`) }))}
        {...(accent === null && settings.accent === 'system' && { hint: t('settings.look.accentHint') })}
      />
    </Section>
  );
}
