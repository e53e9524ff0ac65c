import { FileInput, ListRestart, Save, TriangleAlert, X } from 'lucide-react';
import { type ChangeEvent, useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { formatOneTimeList, parseOneTimeList } from '../../../shared/formats/one-time-list.ts';
import { countLines, generateList, isFewLines, type OneTime } from '../../../shared/model/one-time.ts';
import type { Problem } from '../../../shared/result.ts';
import { problemSentence } from '../../i18n.ts';
import { randomWords } from '../../random-words.ts';
import { useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { aboutPage } from '../help/help-for.ts';
import { HelpLink } from '../help/help-link.tsx';
import { type FormValues, readNumber } from './form.ts';
import styles from './profile-editor.module.css';

const NEW_LINES = 50;
const KNOCKS = 4;

/** A list of sequences that the server takes once each: made here, or read from the server's file. */
export function OneTimeFields() {
  const { t } = useTranslation();
  const { control, setValue, getValues } = useFormContext<FormValues>();
  const oneTime = useWatch({ control, name: 'oneTime' });
  const file = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  function set(list: OneTime | null): void {
    setProblems([]);
    setValue('oneTime', list, { shouldDirty: true });
    if (list !== null) setValue('serverKind', 'knockd', { shouldDirty: true });
  }

  async function read(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const chosen = event.target.files?.[0];
    // The same file may be chosen again, once it was mended.
    event.target.value = '';
    if (chosen === undefined) return;
    const list = parseOneTimeList(await chosen.text());
    if (list.ok) set(list.value);
    else setProblems(list.problems.slice(0, 3));
  }

  if (oneTime !== null) return <List list={oneTime} onChange={set} />;
  return (
    <div className={styles['subject']} {...aboutPage('one-time')}>
      <div className={styles['subjectTitle']}>{t('oneTime.label')}</div>
      <p className={styles['note']}>
        {t('oneTime.hint')} <HelpLink page="one-time" />
      </p>
      <div className={styles['buttons']}>
        <Button onClick={() => set(generateList(NEW_LINES, KNOCKS, randomWords, doorOf(getValues())))}>
          <ListRestart size={16} aria-hidden />
          {t('oneTime.generate')}
        </Button>
        <Button onClick={() => file.current?.click()}>
          <FileInput size={16} aria-hidden />
          {t('oneTime.import')}
        </Button>
        <input ref={file} type="file" hidden aria-label={t('oneTime.import')} onChange={(event) => void read(event)} />
      </div>
      {problems.length > 0 && (
        <div role="alert" className={styles['problem']}>
          {problems.map((problem) => (
            <p key={JSON.stringify(problem)}>{problemSentence(problem)}</p>
          ))}
        </div>
      )}
    </div>
  );
}

function doorOf({ doorPort }: FormValues): readonly number[] {
  const port = readNumber(doorPort);
  return Number.isInteger(port) ? [port] : [];
}

interface ListProps {
  readonly list: OneTime;
  readonly onChange: (list: OneTime | null) => void;
}

function List({ list, onChange }: ListProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const { control, formState } = useFormContext<FormValues>();
  const [check, family] = useWatch({ control, name: ['check', 'family'] });
  const count = countLines(list);
  const [typed, setTyped] = useState<string | null>(null);
  const position = typed === null ? list.position : readNumber(typed) - 1;
  const wrong = !Number.isInteger(position) || position < 0 || position > count.total;

  function move(text: string): void {
    setTyped(text);
    const next = readNumber(text) - 1;
    if (Number.isInteger(next) && next >= 0 && next <= count.total) onChange({ ...list, position: next });
  }

  async function save(): Promise<void> {
    const saved = await bridge.invoke('dialogs:save-text', {
      name: 'knockd-toctoc.list',
      text: formatOneTimeList(list),
    });
    if (!saved.ok) tell.failure(saved.problems);
    else if (saved.value !== null) tell.done(t('oneTime.saved', { path: saved.value }));
  }

  return (
    <div className={styles['subject']} {...aboutPage('one-time')}>
      <div className={styles['subjectTitle']}>{t('oneTime.label')}</div>
      <p>
        {t('oneTime.left', count)} <HelpLink page="one-time" />
      </p>
      {formState.dirtyFields.oneTime !== undefined && <p className={styles['note']}>{t('oneTime.generated')}</p>}
      {isFewLines(count) && <Warning text={t('oneTime.few')} />}
      {family === 'ipv6' && <Warning text={t('oneTime.ipv6')} />}
      {!check && <Warning text={t('oneTime.check')} />}
      <TextField
        label={t('oneTime.next')}
        hint={t('oneTime.nextHint', { total: count.total })}
        errors={wrong ? [problemSentence({ code: 'one-time-position' })] : []}
        inputMode="numeric"
        mono
        value={typed ?? String(list.position + 1)}
        onChange={(event) => move(event.target.value)}
        onBlur={() => !wrong && setTyped(null)}
      />
      <div className={styles['buttons']}>
        <Button onClick={() => void save()}>
          <Save size={16} aria-hidden />
          {t('oneTime.saveForServer')}
        </Button>
        <Button look="quiet" onClick={() => onChange(null)}>
          <X size={16} aria-hidden />
          {t('oneTime.remove')}
        </Button>
      </div>
    </div>
  );
}

function Warning({ text }: { readonly text: string }) {
  return (
    <p className={styles['warning']}>
      <TriangleAlert size={16} aria-hidden />
      <span>{text}</span>
    </p>
  );
}
