import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { systemHoldMs } from '../../../shared/model/defaults.ts';
import { HoldSchema } from '../../../shared/model/profile.ts';
import { GapSchema } from '../../../shared/model/sequence.ts';
import { RETRIES } from '../../../shared/model/settings.ts';
import { useAppState } from '../../state/store-context.tsx';
import { SelectField } from '../../ui/field.tsx';
import { NumberSetting } from './number-setting.tsx';
import { Section } from './section.tsx';
import { useSettings } from './use-settings.ts';

const HoldOrNone = v.nullable(HoldSchema);

/** What a new profile begins with, and how often a run tries again. */
export function KnockSection() {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  const platform = useAppState((state) => state.platform);
  const choose = (value: string) => {
    const retries = RETRIES.find((count) => String(count) === value) ?? null;
    change({ retries });
  };
  return (
    <Section title={t('settings.knocking.title')} help="sequence">
      <NumberSetting
        label={t('settings.knocking.gap')}
        hint={t('settings.knocking.gapHint')}
        value={settings.gapMs}
        schema={GapSchema}
        onChange={(gapMs) => gapMs !== null && change({ gapMs })}
      />
      <NumberSetting
        label={t('settings.knocking.hold')}
        hint={t('settings.knocking.holdHint', { ms: systemHoldMs(platform) })}
        value={settings.holdMs}
        schema={HoldOrNone}
        onChange={(holdMs) => change({ holdMs })}
      />
      <SelectField
        label={t('settings.knocking.retries')}
        hint={t('settings.knocking.retriesHint')}
        value={String(settings.retries)}
        onChange={({ target }) => choose(target.value)}
        options={[
          { value: 'null', label: t('settings.knocking.retriesAuto') },
          ...RETRIES.map((count) => ({
            value: String(count),
            label: count === 0 ? t('settings.knocking.retriesNone') : t('settings.knocking.retriesCount', { count }),
          })),
        ]}
      />
    </Section>
  );
}
