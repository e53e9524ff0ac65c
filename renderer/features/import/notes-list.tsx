import { useTranslation } from 'react-i18next';
import { WHOLE_FILE } from '../../../shared/formats/candidate.ts';
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

/** Where it stands: a line, of a file where there are several; of a file that was not read there is no line. */
function Place({ note: { file, line } }: { readonly note: ImportNote }) {
  const { t } = useTranslation();
  const words = file === '' ? t('importing.line', { line }) : t('importing.fileLine', { file, line });
  return <span className={styles['line']}>{line === WHOLE_FILE ? file : words}</span>;
}

interface NotesProps {
  readonly kind: ImportNote['kind'];
  readonly title: string;
  readonly notes: readonly ImportNote[];
}

function Notes({ kind, title, notes }: NotesProps) {
  return (
    <section className={styles['notes']} data-kind={kind}>
      <h3>{title}</h3>
      <ul>
        {notes.slice(0, MOST).map((note, at) => (
          // Two notes of one line may be the same.
          <li key={`${note.line}-${at.toString()}`}>
            <Place note={note} />
            <span>{problemSentence(note.problem)}</span>
          </li>
        ))}
      </ul>
      {notes.length > MOST && <p>…</p>}
    </section>
  );
}
