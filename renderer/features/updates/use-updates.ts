import type { Channel } from '../../../shared/ipc.ts';
import { useBridge } from '../../state/store-context.tsx';
import { useTell } from '../../ui/toasts.tsx';

/** What can be asked for about new versions; what main refuses is said in a toast. */
export function useUpdates() {
  const bridge = useBridge();
  const tell = useTell();
  const ask = (channel: Extract<Channel, `updates:${string}`>) => async () => {
    const answer = await bridge.invoke(channel);
    if (!answer.ok) tell.failure(answer.problems);
  };
  const [check, download, install, openPage] = [
    ask('updates:check'),
    ask('updates:download'),
    ask('updates:install'),
    ask('updates:page'),
  ];
  return {
    check: () => void check(),
    download: () => void download(),
    install: () => void install(),
    openPage: () => void openPage(),
  };
}
