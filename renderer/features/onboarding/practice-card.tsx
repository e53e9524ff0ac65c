import { DoorClosed, DoorOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PracticeState, PracticeVerdict } from '../../../shared/model/app-state.ts';
import { assertNever } from '../../../shared/result.ts';
import { formatSeconds } from '../../i18n.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { useCountdown } from '../knock/use-countdown.ts';
import styles from './practice-card.module.css';

interface PracticeCardProps {
  readonly profileId: string;
  /** It is knocked wrong, by this run. */
  readonly onTried: (runId: string) => void;
}

/** Before the first knock starts it: shown as well, so that nothing moves away under the hand that knocks. */
const UNHEARD: PracticeState = { doorOpen: false, shutsAtMs: null, verdict: null };

/** What the practice server is for, and what it hears: the server's side, which one never sees in earnest. */
export function PracticeCard({ profileId, onTried }: PracticeCardProps) {
  const { t } = useTranslation();
  const knockWrong = useKnockWrong(profileId, onTried);
  const practice = useAppState((state) => state.practice);
  const alone = useAppState((state) => state.profiles.length === 1);
  return (
    <section className={styles['card']}>
      <h3>{alone ? t('welcome.title') : t('practice.title')}</h3>
      <p>{alone ? t('welcome.text') : t('practice.text')}</p>
      <div className={styles['actions']}>
        <Button onClick={() => void knockWrong()}>{t('welcome.wrong')}</Button>
      </div>
      <ServerSide practice={practice ?? UNHEARD} />
    </section>
  );
}

/** Knocks with the first two knocks changed about: the door stays shut, and the server's side says why. */
function useKnockWrong(profileId: string, onTried: (runId: string) => void): () => Promise<void> {
  const bridge = useBridge();
  const tell = useTell();
  return async () => {
    const read = await bridge.invoke('profiles:read', profileId);
    if (!read.ok) return tell.failure(read.problems);
    const { id: _id, doorSeenAt: _seen, ...draft } = read.value;
    const [first, second, ...rest] = draft.sequence;
    const sequence = first === undefined || second === undefined ? draft.sequence : [second, first, ...rest];
    const answer = await bridge.invoke('runs:try', { draft: { ...draft, sequence } });
    if (answer.ok) onTried(answer.value);
    else tell.failure(answer.problems);
  };
}

function ServerSide({ practice }: { readonly practice: PracticeState }) {
  const { t } = useTranslation();
  const Icon = practice.doorOpen ? DoorOpen : DoorClosed;
  return (
    <div className={styles['server']} data-open={practice.doorOpen || undefined}>
      <Icon size={20} aria-hidden />
      <p>
        <strong>{practice.doorOpen ? t('practice.open') : t('practice.shut')}</strong>
        {practice.shutsAtMs !== null && <ShutsIn atMs={practice.shutsAtMs} />}
        <span className={styles['verdict']}>
          {practice.verdict === null ? t('practice.silence') : <Verdict verdict={practice.verdict} />}
        </span>
      </p>
    </div>
  );
}

function ShutsIn({ atMs }: { readonly atMs: number }) {
  const { t } = useTranslation();
  const seconds = useCountdown(atMs);
  return (
    <span className={styles['countdown']}> {t('practice.shutsIn', { duration: formatSeconds(seconds * 1000) })}</span>
  );
}

function Verdict({ verdict }: { readonly verdict: PracticeVerdict }) {
  const { t } = useTranslation();
  switch (verdict.kind) {
    case 'step':
      return t('practice.step', { stage: verdict.stage, count: verdict.of });
    case 'opened':
      return t('practice.opened');
    case 'closed':
      return t('practice.closed');
    case 'shut':
      return t('practice.shutItself');
    case 'repeated':
      return t('practice.repeated');
    case 'out-of-order':
      return t('practice.outOfOrder');
    case 'timed-out':
      return t('practice.timedOut');
    default:
      return assertNever(verdict);
  }
}
