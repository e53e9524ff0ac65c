import { useTranslation } from 'react-i18next';
import type { ImportNote } from '../../../shared/model/importing.ts';
import { problemSentence } from '../../i18n.ts';
import styles from './import-page.module.css';

/** Notes that are drawn; a file of rubbish has one for every line. */
const MOST = 200;

/** What could not be read, and what is good to know, each with its line. */
export function NotesList({ notes }: { readonly notes: readonly ImportNote[] }) {
  const { t } = useTranslation();
  const problems = notes.filter(({ kind }) => kind === 'problem');
  const remarks = notes.filter(({ kind }) => kind === 'remark');
  return (
    <>
      {problems.length > 0 && (
        <Notes kind="problem" title={t('importing.problems', { count: problems.length })} notes={problems} />
      )}
      {remarks.length > 0 && (
        <Notes kind="remark" title={t('importing.remarks', { count: remarks.length })} notes={remarks} />
      )}
    </>
  );
}

interface NotesProps {
  readonly kind: ImportNote['kind'];
  readonly title: string;
  readonly notes: readonly ImportNote[];
}

function Notes({ kind, title, notes }: NotesProps) {
  const { t } = useTranslation();
  return (
    <section className={styles['notes']} data-kind={kind}>
      <h3>{title}</h3>
      <ul>
        {notes.slice(0, MOST).map((note, at) => (
          // Two notes of one line may be the same.
          <li key={`${note.line}-${at.toString()}`}>
            <span className={styles['line']}>{t('importing.line', { line: note.line })}</span>
            <span>{problemSentence(note.problem)}</span>
          </li>
        ))}
      </ul>
      {notes.length > MOST && <p>…</p>}
    </section>
  );
}
