import { tmpdir } from 'node:os';
import { systemClock } from './clock.ts';
import { Gate } from './gate.ts';
import { ServerMemory } from './memory.ts';
import { ensurePrivateFolder, runtimeFolder } from './private-folder.ts';
import { ownIdentity } from './process-identity.ts';
import { lookupAll } from './resolve.ts';
import type { RunnerDeps } from './runner.ts';
import { ServerLocks } from './server-locks.ts';
import { bothTurns } from './turns.ts';

/**
 * The engine's parts for this process, in step with the person's other Toctoc programs. Where there is no private folder
 * to meet in, it is in step with itself only.
 */
export function createEngine(): RunnerDeps {
  const clock = systemClock;
  const userId = process.getuid?.() ?? null;
  const { platform, env: environment } = process;
  const folder = runtimeFolder({ platform, environment, temporaryFolder: tmpdir(), userId });
  if (!ensurePrivateFolder(folder, userId)) {
    return { clock, lookup: lookupAll, gate: new Gate(), memory: new ServerMemory(clock) };
  }
  const locks = new ServerLocks(folder, ownIdentity(), clock);
  const notes = {
    unfinishedUntil: (address: string) => locks.unfinishedUntil(address),
    noteUnfinished: (address: string, untilMs: number) => locks.noteUnfinished(address, untilMs),
  };
  return { clock, lookup: lookupAll, gate: bothTurns(new Gate(), locks), memory: new ServerMemory(clock, notes) };
}
