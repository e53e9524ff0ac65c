// node with-lab.ts COMMAND...: makes a lab, runs COMMAND on its client, removes the lab, ends with COMMAND's status.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Lab } from './lab.ts';

const lab = await Lab.create();
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
try {
  const [file, ...args] = lab.on('client', ...process.argv.slice(2));
  const child = spawn(file, args, { stdio: 'inherit', env: { ...process.env, TOCTOC_LAB: lab.state } });
  stopped.signal.addEventListener('abort', () => child.kill());
  const [code] = await once(child, 'exit');
  process.exitCode = typeof code === 'number' ? code : 1;
} finally {
  await lab.remove();
}
