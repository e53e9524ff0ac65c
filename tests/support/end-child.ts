import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** After how long a program is no longer asked, but ended (ms). */
const PATIENCE = 10_000;

/** Ends a program; resolves when it has ended. One that never began, or has ended by itself, is left alone. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  const insist = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await ended;
  clearTimeout(insist);
}
