import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import type { AskedAction, RunState } from '../../../shared/model/run.ts';
import { formatDuration } from '../../i18n.ts';
import { useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { firstRemedy, type RemedyKind } from './first-remedy.ts';
import styles from './run-panel.module.css';
import type { HostTesting } from './use-host-test.ts';

/** A gap (ms) over which knocks overtake each other on hardly any path. */
const SLOW_GAP_MS = 200;

interface RemedyProps {
  readonly testing: HostTesting;
  readonly onSetup: (() => void) | null;
  readonly profile: ProfileSummary;
  readonly run: RunState;
}

/**
 * The first thing to try after a run that failed, as one button. When a longer gap was what it took, it can be kept.
 */
export function Remedy({ profile, run, testing, onSetup }: RemedyProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const [slowRun, setSlowRun] = useState<string | null>(null);
  const outcome = run.phase.phase === 'done' ? run.phase.outcome : null;
  const gap = formatDuration(SLOW_GAP_MS);
  const wasSlow = slowRun === run.runId || profile.gapMs >= SLOW_GAP_MS;

  async function again(gapMs: number | null): Promise<void> {
    const action: AskedAction = run.action === 'refresh' ? 'knock' : run.action;
    const request = { profileId: profile.id, action, ...(gapMs !== null && { gapMs }) };
    const answer = await bridge.invoke('runs:start', request);
    if (!answer.ok) return tell.failure(answer.problems);
    setSlowRun(gapMs === null ? null : answer.value);
  }

  async function keep(gapMs: number): Promise<void> {
    const before = profile.gapMs;
    const { id, name } = profile;
    const answer = await bridge.invoke('profiles:change', { changes: [{ id, gapMs }] });
    if (!answer.ok) return tell.failure(answer.problems);
    tell.undoable(t('remedy.kept', { name, gap }), { label: t('undo'), run: () => void keepAgain(before) });
  }

  async function keepAgain(gapMs: number): Promise<void> {
    const answer = await bridge.invoke('profiles:change', { changes: [{ id: profile.id, gapMs }] });
    if (!answer.ok) tell.failure(answer.problems);
  }

  if (outcome?.result === 'open' && slowRun === run.runId && profile.gapMs < SLOW_GAP_MS)
    return (
      <p className={styles['remedy']}>
        {t('remedy.keepText', { gap })} <Button onClick={() => void keep(SLOW_GAP_MS)}>{t('remedy.keep')}</Button>
      </p>
    );
  const first = outcome === null ? null : firstRemedy(outcome, wasSlow);
  const kind = first === 'setup' && onSetup === null ? 'again' : first;
  // Once the host is being tested, what it says takes the button's place.
  if (kind === null || (kind === 'test' && testing.current.state !== 'none')) return null;
  const remedies: Readonly<Record<RemedyKind, { readonly label: string; readonly run: () => void }>> = {
    slower: { label: t('remedy.slower', { gap }), run: () => void again(SLOW_GAP_MS) },
    again: { label: run.action === 'close' ? t('remedy.closeAgain') : t('remedy.again'), run: () => void again(null) },
    test: { label: t('hostTest.begin'), run: () => void testing.begin() },
    setup: { label: t('serverSetup.action'), run: () => onSetup?.() },
  };
  const remedy = remedies[kind];
  return (
    <p className={styles['remedy']}>
      <Button onClick={remedy.run}>{remedy.label}</Button>
    </p>
  );
}
