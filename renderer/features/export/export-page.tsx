import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExportFormat, MIN_PASSPHRASE } from '../../../shared/model/importing.ts';
import { PRACTICE_ID, type ProfileSummary } from '../../../shared/model/profile.ts';
import { problemSentence } from '../../i18n.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import styles from './export-page.module.css';

const FORMATS: readonly ExportFormat[] = ['sealed', 'json', 'knock', 'ssh'];

interface ExportPageProps {
  readonly selected: readonly ProfileSummary[];
}

/** Taking servers out: which, as what, and where to. */
export function ExportPage({ selected }: ExportPageProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const all = useAppState((state) => state.profiles).filter(({ id }) => id !== PRACTICE_ID).length;
  const chosen = selected.filter(({ id }) => id !== PRACTICE_ID);
  const [onlySelected, setOnlySelected] = useState(chosen.length > 1);
  const [format, setFormat] = useState<ExportFormat>('sealed');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly text: string } | null>(null);
  const [saving, setSaving] = useState(false);
  const differ = format === 'sealed' && again !== '' && again !== passphrase;
  const ready = format !== 'sealed' || (passphrase.length >= MIN_PASSPHRASE && again === passphrase);

  async function save(): Promise<void> {
    setSaving(true);
    setSaid(null);
    const profileIds = onlySelected ? chosen.map(({ id }) => id) : null;
    const answer = await bridge.invoke('export:save', { profileIds, format, passphrase });
    setSaving(false);
    if (!answer.ok) setSaid({ ok: false, text: answer.problems.map(problemSentence).join(' ') });
    else if (answer.value !== null) setSaid({ ok: true, text: t('exporting.saved', { file: answer.value }) });
  }

  return (
    <Page title={t('exporting.title')} narrow>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className={styles['soft']}>{all === 0 ? t('exporting.empty') : t('exporting.intro')}</p>
        {all > 0 && (
          <>
            {chosen.length > 0 && (
              <SelectField
                label={t('exporting.which')}
                value={onlySelected ? 'selected' : 'all'}
                onChange={({ target }) => setOnlySelected(target.value === 'selected')}
                options={[
                  { value: 'all', label: t('exporting.all', { count: all }) },
                  { value: 'selected', label: t('exporting.selected', { count: chosen.length }) },
                ]}
              />
            )}
            <SelectField
              label={t('exporting.as')}
              hint={t(`exporting.hints.${format}`)}
              value={format}
              onChange={({ target }) => setFormat(FORMATS.find((one) => one === target.value) ?? 'sealed')}
              options={FORMATS.map((one) => ({ value: one, label: t(`exporting.formats.${one}`) }))}
            />
            {format === 'sealed' && (
              <>
                <TextField
                  label={t('exporting.passphrase')}
                  hint={t('exporting.passphraseHint')}
                  masked
                  value={passphrase}
                  onChange={({ target }) => setPassphrase(target.value)}
                />
                <TextField
                  label={t('exporting.repeat')}
                  masked
                  value={again}
                  errors={differ ? [t('exporting.differ')] : []}
                  onChange={({ target }) => setAgain(target.value)}
                />
              </>
            )}
            {(format === 'json' || format === 'knock') && <p className={styles['warning']}>{t('exporting.warning')}</p>}
            <div>
              <Button type="submit" look="primary" disabled={saving || !ready}>
                {t('exporting.save')}
              </Button>
            </div>
            <p role="status" className={styles['said']} data-ok={said?.ok}>
              {said?.text}
            </p>
          </>
        )}
      </form>
    </Page>
  );
}
