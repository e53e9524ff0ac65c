import { systemClock } from './clock.ts';
import { FamilyNotes } from './family-notes.ts';
import { Gate } from './gate.ts';
import { ServerMemory } from './memory.ts';
import { makePrivateFolder, runtimeFolderHere } from './private-folder.ts';
import { ownIdentity } from './process-identity.ts';
import { lookupAll } from './resolve.ts';
import { Room } from './room.ts';
import { sourceTowards } from './route.ts';
import type { RunnerDeps } from './runner.ts';
import { ServerLocks } from './server-locks.ts';
import { appSlots, slotsThenTurns } from './slots.ts';
import { bothTurns } from './turns.ts';
import { HELD_SOCKETS } from './volley.ts';

/**
 * The engine's parts for this process, in step with the person's other Toctoc programs. Where there is no private folder
 * to meet in, it is in step with itself only.
 */
export function createEngine(): RunnerDeps {
  const clock = systemClock;
  const userId = process.getuid?.() ?? null;
  const folder = runtimeFolderHere();
  const alone = !makePrivateFolder(folder, userId);
  const locks = alone ? null : new ServerLocks(folder, ownIdentity(), clock);
  const turns = locks === null ? new Gate() : bothTurns(new Gate(), locks);
  const gate = slotsThenTurns(appSlots(), turns);
  const families = alone ? null : new FamilyNotes(folder, process.pid, clock);
  const memory = new ServerMemory(clock, locks, families);
  return { clock, lookup: lookupAll, gate, memory, sockets: new Room(HELD_SOCKETS), sourceTowards };
}
