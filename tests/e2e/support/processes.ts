import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long something that was told to end may take (ms). */
const END_LIMIT = 60_000;

/** The ids of the processes that have all of these words. Their networks may be the sandbox's: only /proc knows them. */
export function processesWith(...words: readonly string[]): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    const line = /^\d+$/.test(pid) ? commandLine(pid) : '';
    return words.every((word) => line.includes(word));
  });
}

/** Waits until there is no such process any more: who removes their folder before that finds it in use. */
export async function untilNone(look: () => readonly string[]): Promise<void> {
  for (const until = Date.now() + END_LIMIT; Date.now() < until && look().length > 0; ) await sleep(50);
}

/** Whether it runs; one that has ended and that nobody has asked for yet has no words any more. */
export const isRunning = (pid: number | string): boolean => commandLine(String(pid)) !== '';

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
