import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import type { Mark } from '../../../shared/model/timeline.ts';
import { formatExactClock, formatWhen } from '../../i18n.ts';
import { useBridge } from '../../state/store-context.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { outcomeLine } from '../knock/outcome-line.ts';
import { outcomeStanding } from '../knock/standing.ts';
import { StandingIcon } from '../knock/standing-icon.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { story } from '../timeline/words.ts';
import styles from './history.module.css';
import { runText } from './run-text.ts';

interface PastRunProps {
  readonly entry: HistoryEntry;
  /** Whether to say which profile it was. */
  readonly named: boolean;
}

/** A run that is over, in a line; opened, with its picture. */
export function PastRun({ entry, named }: PastRunProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const [marks, setMarks] = useState<readonly Mark[] | null>(null);

  async function read(): Promise<void> {
    const answer = await bridge.invoke('history:marks', entry.id);
    if (answer.ok) setMarks(answer.value);
    else tell.failure(answer.problems);
  }

  return (
    <li className={styles['run']}>
      <Collapsible.Root onOpenChange={(open) => open && marks === null && void read()}>
        <Collapsible.Trigger className={styles['line']}>
          <StandingIcon standing={outcomeStanding(entry.outcome)} />
          <span className={styles['what']}>
            {named && <span className={styles['name']}>{entry.name}</span>}
            {named && ' · '}
            <span className={styles['words']} data-standing={outcomeStanding(entry.outcome)}>
              {outcomeLine(t, entry.outcome, () => t('list.notOpen'))}
            </span>
          </span>
          <time dateTime={new Date(entry.startedAt).toISOString()} className={styles['when']}>
            {formatWhen(entry.startedAt)}
          </time>
          <ChevronRight size={16} aria-hidden />
        </Collapsible.Trigger>
        <Collapsible.Panel className={styles['panel']}>
          <p className={styles['facts']}>
            {`${formatExactClock(entry.startedAt)} · ${t(`history.actions.${entry.action}`)}`}
            {entry.address !== null && ` · ${entry.address}`}
            {entry.attempts > 1 && ` · ${t('history.attempts', { count: entry.attempts })}`}
          </p>
          {marks !== null && (
            <>
              <Timeline marks={marks} live={false} story={story(t, marks, entry.outcome)} />
              <div className={styles['copy']}>
                <CopyButton
                  label={t('serverSetup.copy')}
                  of={formatExactClock(entry.startedAt)}
                  text={() => runText(t, entry, marks)}
                />
              </div>
            </>
          )}
        </Collapsible.Panel>
      </Collapsible.Root>
    </li>
  );
}
