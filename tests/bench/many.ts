import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
const PORTS = ['7000', '8000', '9000'];

/** A thousand servers, three knocks each: one process of ours beside 64 of `knock` at a time. */
export async function many(lab: Lab): Promise<readonly Row[]> {
  await lab.stopKnockd();
  const shell = new Shell();
  const wire = await Wire.tap(lab);
  const list = join(lab.folder, 'servers');
  writeFileSync(list, `${manyServers(SERVERS).join('\n')}\n`);
  const client = await bundle(lab.folder);
  const peak = join(lab.folder, 'peak');
  const peaks: number[] = [];
  const arrivals: number[] = [];
  let twice = 0;
  const { ours, xargs } = await interleave(ROUNDS, {
    ours: async () => {
      await wire.take(0);
      const ms = await shell.time(`${process.execPath} ${client} ${SERVERS} '${PORTS.join(' ')}' ${peak}`);
      const keys = (await wire.take(SERVERS * PORTS.length)).map(({ to, port }) => `${to}:${port}`);
      peaks.push(Number(readFileSync(peak, 'utf8')) / 1e6);
      arrivals.push(new Set(keys).size);
      twice += repeated(keys).length;
      return ms;
    },
    xargs: () => shell.time(`xargs -a ${list} -P64 -I@ knock @ ${PORTS.join(' ')}`),
  });
  await Promise.all([shell.close(), wire.close()]);
  const what = '1,000 servers × 3 knocks';
  const alone = { peer: '', ratio: '' };
  return [
    duel({ what, ours, peer: xargs, peerName: '`xargs -P64 knock`', target: '≤ 0.5', digits: 0 }),
    { ...alone, what: `${what}: memory`, ours: `${quantile(peaks, 0.5).toFixed(0)} MB`, target: '< 80 MB' },
    {
      ...alone,
      what: `${what}: packets that arrived, of 3,000; more than once`,
      ours: `${Math.min(...arrivals)}; ${twice}`,
      target: '3000; 0',
    },
  ];
}

/** The client as the app has the engine: plain JavaScript in one file. Node's own reading of TypeScript costs 50 MB. */
async function bundle(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    ssr: { noExternal: true },
    build: {
      ssr: join(projectRoot, 'tests/bench/many-client.ts'),
      outDir: join(folder, 'many'),
      rollupOptions: { output: { entryFileNames: 'client.mjs' } },
    },
  });
  return join(folder, 'many/client.mjs');
}
