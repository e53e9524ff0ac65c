import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/model/importing.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { EntryRow } from './entry-row.tsx';
import styles from './import-page.module.css';
import { ImportProgress } from './import-progress.tsx';
import { NotesList } from './notes-list.tsx';
import type { ImportActions } from './use-import.ts';
import { usePreview } from './use-preview.ts';

/** Rows that are drawn at first, and again with every "more": thousands would keep the page busy. */
const PAGE = 200;

interface ImportPreviewPanelProps {
  readonly preview: ImportPreview;
  readonly actions: ImportActions;
}

/** What importing would do, server by server; what could not be read, line by line. Nothing is saved yet. */
export function ImportPreviewPanel({ preview, actions }: ImportPreviewPanelProps) {
  const { t } = useTranslation();
  const { shown, typed, setTyped, keys, allChosen, isChosen, toggle, toggleAll } = usePreview(preview);
  const [most, setMost] = useState(PAGE);
  const source = useRef<HTMLParagraphElement>(null);
  // What was pressed to come here is gone: from here on it goes, with the keyboard too.
  useEffect(() => source.current?.focus({ preventScroll: true }), []);
  // What the file left out decides which fields are asked for; what is typed does not take them away again.
  const noHost = preview.entries.filter(({ host }) => host === '').length;
  const noKnocks = preview.entries.filter(({ fate, knocks }) => fate === 'add' && knocks === 0).length;
  const { entries } = shown;

  return (
    <form
      className={styles['preview']}
      onSubmit={(event) => {
        event.preventDefault();
        actions.apply(keys, typed);
      }}
    >
      <p className={styles['source']} ref={source} tabIndex={-1}>
        <strong>{preview.source === '' ? t('importing.pasted') : preview.source}</strong>
        <span className={styles['soft']}>
          {[
            ...(preview.format === null ? [] : [t(`importing.formats.${preview.format}`)]),
            t('importing.servers', { count: entries.length }),
          ].join(' · ')}
        </span>
      </p>
      {noHost > 0 && (
        <TextField
          label={t('importing.host')}
          hint={t('importing.hostHint', { count: noHost })}
          value={typed.host}
          onChange={({ target }) => setTyped({ ...typed, host: target.value })}
        />
      )}
      {noKnocks > 0 && (
        <TextField
          label={t('importing.sequence')}
          hint={t('importing.sequenceHint', { count: noKnocks })}
          mono
          placeholder="7000 8000:udp 9000"
          value={typed.sequence}
          onChange={({ target }) => setTyped({ ...typed, sequence: target.value })}
        />
      )}
      {entries.length === 0 ? (
        <p>{t('importing.nothing')}</p>
      ) : (
        <div className={styles['card']} data-tight>
          <label className={styles['all']}>
            <input type="checkbox" checked={allChosen} disabled={keys.length === 0 && allChosen} onChange={toggleAll} />
            {t('importing.all')}
          </label>
          <ul className={styles['entries']}>
            {entries.slice(0, most).map((entry) => (
              <EntryRow
                key={entry.key}
                previewId={preview.id}
                entry={entry}
                chosen={isChosen(entry)}
                onToggle={() => toggle(entry.key)}
              />
            ))}
          </ul>
          {entries.length > most && (
            <Button look="quiet" onClick={() => setMost(most + PAGE)}>
              {t('importing.more', { count: Math.min(PAGE, entries.length - most) })}
            </Button>
          )}
        </div>
      )}
      <NotesList notes={shown.notes} />
      <div className={styles['bar']}>
        <ImportProgress actions={actions} />
        <Button type="submit" look="primary" disabled={actions.busy !== null || keys.length === 0}>
          {t('importing.apply', { count: keys.length })}
        </Button>
        <Button look="quiet" disabled={actions.busy !== null} onClick={actions.again}>
          {t('importing.another')}
        </Button>
      </div>
    </form>
  );
}
