import { type Lab, SERVER } from '../lab/support/lab.ts';
import { interleave } from './support/rounds.ts';
import { Shell } from './support/shell.ts';
import { duel, type Row } from './support/table.ts';
import { volley } from './support/volley.ts';
import { Wire } from './support/wire.ts';

const ROUNDS = 100;
const STEPS = '7000 8000:udp 9000 7001:udp 8001 9001:udp 7002 8002:udp 9002 7003:udp';
const COUNT = STEPS.split(' ').length;

/** Ten knocks without a gap: how long it takes to send them, and how close together they reach the server. */
export async function knocks(lab: Lab): Promise<readonly Row[]> {
  await lab.stopKnockd();
  const shell = new Shell();
  const wire = await Wire.tap(lab);
  const spans = { ours: [] as number[], knock: [] as number[] };
  const measured = (name: keyof typeof spans, send: () => Promise<number>) => async () => {
    const ms = await send();
    const packets = await wire.take(COUNT);
    const [first, last] = [packets[0], packets.at(-1)];
    if (packets.length === COUNT && first && last) spans[name].push(last.at - first.at);
    return ms;
  };
  const durations = await interleave(ROUNDS, {
    ours: measured('ours', () => volley(STEPS, 0)),
    knock: measured('knock', () => shell.time(`knock -d 0 ${SERVER.clean4} ${STEPS}`)),
  });
  await Promise.all([shell.close(), wire.close()]);
  const peerName = '`knock -d 0`';
  return [
    { ours: durations.ours, peer: durations.knock, what: '10 mixed knocks, gap 0: duration', target: '≤ 0.7' },
    { ours: spans.ours, peer: spans.knock, what: '10 mixed knocks, gap 0: first to last on the wire', target: '≤ 1' },
  ].map((row) => duel({ ...row, peerName }));
}
