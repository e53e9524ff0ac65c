// The engine's side of the benchmark "many": COUNT servers, PORTS each, in one process; into FILE, as JSON, how
// long it took once it ran (ms) and the process's peak memory (bytes).
import { writeFileSync } from 'node:fs';
import { Gate } from '../../electron/knock/gate.ts';
import { runOpen } from '../../electron/knock/runner.ts';
import { appSlots, slotsThenTurns } from '../../electron/knock/slots.ts';
import { freshEngine, sequence, stockRequest } from '../lab/support/knocking.ts';
import { manyServers } from './support/many-servers.ts';

const CONCURRENCY = 32;

const [, , count, ports = '', file = ''] = process.argv;
const { door, ...stock } = stockRequest({ steps: sequence(ports), gapMs: 0, settleMs: 0 });
// As with saved profiles, each sequence is read once and not for each run.
const request = { ...stock, door: { ...door, check: false } };
const engine = { ...freshEngine(), gate: slotsThenTurns(appSlots(), new Gate()) };
const left = manyServers(Number(count)).values();

async function work(): Promise<void> {
  for (const host of left) {
    await runOpen({ ...request, host }, engine, new AbortController().signal, () => {});
  }
}

const started = performance.now();
// No `await` of the module's own: it is built as CommonJS.
Promise.all(Array.from({ length: CONCURRENCY }, work)).then(() => {
  const ms = performance.now() - started;
  writeFileSync(file, JSON.stringify({ ms, peakBytes: process.resourceUsage().maxRSS * 1024 }));
  process.exit();
});
