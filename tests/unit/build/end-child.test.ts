import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { endChild } from '../../support/end-child.ts';

it('a program has ended once that is awaited; what has ended, or never began, is not waited for', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await endChild(child);
  expect(child.signalCode).toBe('SIGTERM');
  await endChild(child);
  const short = spawn(process.execPath, ['-e', 'process.exit(3)'], { stdio: 'ignore' });
  await once(short, 'exit');
  await endChild(short);
  expect(short.exitCode).toBe(3);
  const none = spawn('/no/such/program');
  none.on('error', () => {});
  await endChild(none);
  expect(none.pid).toBeUndefined();
});
