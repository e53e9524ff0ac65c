import { useTranslation } from 'react-i18next';
import { NOTIFICATIONS } from '../../../shared/model/settings.ts';
import { problemSentence } from '../../i18n.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { chosen } from '../../ui/chosen.ts';
import { SelectField } from '../../ui/field.tsx';
import { ShortcutField } from '../../ui/shortcut-field.tsx';
import { SwitchField } from '../../ui/switch-field.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { Section } from './section.tsx';
import { useSettings } from './use-settings.ts';

/** Tray, start at login, notifications and the quick pick's shortcut. The switches show what the system really does. */
export function DesktopSection() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const { settings, change } = useSettings();
  const { autostart, shortcutProblem } = useAppState((state) => state.desktop);

  async function changeAutostart(on: boolean): Promise<void> {
    const changed = await bridge.invoke('autostart:change', { on });
    if (!changed.ok) tell.failure(changed.problems);
  }

  return (
    <Section title={t('desktop.section.title')} help="tray">
      <SwitchField
        label={t('desktop.section.autostart')}
        hint={autostart.problem === null ? t('desktop.section.autostartHint') : problemSentence(autostart.problem)}
        checked={autostart.on}
        onChange={(on) => void changeAutostart(on)}
      />
      <SwitchField
        label={t('desktop.section.closeToTray')}
        hint={t('desktop.section.closeToTrayHint')}
        checked={settings.closeToTray !== false}
        onChange={(closeToTray) => change({ closeToTray })}
      />
      <SelectField
        label={t('desktop.section.notifications')}
        hint={t('desktop.section.notificationsHint')}
        value={settings.notifications}
        onChange={({ target }) => change({ notifications: chosen(NOTIFICATIONS, target.value) })}
        options={NOTIFICATIONS.map((value) => ({ value, label: t(`desktop.section.notificationChoices.${value}`) }))}
      />
      <ShortcutField
        label={t('desktop.section.shortcut')}
        hint={t('desktop.section.shortcutHint')}
        problem={shortcutProblem === null ? null : problemSentence(shortcutProblem)}
        value={settings.quickPickShortcut}
        onChange={(quickPickShortcut) => change({ quickPickShortcut })}
      />
    </Section>
  );
}
