import { join } from 'node:path';
import { setUpE2e } from '../support/e2e-setting.ts';
import { buildHello, settledMemory, timeToWindow } from './support/apps.ts';
import { quantile } from './support/stats.ts';
import { type Row, series } from './support/table.ts';

const STARTS = 15;
const MEMORY_STARTS = 5;

/** The window beside one of a hello-world React app, in turn: until it can be used, and what it takes. */
export async function window(): Promise<readonly Row[]> {
  const setting = await setUpE2e(console.error);
  Object.assign(process.env, setting.env);
  const { Desk, needed } = await import('../e2e/support/app.ts');
  const desk = new Desk();
  try {
    const hello = { app: await buildHello(desk.folder), data: join(desk.folder, 'hello-data') };
    const toctoc = { app: needed('TOCTOC_APP_DIR'), data: join(desk.folder, 'toctoc-data') };
    const times = await inTurn(
      STARTS,
      () => timeToWindow(toctoc),
      () => timeToWindow(hello),
    );
    const memory = await inTurn(
      MEMORY_STARTS,
      () => settledMemory(toctoc),
      () => settledMemory(hello),
    );
    return [
      row('spawn to a window that can be used', times, 'ms', '≤ 1.2'),
      row('memory of the app with its window open (PSS of all its processes)', memory, 'MB', '≤ 1.25'),
    ];
  } finally {
    await desk.remove();
    await setting.stop();
  }
}

interface Both {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

/** One of ours, one of theirs, so that whatever else goes on hits both. The first of each only warms the disk. */
async function inTurn(count: number, ours: () => Promise<number>, theirs: () => Promise<number>): Promise<Both> {
  const taken: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let at = 0; at <= count; at++) {
    const [one, other] = [await ours(), await theirs()];
    if (at === 0) continue;
    taken.ours.push(one);
    taken.theirs.push(other);
  }
  return taken;
}

function row(what: string, { ours, theirs }: Both, unit: string, target: string): Row {
  return {
    what,
    ours: series(ours, unit, 0),
    peer: `a hello-world React window in Electron: ${series(theirs, unit, 0)}`,
    ratio: (quantile(ours, 0.5) / quantile(theirs, 0.5)).toFixed(2),
    target,
  };
}
