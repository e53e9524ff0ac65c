import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExportFormat, MIN_PASSPHRASE } from '../../../shared/model/importing.ts';
import { PRACTICE_ID, type ProfileSummary } from '../../../shared/model/profile.ts';
import { problemSentence } from '../../i18n.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
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
  /** What is missing is said once somebody wanted to go on without it. */
  const [tried, setTried] = useState(false);
  const passphraseField = useRef<HTMLInputElement>(null);
  const repeatField = useRef<HTMLInputElement>(null);
  const short = passphrase.length < MIN_PASSPHRASE;
  const differ = (again !== '' || (tried && !short)) && again !== passphrase;

  async function save(): Promise<void> {
    if (saving) return;
    setSaid(null);
    setTried(true);
    if (format === 'sealed' && (short || again !== passphrase))
      return (short ? passphraseField : repeatField).current?.focus();
    setSaving(true);
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
                <PassphraseField
                  ref={passphraseField}
                  label={t('exporting.passphrase')}
                  hint={t('exporting.passphraseHint')}
                  errors={tried && short ? [t('exporting.passphraseHint')] : []}
                  value={passphrase}
                  onChange={({ target }) => setPassphrase(target.value)}
                />
                <PassphraseField
                  ref={repeatField}
                  label={t('exporting.repeat')}
                  value={again}
                  errors={differ ? [t('exporting.differ')] : []}
                  onChange={({ target }) => setAgain(target.value)}
                />
              </>
            )}
            {(format === 'json' || format === 'knock') && <p className={styles['warning']}>{t('exporting.warning')}</p>}
            <div>
              <Button type="submit" look="primary" aria-disabled={saving}>
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
