import { type Lab, SERVER } from '../lab/support/lab.ts';
import { interleave } from './support/rounds.ts';
import { Shell } from './support/shell.ts';
import { differences, quantile } from './support/stats.ts';
import { type Row, series } from './support/table.ts';
import { volley } from './support/volley.ts';
import { Wire } from './support/wire.ts';

export const ASKED_MS = [5, 20, 50, 100];
const ROUNDS = 10;
export const PORTS = Array.from({ length: 11 }, (_, index) => 7000 + index);

/** By how much each gap was off (ms), ours and knock's. */
interface Errors {
  readonly ours: number[];
  readonly knock: number[];
}

/** The gaps between knocks as they leave, set against the gap that was asked for. */
export async function gaps(lab: Lab): Promise<readonly Row[]> {
  await lab.stopKnockd();
  const shell = new Shell();
  const wire = await Wire.tap(lab);
  const ports = PORTS.join(' ');
  const rows: Row[] = [];
  for (const asked of ASKED_MS) {
    const errors: Errors = { ours: [], knock: [] };
    await interleave(ROUNDS, {
      ours: measuredGaps(wire, errors.ours, asked, () => volley(ports, asked)),
      knock: measuredGaps(wire, errors.knock, asked, () => shell.time(`knock -d ${asked} ${SERVER.clean4} ${ports}`)),
    });
    const what = `gap of ${asked} ms: error on the wire`;
    rows.push(gapRow(what, asked, errors, 'median ± 0.1, p5 ≥ −0.5, p95 ratio ≤ 1'));
  }
  await Promise.all([shell.close(), wire.close()]);
  return rows;
}

/** Sends the ports, and adds to `errors` by how much each of their gaps was off on the wire. */
export function measuredGaps(
  wire: Wire,
  errors: number[],
  asked: number,
  send: () => Promise<number>,
): () => Promise<number> {
  return async () => {
    const ms = await send();
    const packets = await wire.take(PORTS.length);
    if (packets.length === PORTS.length)
      errors.push(...differences(packets.map(({ at }) => at)).map((gap) => gap - asked));
    return ms;
  };
}

export function gapRow(what: string, asked: number, errors: Errors, target: string): Row {
  return {
    what,
    ours: series(errors.ours, 'ms', 3),
    peer: `\`knock -d ${asked}\`: ${series(errors.knock, 'ms', 3)}`,
    ratio: `p95 ${(quantile(errors.ours, 0.95) / quantile(errors.knock, 0.95)).toFixed(2)}`,
    target,
  };
}
