import { networkInterfaces } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { powerMonitor } from 'electron';

/** After waking, the network gets this long (ms) to come back; then what was interrupted is tried anyway. */
const NETWORK_MS = 30_000;
const LOOK_MS = 250;

export interface AroundSleep<T> {
  readonly before: () => T;
  /** Called with what `before` answered, once the computer is awake and has an address. */
  readonly after: (kept: T) => void;
}

/** Calls `before` when the computer goes to sleep and `after` when it is back; answers with how to end that. */
export function aroundSleep<T>({ before, after }: AroundSleep<T>): () => void {
  let kept: { readonly value: T } | null = null;
  const suspend = () => {
    kept = { value: before() };
  };
  const resume = async () => {
    const woken = kept;
    kept = null;
    if (woken === null) return;
    for (let waited = 0; !hasAddress() && waited < NETWORK_MS; waited += LOOK_MS) await wait(LOOK_MS);
    after(woken.value);
  };
  powerMonitor.on('suspend', suspend);
  powerMonitor.on('resume', resume);
  return () => {
    powerMonitor.off('suspend', suspend);
    powerMonitor.off('resume', resume);
  };
}

function hasAddress(): boolean {
  return Object.values(networkInterfaces()).some((infos) => infos?.some(({ internal }) => !internal));
}
