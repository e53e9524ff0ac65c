import { useEffect, useEffectEvent, useState } from 'react';
import type { Problem } from '../../../shared/result.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { defaultAction } from '../knock/use-runs.ts';
import { Choice } from './choice.tsx';
import { Following } from './following.tsx';
import styles from './quick-pick.module.css';

/** What was chosen, and what became of it. */
interface Chosen {
  readonly profileId: string;
  /** `null`: main has not answered yet. */
  readonly runId: string | null;
  readonly problem: Problem | null;
}

/** By then the window is off the screen (ms), and what was typed can go without being seen to. */
const GONE_MS = 150;

/** Type, Enter, and you are at the prompt. Put away, it forgets what was typed; the run goes on. */
export function QuickPick() {
  const bridge = useBridge();
  const profiles = useAppState((state) => state.profiles);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [visit, setVisit] = useState(0);
  const profile = profiles.find(({ id }) => id === chosen?.profileId);

  function begin(): void {
    setChosen(null);
    setVisit((visits) => visits + 1);
  }

  function leave(profileId: string | null): void {
    void bridge.invoke('quick-pick:done', { profileId });
    setTimeout(begin, GONE_MS);
  }

  async function choose(profileId: string, knockOnly: boolean): Promise<void> {
    const picked = profiles.find(({ id }) => id === profileId);
    if (picked === undefined) return;
    setChosen({ profileId, runId: null, problem: null });
    const action = knockOnly ? 'knock' : defaultAction(picked);
    const answer = await bridge.invoke('runs:start', { profileId, action });
    setChosen({
      profileId,
      runId: answer.ok ? answer.value : null,
      problem: answer.ok ? null : answer.problems[0],
    });
  }

  const onHidden = useEffectEvent(() => {
    if (document.visibilityState === 'hidden') begin();
  });
  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key === 'Escape') leave(null);
  });
  useEffect(() => {
    const hidden = () => onHidden();
    const key = (event: globalThis.KeyboardEvent) => onKey(event);
    document.addEventListener('visibilitychange', hidden);
    document.addEventListener('keydown', key);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      document.removeEventListener('keydown', key);
    };
  }, []);

  return (
    <main className={styles['frame']}>
      <h1 className="sr-only">Toctoc</h1>
      {chosen === null || profile === undefined ? (
        <Choice key={visit} profiles={profiles} onChoose={(id, knockOnly) => void choose(id, knockOnly)} />
      ) : (
        <Following profile={profile} runId={chosen.runId} problem={chosen.problem} onLeave={leave} />
      )}
    </main>
  );
}
