import { type Lab, SERVER } from '../lab/support/lab.ts';
import { interleave } from './support/rounds.ts';
import { Shell } from './support/shell.ts';
import { differences, quantile } from './support/stats.ts';
import { type Row, series } from './support/table.ts';
import { volley } from './support/volley.ts';
import { Wire } from './support/wire.ts';

const ASKED_MS = [5, 20, 50, 100];
const ROUNDS = 10;
const PORTS = Array.from({ length: 11 }, (_, index) => 7000 + index).join(' ');
const COUNT = PORTS.split(' ').length;

/** The gaps between knocks as they leave, set against the gap that was asked for. */
export async function gaps(lab: Lab): Promise<readonly Row[]> {
  await lab.stopKnockd();
  const shell = new Shell();
  const wire = await Wire.tap(lab);
  const rows: Row[] = [];
  for (const asked of ASKED_MS) {
    const errors = { ours: [] as number[], knock: [] as number[] };
    const measured = (name: keyof typeof errors, send: () => Promise<number>) => async () => {
      const ms = await send();
      const packets = await wire.take(COUNT);
      if (packets.length === COUNT)
        errors[name].push(...differences(packets.map(({ at }) => at)).map((gap) => gap - asked));
      return ms;
    };
    await interleave(ROUNDS, {
      ours: measured('ours', () => volley(PORTS, asked)),
      knock: measured('knock', () => shell.time(`knock -d ${asked} ${SERVER.clean4} ${PORTS}`)),
    });
    rows.push({
      what: `gap of ${asked} ms: error on the wire`,
      ours: series(errors.ours, 'ms', 3),
      peer: `\`knock -d ${asked}\`: ${series(errors.knock, 'ms', 3)}`,
      ratio: `p95 ${(quantile(errors.ours, 0.95) / quantile(errors.knock, 0.95)).toFixed(2)}`,
      target: 'median ± 0.1, p5 ≥ −0.5, p95 ratio ≤ 1',
    });
  }
  await Promise.all([shell.close(), wire.close()]);
  return rows;
}
