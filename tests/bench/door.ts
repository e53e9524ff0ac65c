import { setTimeout as sleep } from 'node:timers/promises';
import { runOpen } from '../../electron/knock/runner.ts';
import { STOCK } from '../lab/support/doors.ts';
import { freshEngine, stockRequest } from '../lab/support/knocking.ts';
import { type Lab, SERVER } from '../lab/support/lab.ts';
import { connectOnce } from './support/connect.ts';
import { interleave } from './support/rounds.ts';
import { Shell } from './support/shell.ts';
import { duel, type Row } from './support/table.ts';

const ROUNDS = 25;
const PATHS = [
  { path: 'clean', host: SERVER.clean4, eachWayMs: 0, target: '≤ 50 ms' },
  { path: 'rough', host: SERVER.rough4, eachWayMs: 50, target: '≤ 160 ms' },
] as const;

/** From the last knock's departure to the door seen open, beside one connect that is left to the system. */
export async function door(lab: Lab): Promise<readonly Row[]> {
  const shell = new Shell();
  const rows: Row[] = [];
  for (const { path, host, eachWayMs, target } of PATHS) {
    await lab.path(eachWayMs, 0, 0);
    const reached: number[] = [];
    const { ours, knock } = await interleave(
      ROUNDS,
      {
        ours: async () => {
          const before = visitors(lab);
          const ms = await lastKnockToOpen(host);
          await sleep(2 * eachWayMs + 100);
          reached.push(visitors(lab) - before);
          return ms;
        },
        knock: async () => {
          await shell.time(`knock -d 0 ${host} 7000 8000 9000`);
          const left = performance.now();
          const at = await connectOnce(host, 22, 10_000);
          return at === null ? null : at - left;
        },
      },
      async () => {
        await lab.firewall('drop');
        await lab.knockd(STOCK, path);
      },
    );
    const what = `last knock to door seen open, round trip ${2 * eachWayMs} ms`;
    rows.push(duel({ what, ours, peer: knock, peerName: '`knock -d 0`, then one connect', target, digits: 1 }));
    rows.push({
      what: `most connections that reached sshd in such a run, round trip ${2 * eachWayMs} ms`,
      ours: String(Math.max(...reached)),
      peer: '',
      ratio: '',
      target: '≤ 2',
    });
  }
  await lab.path(0, 0, 0);
  await Promise.all([shell.close(), lab.stopKnockd()]);
  return rows;
}

/** How many connections sshd has seen. */
function visitors(lab: Lab): number {
  return lab.sshdLog().split('Connection from').length;
}

async function lastKnockToOpen(host: string): Promise<number | null> {
  let left = 0;
  const started = performance.now();
  const { outcome } = await runOpen(stockRequest({ host }), freshEngine(), new AbortController().signal, (event) => {
    if (event.type === 'sent') left = event.atMs;
  });
  return outcome.result === 'open' && !outcome.alreadyOpen ? started + outcome.ms - left : null;
}
