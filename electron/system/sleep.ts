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

/**
 * Calls `before` when the computer goes to sleep and `after` when it is back; answers with how to end that.
 *
 * Who closes the lid again before the network has come back goes to sleep once more: then nothing begins in between, and
 * what each sleep interrupted is taken up after the last one.
 */
export function aroundSleep<T>({ before, after }: AroundSleep<T>): () => void {
  const kept: T[] = [];
  let asleep = false;
  const suspend = () => {
    asleep = true;
    kept.push(before());
  };
  const resume = async () => {
    asleep = false;
    for (let waited = 0; !hasAddress() && waited < NETWORK_MS; waited += LOOK_MS) await wait(LOOK_MS);
    if (asleep) return;
    for (const one of kept.splice(0)) after(one);
  };
  powerMonitor.on('suspend', suspend);
  powerMonitor.on('resume', resume);
  return () => {
    kept.length = 0;
    powerMonitor.off('suspend', suspend);
    powerMonitor.off('resume', resume);
  };
}

function hasAddress(): boolean {
  return Object.values(networkInterfaces()).some((infos) => infos?.some(({ internal }) => !internal));
}
