import type { Result } from '../shared/result.ts';
import { bridge } from './bridge.ts';
import { createSnapshotStore } from './state/snapshot-store.ts';

/** Main’s state, as every part of the page sees it. */
export const store = createSnapshotStore(bridge);

let answer: Result<null> | null = null;

/**
 * Asks main for its state. A page's first script does, and only then runs the one that draws: V8 keeps for the next start
 * what it has compiled by the time a script has run, so that one has to draw while it runs, without waiting for anything.
 */
export async function askForState(): Promise<void> {
  answer = await store.start();
}

/** How the asking went. */
export function stateAnswer(): Result<null> {
  if (answer === null) throw new Error('main was not asked for its state');
  return answer;
}
