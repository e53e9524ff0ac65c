import { type Lab, SERVER } from '../lab/support/lab.ts';
import { interleave } from './support/rounds.ts';
import { Shell } from './support/shell.ts';
import { duel, type Row } from './support/table.ts';

const ROUNDS = 40;
const KNOCK = `${SERVER.clean4} 7000 8000 9000`;

/** The command line as a process: what its start costs over an empty Node, and beside `knock`. */
export async function processes(lab: Lab): Promise<readonly Row[]> {
  await lab.stopKnockd();
  const shell = new Shell();
  const node = process.execPath;
  const { ours, empty, knock } = await interleave(ROUNDS, {
    ours: () => shell.time(`${node} out/main/toctoc.js knock ${KNOCK} -d 0`),
    empty: () => shell.time(`${node} -e 0`),
    knock: () => shell.time(`knock -d 0 ${KNOCK}`),
  });
  await shell.close();
  const what = '`toctoc knock`, 3 knocks, as a process';
  return [
    duel({ what, ours, peer: empty, peerName: '`node -e 0`', target: '≤ 1.6', digits: 1 }),
    duel({ what: `${what}, beside knock(1)`, ours, peer: knock, peerName: '`knock -d 0`', target: '', digits: 1 }),
  ];
}
