import { readFileSync } from 'node:fs';

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

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) };
}

/** Whether that very process is still running. */
export function isAlive({ pid, started }: ProcessIdentity): boolean {
  try {
    // Signal 0 asks without sending anything; EPERM means that it lives and is not ours.
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return started === null || startOf(pid) === started;
}
