import { useTranslation } from 'react-i18next';
import { DESKTOP_TERMINAL } from '../../../shared/model/launch.ts';
import { useAppState } from '../../state/store-context.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Section } from './section.tsx';
import { useSettings } from './use-settings.ts';

/** What profiles that leave the choice to the app open. */
export function LaunchSection() {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  const launchers = useAppState((state) => state.launchers);
  const terminals = launchers?.filter(({ client }) => client === 'ssh') ?? [];
  const { defaultTerminal: chosen } = settings;
  const listed = chosen === 'auto' || terminals.some(({ id }) => id === chosen);
  // Only who has looked can say that it is gone.
  const unlisted = launchers === null ? chosen : t('settings.launch.terminalMissing', { id: chosen });
  return (
    <Section title={t('settings.launch.title')} help="ssh">
      <SelectField
        label={t('settings.launch.terminal')}
        hint={t('settings.launch.terminalHint')}
        value={chosen}
        onChange={({ target }) => change({ defaultTerminal: target.value })}
        options={[
          { value: 'auto', label: t('settings.launch.terminalAuto') },
          ...(listed ? [] : [{ value: chosen, label: unlisted }]),
          ...terminals.map(({ id, name }) => ({
            value: id,
            label: id === DESKTOP_TERMINAL ? t('settings.launch.terminalDesktop') : name,
          })),
        ]}
      />
    </Section>
  );
}
