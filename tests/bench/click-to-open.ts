import { runOpen } from '../../electron/knock/runner.ts';
import { STOCK } from '../lab/support/doors.ts';
import { freshEngine, stockRequest } from '../lab/support/knocking.ts';
import { type Lab, SERVER } from '../lab/support/lab.ts';
import { connectLoop } from './support/connect.ts';
import { interleave } from './support/rounds.ts';
import { Shell } from './support/shell.ts';
import { duel, type Row } from './support/table.ts';

const ROUNDS = 20;

/** From the click to the door seen open, behind Debian's stock doors; beside `knock` and a loop that tries to connect. */
export async function clickToOpen(lab: Lab): Promise<readonly Row[]> {
  const shell = new Shell();
  const warm = freshEngine();
  const open = async (engine: ReturnType<typeof freshEngine>) => {
    const { outcome } = await runOpen(stockRequest(), engine, new AbortController().signal, () => {});
    return outcome.result === 'open' && !outcome.alreadyOpen ? outcome.ms : null;
  };
  const shut = async () => {
    await lab.firewall('drop');
    await lab.knockd(STOCK);
    // The server was restarted behind the engine's back: what the last knock left there is gone.
    warm.memory.noteFinished(SERVER.clean4);
  };
  const times = await interleave(
    ROUNDS,
    {
      warm: () => open(warm),
      cold: () => open(freshEngine()),
      knock: async () => {
        const started = performance.now();
        await shell.time(`knock -d 50 ${SERVER.clean4} 7000 8000 9000`);
        return (await connectLoop(SERVER.clean4, 22, 50)) - started;
      },
    },
    shut,
  );
  await Promise.all([shell.close(), lab.stopKnockd()]);
  const peer = { peer: times.knock, peerName: '`knock -d 50`, then a connect every 50 ms', target: '', digits: 0 };
  return [
    duel({ ...peer, what: 'click to door seen open, server known', ours: times.warm }),
    duel({ ...peer, what: 'click to door seen open, first run', ours: times.cold }),
  ];
}
