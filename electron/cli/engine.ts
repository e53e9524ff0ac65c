import { systemClock } from '../knock/clock.ts';
import { Gate } from '../knock/gate.ts';
import { ServerMemory } from '../knock/memory.ts';
import { lookupAll } from '../knock/resolve.ts';
import type { RunnerDeps } from '../knock/runner.ts';

/** The engine's parts for one command. */
export function createEngine(): RunnerDeps {
  return { clock: systemClock, lookup: lookupAll, gate: new Gate(), memory: new ServerMemory(systemClock) };
}
