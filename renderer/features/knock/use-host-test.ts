import { useEffect, useState } from 'react';
import type { HostTest } from '../../../shared/model/host-test.ts';
import { useBridge } from '../../state/store-context.tsx';
import { useTell } from '../../ui/toasts.tsx';

type State =
  | { readonly state: 'none' }
  | { readonly state: 'going' }
  | { readonly state: 'done'; readonly test: HostTest };

/** A test of the host, and how to begin and end it. */
export interface HostTesting {
  readonly current: State;
  readonly begin: () => Promise<void>;
  readonly cancel: () => void;
}

const NONE: State = { state: 'none' };

/** The test of a profile's host. A run that begins ends it: whoever knocks does not want to wait, nor to read of before. */
export function useHostTest(profileId: string, runGoing: boolean): HostTesting {
  const bridge = useBridge();
  const tell = useTell();
  const [current, setCurrent] = useState<State>(NONE);

  useEffect(() => {
    if (runGoing) setCurrent(NONE);
    return () => void bridge.invoke('host:test-cancel', profileId);
  }, [bridge, profileId, runGoing]);

  async function begin(): Promise<void> {
    setCurrent({ state: 'going' });
    const answer = await bridge.invoke('host:test', profileId);
    if (!answer.ok) {
      setCurrent(NONE);
      return tell.failure(answer.problems);
    }
    const test = answer.value;
    setCurrent((now) => (now.state !== 'going' || test.result === 'cancelled' ? NONE : { state: 'done', test }));
  }

  return { current, begin, cancel: () => void bridge.invoke('host:test-cancel', profileId) };
}
