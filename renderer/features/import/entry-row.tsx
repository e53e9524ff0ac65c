import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportEntry } from '../../../shared/model/importing.ts';
import { useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useTell } from '../../ui/toasts.tsx';
import styles from './import-page.module.css';
import { isUsable } from './use-preview.ts';

interface EntryRowProps {
  readonly previewId: string;
  readonly entry: ImportEntry;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

interface Revealed {
  readonly sequence: string;
  readonly closeSequence: string;
}

/** One server of the preview. Its ports stay hidden until somebody asks for them. */
export function EntryRow({ previewId, entry, chosen, onToggle }: EntryRowProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const { name, host, user, doorPort, knocks, file, line } = entry;

  async function reveal(): Promise<void> {
    if (revealed !== null) return setRevealed(null);
    const answer = await bridge.invoke('import:reveal', { id: previewId, key: entry.key });
    if (answer.ok) setRevealed(answer.value);
    else tell.failure(answer.problems);
  }

  const place = host === '' ? t('importing.entry.noHost') : `${user === '' ? '' : `${user}@`}${host}`;
  const facts = [
    place,
    t('importing.entry.door', { port: doorPort }),
    ...(knocks > 0 ? [t('knocks', { count: knocks })] : []),
    file === '' ? t('importing.entry.line', { line }) : t('importing.entry.fileLine', { file, line }),
  ];
  return (
    <li className={styles['entry']}>
      <label className={styles['entryLabel']}>
        <input type="checkbox" checked={chosen} disabled={!isUsable(entry)} onChange={onToggle} />
        <span className={styles['entryTexts']}>
          <span className={styles['name']}>{name}</span>
          <span className={styles['facts']}>{facts.join(' · ')}</span>
          <Fate entry={entry} />
        </span>
      </label>
      {knocks > 0 && (
        <Button
          look="icon"
          aria-label={t(revealed === null ? 'importing.entry.showOf' : 'importing.entry.hideOf', { name })}
          title={t(revealed === null ? 'importing.entry.show' : 'importing.entry.hide')}
          onClick={() => void reveal()}
        >
          {revealed === null ? <Eye size={16} aria-hidden /> : <EyeOff size={16} aria-hidden />}
        </Button>
      )}
      {revealed !== null && (
        <p className={styles['revealed']}>
          {revealed.sequence}
          {revealed.closeSequence !== '' && ` — ${t('importing.entry.closes', { sequence: revealed.closeSequence })}`}
        </p>
      )}
    </li>
  );
}

const FIELDS = [
  ...(['family', 'sequence', 'closeSequence', 'gapMs', 'holdMs', 'seqTimeoutS', 'serverKind'] as const),
  ...(['keepOpenMinutes', 'tags', 'user', 'port', 'identityFile', 'jumpHost', 'client', 'session', 'notes'] as const),
] as const;

/** What would happen to it. */
function Fate({ entry }: { readonly entry: ImportEntry }) {
  const { t } = useTranslation();
  const { fate, missing, existing, changes } = entry;
  const [lacks] = missing;
  const state = lacks === undefined ? fate : 'missing';
  const named = changes.map((path) => FIELDS.find((field) => field === path.replace(/^.*\./, '')) ?? 'other');
  const fields = [...new Set(named)].map((field) => t(`importing.fields.${field}`)).join(', ');
  return (
    <span className={styles['fate']} data-fate={state}>
      {lacks !== undefined
        ? t(`importing.missing.${lacks}`)
        : fate === 'change'
          ? t('importing.fate.change', { name: existing ?? '', fields })
          : t(`importing.fate.${fate}`)}
    </span>
  );
}
