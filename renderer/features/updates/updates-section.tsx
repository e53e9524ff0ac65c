import { useTranslation } from 'react-i18next';
import { UPDATE_CHANNELS } from '../../../shared/model/settings.ts';
import { type InstallKind, isSelfUpdating } from '../../../shared/model/updates.ts';
import { assertNever } from '../../../shared/result.ts';
import { problemSentence } from '../../i18n.ts';
import { useAppState } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { chosen } from '../../ui/chosen.ts';
import { SelectField } from '../../ui/field.tsx';
import { Section } from '../settings/section.tsx';
import settingsStyles from '../settings/settings-page.module.css';
import { useSettings } from '../settings/use-settings.ts';
import { useUpdates } from './use-updates.ts';

const CHOICES = ['off', ...UPDATE_CHANNELS] as const;

/** Whether new versions are looked for, or who brings them to a copy that does not look itself. */
export function UpdatesSection() {
  const { t } = useTranslation();
  const kind = useAppState((state) => state.updates.kind);
  return (
    <Section title={t('updates.section.title')}>
      {isSelfUpdating(kind) ? <OwnUpdates /> : <OthersUpdates kind={kind} />}
    </Section>
  );
}

function OwnUpdates() {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  const updates = useUpdates();
  const status = useAppState((state) => state.updates.status);
  const allowed = settings.updates === 'stable' || settings.updates === 'beta';
  const said = useStatusText();
  return (
    <>
      <SelectField
        label={t('updates.section.choice')}
        hint={t('updates.section.hint')}
        value={allowed ? settings.updates : 'off'}
        onChange={({ target }) => change({ updates: chosen(CHOICES, target.value) })}
        options={CHOICES.map((value) => ({ value, label: t(`updates.section.choices.${value}`) }))}
      />
      {allowed && (
        <div className={settingsStyles['row']}>
          <p role="status" className={settingsStyles['grow']}>
            {said}
          </p>
          <Button onClick={updates.check} disabled={status.phase === 'checking'}>
            {t('updates.section.check')}
          </Button>
        </div>
      )}
    </>
  );
}

/** What became of the last check. A new version has its bar, above everything. */
function useStatusText(): string {
  const { t } = useTranslation();
  const status = useAppState((state) => state.updates.status);
  switch (status.phase) {
    case 'checking':
      return t('updates.section.checking');
    case 'current':
      return t('updates.section.current');
    case 'failed':
      return problemSentence(status.problem);
    case 'idle':
    case 'available':
    case 'downloading':
    case 'ready':
      return '';
    default:
      return assertNever(status);
  }
}

function OthersUpdates({ kind }: { readonly kind: InstallKind }) {
  const { t } = useTranslation();
  const updates = useUpdates();
  if (kind === 'source') return <p>{t('updates.section.source')}</p>;
  const byPackage = kind === 'deb' || kind === 'rpm';
  return (
    <div className={settingsStyles['row']}>
      <p className={settingsStyles['grow']}>{t(byPackage ? 'updates.section.byPackage' : 'updates.section.byHand')}</p>
      <Button onClick={updates.openPage}>{t('updates.section.page')}</Button>
    </div>
  );
}
