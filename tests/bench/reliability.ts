import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunEvent, RunRequest } from '../../electron/knock/request.ts';
import { runOpen } from '../../electron/knock/runner.ts';
import { type Background, start } from '../lab/support/command.ts';
import { ACCEPT, door, OPTIONS, REMOVE } from '../lab/support/doors.ts';
import { freshEngine, sequence, stockRequest } from '../lab/support/knocking.ts';
import { type Lab, SERVER } from '../lab/support/lab.ts';
import { quantile, wrongCount } from './support/stats.ts';
import type { Row } from './support/table.ts';

const CASES = [
  { knocks: 3, lossPercent: 1, opened: 0.999, target: '≥ 99.9 %, p99 ≤ 1.6 s, closed 0' },
  { knocks: 10, lossPercent: 1, opened: 0.999, target: '≥ 99.9 %, p99 ≤ 2.8 s, closed 0' },
  { knocks: 3, lossPercent: 5, opened: 0.999, target: '≥ 99.9 %, p99 ≤ 3 s' },
  { knocks: 10, lossPercent: 5, opened: 0.995, target: '≥ 99.5 %, p99 ≤ 9 s' },
] as const;
/** Each has a knockd of its own: in one, a client that finishes can drop another's progress. */
const LANES = 20;
/** Clients of the rough path that no earlier run has used: nothing that a run left on the server meets another. */
let clients = 0;

interface Run {
  readonly opened: boolean;
  readonly ms: number;
  readonly attempts: number;
}

/** How many runs of the policy open the door on a path with 50 ms each way, 20 ms jitter and loss, and how fast. */
export async function reliability(lab: Lab, runs: number): Promise<readonly Row[]> {
  await lab.stopKnockd();
  const rows: Row[] = [];
  for (const { knocks, lossPercent, opened, target } of CASES) {
    await lab.firewall('drop');
    await lab.path(50, 20, lossPercent);
    const lanes = await Promise.all(Array.from({ length: LANES }, (_, lane) => openLane(lab, lane, knocks)));
    const results: Run[] = [];
    let begun = 0;
    const work = async ({ request }: Lane) => {
      while (begun++ < runs) results.push(await runOnce(lab, request));
    };
    await Promise.all(lanes.map(work));
    const closed = lanes.reduce((sum, { knockd }) => sum + knockd.log().split('closeSSH: OPEN SESAME').length - 1, 0);
    await Promise.all(lanes.map(({ knockd }) => knockd.stop()));
    const wrong = wrongCount(results.filter((one) => !one.opened).length, runs, opened, lossPercent === 1 ? closed : 0);
    const what = `${knocks} knocks, jitter 20 ms, loss ${lossPercent} %`;
    rows.push({ what, ...told(results, closed), target, ...(wrong !== null && { wrong }) });
  }
  await lab.path(0, 0, 0);
  return rows;
}

interface Lane {
  readonly knockd: Background;
  readonly request: RunRequest;
}

/** Debian's stock pair with ports of its own: so many knocks open, the reverse closes. */
async function openLane(lab: Lab, lane: number, knocks: number): Promise<Lane> {
  const ports = Array.from({ length: knocks }, (_, index) => 7000 + 100 * lane + index);
  const reverse = ports.toReversed();
  const pair = { seq_timeout: '5', tcpflags: 'syn' };
  const opening = door('openSSH', { sequence: ports.join(','), ...pair, command: waiting(ACCEPT.command) });
  const closing = door('closeSSH', { sequence: reverse.join(','), ...pair, command: waiting(REMOVE.command) });
  const file = join(lab.folder, `knockd-${lane}.conf`);
  writeFileSync(file, OPTIONS + opening + closing);
  const command = lab.on('server', 'knockd', '-i', 's1', '-c', file, '-v', '-D');
  const knockd = await start(join(lab.folder, `knockd-${lane}.log`), 'listening on', ...command);
  const steps = { steps: sequence(ports.join(' ')), otherSteps: sequence(reverse.join(' ')) };
  return { knockd, request: stockRequest({ ...steps, host: SERVER.rough4 }) };
}

/** Twenty knockds change one table: each has to wait for its turn. */
function waiting(command: string): string {
  return command.replace('iptables', 'iptables -w');
}

async function runOnce(lab: Lab, lane: RunRequest): Promise<Run> {
  const client = clients++;
  const source = `10.99.${Math.floor(client / 250)}.${1 + (client % 250)}`;
  let attempts = 0;
  const count = (event: RunEvent) => {
    if (event.type === 'attempt') attempts = event.attempt;
  };
  // A fresh engine: the app right after its start, which does not know the path yet.
  const { outcome } = await runOpen({ ...lane, source }, freshEngine(), new AbortController().signal, count);
  const opened = outcome.result === 'open';
  // The table would grow, and iptables slow down, with every run. A door that was opened twice has two rules.
  const rule = ['INPUT', '-s', source, '-p', 'tcp', '--dport', '22', '-j', 'ACCEPT'];
  for (let i = 0; i < attempts; i++)
    if ((await lab.server('iptables', '-w', '-D', ...rule).catch(() => null)) === null) break;
  return { opened, ms: opened ? outcome.ms : Number.POSITIVE_INFINITY, attempts };
}

/** The cells of a row. */
function told(results: readonly Run[], closed: number): Pick<Row, 'ours' | 'peer' | 'ratio'> {
  const times = results.filter(({ opened }) => opened).map(({ ms }) => ms / 1000);
  const first = results.filter(({ opened, attempts }) => opened && attempts === 1).length;
  const percent = (n: number) => `${((100 * n) / results.length).toFixed(1)} %`;
  const speed = `p50 ${quantile(times, 0.5).toFixed(2)} s, p99 ${quantile(times, 0.99).toFixed(2)} s`;
  return {
    ours: `${times.length} of ${results.length} opened, ${speed}, closed by accident ${closed}`,
    peer: `first attempt alone: ${percent(first)}`,
    ratio: '',
  };
}
