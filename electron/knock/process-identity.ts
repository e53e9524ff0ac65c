import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** A process that can be told from a later one with the same id. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in a unit of the system's own; `null` where the system does not say. */
  readonly started: string | null;
}

/**
 * When a process started: on Linux field 22 of /proc/PID/stat, clock ticks since boot (proc(5)). The name in field 2 may
 * hold spaces and parentheses, so fields are counted from the last `)`. Elsewhere `null`: the id has to do.
 */
export function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** This process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) };
}

/**
 * Whether that very process, which was running at `seenMs` (ms since 1970), still is.
 *
 * Where the system does not say when processes start, an id that is taken is believed, with two exceptions: what was
 * seen before the computer started has gone, and so has what we may not even ask about (EPERM): these processes are all
 * of one person, so the id was given out again to a stranger.
 */
export function isAlive({ pid, started }: ProcessIdentity, seenMs = Date.now()): boolean {
  if (started !== null) return startOf(pid) === started;
  if (seenMs < Date.now() - uptime() * 1000) return false;
  try {
    // Signal 0 asks without sending anything.
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
