import { run } from '../../lab/support/command.ts';
import type { Lab } from '../../lab/support/lab.ts';

/**
 * Sets the rough path, and ends the relay that the lab was made with: that one belongs to another process, where
 * `lab.path` does not know it, and two relays would deliver every frame twice.
 */
export async function setPath(lab: Lab, delayMs: number, jitterMs: number, lossPercent: number): Promise<void> {
  const [, , , namespace = ''] = lab.on('middle');
  const relays = (await run('ip', 'netns', 'pids', namespace)).split('\n').filter((pid) => pid !== '');
  for (const pid of relays) await run('kill', pid);
  await lab.path(delayMs, jitterMs, lossPercent);
}
