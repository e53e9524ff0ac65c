import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'vite';
import { projectRoot } from '../../build/runtime/project.ts';
import type { Lab } from '../lab/support/lab.ts';
import { manyServers } from './support/many-servers.ts';
import { interleave } from './support/rounds.ts';
import { Shell } from './support/shell.ts';
import { quantile, repeated } from './support/stats.ts';
import { duel, type Row } from './support/table.ts';
import { Wire } from './support/wire.ts';

const ROUNDS = 5;
const SERVERS = 1000;
/** By then (ms) the system would have sent a SYN again. */
const RETRANSMISSION_MS = 1500;
const PORTS = ['7000', '8000', '9000'];

/** A thousand servers, three knocks each: one process of ours beside 64 of `knock` at a time. */
export async function many(lab: Lab): Promise<readonly Row[]> {
  await lab.stopKnockd();
  const shell = new Shell();
  const wire = await Wire.tap(lab);
  const list = join(lab.folder, 'servers');
  writeFileSync(list, `${manyServers(SERVERS).join('\n')}\n`);
  const client = await bundle(lab.folder);
  const answer = join(lab.folder, 'answer');
  const running: number[] = [];
  const peaks: number[] = [];
  const arrivals: number[] = [];
  let twice = 0;
  const { ours, xargs } = await interleave(ROUNDS, {
    ours: async () => {
      await wire.take(0);
      const ms = await shell.time(`${process.execPath} ${client} ${SERVERS} '${PORTS.join(' ')}' ${answer}`);
      await sleep(RETRANSMISSION_MS);
      const keys = (await wire.take(SERVERS * PORTS.length)).map(({ to, port }) => `${to}:${port}`);
      const told = JSON.parse(readFileSync(answer, 'utf8')) as { readonly ms: number; readonly peakBytes: number };
      running.push(told.ms);
      peaks.push(told.peakBytes / 1e6);
      arrivals.push(new Set(keys).size);
      twice += repeated(keys).length;
      return ms;
    },
    xargs: () => shell.time(`xargs -a ${list} -P64 -I@ knock @ ${PORTS.join(' ')}`),
  });
  await Promise.all([shell.close(), wire.close()]);
  const what = '1,000 servers × 3 knocks';
  const peer = { peer: xargs, peerName: '`xargs -P64 knock`', digits: 0 };
  const alone = { peer: '', ratio: '' };
  return [
    duel({ ...peer, what: `${what}, in the running app`, ours: running.slice(1), target: '≤ 0.5' }),
    duel({ ...peer, what: `${what}, the start of Node included`, ours, target: '' }),
    { ...alone, what: `${what}: memory`, ours: `${quantile(peaks, 0.5).toFixed(0)} MB`, target: '< 80 MB' },
    {
      ...alone,
      what: `${what}: packets that arrived, of 3,000; more than once`,
      ours: `${Math.min(...arrivals)}; ${twice}`,
      target: '3000; 0',
      ...(twice > 0 && { wrong: `${twice} packets arrived twice` }),
    },
  ];
}

/**
 * The client as the app has the engine: plain CommonJS in one file, and nothing that only the lab needs. Node's own reading
 * of TypeScript costs 50 MB, and what it loads for an ES module's names 3 MB.
 */
async function bundle(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    ssr: { noExternal: true },
    build: {
      ssr: join(projectRoot, 'tests/bench/many-client.ts'),
      outDir: join(folder, 'many'),
      rollupOptions: {
        treeshake: { moduleSideEffects: false },
        output: { format: 'cjs', entryFileNames: 'client.cjs' },
      },
    },
  });
  return join(folder, 'many/client.cjs');
}
