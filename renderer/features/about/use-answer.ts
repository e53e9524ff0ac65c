import { useEffect, useState } from 'react';
import type { Bridge } from '../../../shared/ipc.ts';
import type { Result } from '../../../shared/result.ts';
import { useBridge } from '../../state/store-context.tsx';
import { useTell } from '../../ui/toasts.tsx';

/**
 * What main answers, asked once; `null` until it is there. A failure is told.
 *
 * @param ask always the same function: another one asks again
 */
export function useAnswer<T>(ask: (bridge: Bridge) => Promise<Result<T>>): T | null {
  const bridge = useBridge();
  const tell = useTell();
  const [answer, setAnswer] = useState<T | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: how a failure is told is no reason to ask again.
  useEffect(() => {
    let wanted = true;
    void ask(bridge).then((given) => {
      if (!wanted) return;
      if (given.ok) setAnswer(given.value);
      else tell.failure(given.problems);
    });
    return () => {
      wanted = false;
    };
  }, [bridge, ask]);
  return answer;
}
