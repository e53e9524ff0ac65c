import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** A process that has used up its descriptors, and knocks. */
const PROGRAM = `
  import { closeSync, openSync } from 'node:fs';
  import { engine } from 'HERE/engine.ts';
  import { systemClock } from 'KNOCK/clock.ts';
  import { runOpen } from 'KNOCK/runner.ts';
  const steps = [{ kind: 'knock', port: 7000, protocol: 'tcp' }];
  const door = { port: 22, check: false, look: true, ssh: true, watchMs: 600, everOpened: true };
  const request = {
    ...{ host: '127.0.0.1', family: 'automatic', steps, otherSteps: [], gapMs: 50, holdMs: 50, mode: 'syn', source: '' },
    ...{ serverKind: 'other', seqTimeoutS: 5, door, settleMs: 0, retries: null },
  };
  const held = [];
  try {
    for (;;) held.push(openSync('/dev/null'));
  } catch {}
  const { outcome } = await runOpen(request, engine(systemClock), new AbortController().signal, () => {});
  held.forEach((fd) => closeSync(fd));
  console.log(JSON.stringify(outcome));`;

it.skipIf(process.platform === 'win32')(
  'a process without a free descriptor says that it has too many sockets',
  async () => {
    const here = import.meta.dirname;
    const code = PROGRAM.replaceAll('HERE', here).replaceAll('KNOCK', join(here, '../../../electron/knock'));
    const line = 'ulimit -n 64; exec "$@"';
    const node = [process.execPath, '--input-type=module', '-e', code];
    const { stdout } = await promisify(execFile)('sh', ['-c', line, 'sh', ...node]);
    expect(JSON.parse(stdout)).toEqual({ result: 'failed', problem: { code: 'too-many-sockets' } });
  },
);
