import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { run } from '../../../build/runtime/process.ts';
import { policyText } from '../../../build/runtime/quiet-services.ts';

const node = process.execPath;

/** Whether a process still runs. One that has ended, but was not yet collected by its parent (Z), does not. */
async function isAlive(pid: number): Promise<boolean> {
  const { stdout } = await run('ps', ['-o', 'stat=', '-p', String(pid)]);
  return stdout !== '' && !stdout.startsWith('Z');
}

describe('a program that is run', () => {
  it('returns what it wrote and how it ended', async () => {
    const ended = await run(node, ['-e', 'console.log("out"); console.error("err"); process.exit(3)']);
    expect(ended).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n', stopped: false, interrupted: false });
  });

  it('that does not exist ends without a code, and says so', async () => {
    const ended = await run(join(import.meta.dirname, 'no-such-program'), []);
    expect(ended.code).toBeNull();
    expect(ended.stderr).toContain('ENOENT');
  });

  it('gets its arguments as they are: there is no shell', async () => {
    const hostile = '$(id); echo "x" `y` %PATH% *';
    const ended = await run(node, ['-e', 'console.log(process.argv[1])', hostile]);
    expect(ended.stdout).toBe(`${hostile}\n`);
  });

  it.skipIf(process.platform === 'win32')('is ended at its time limit, with all that it started', async () => {
    const script = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
      console.log(child.pid);
      setTimeout(() => {}, 60000);`;
    const ended = await run(node, ['-e', script], { limit: 1_000 });
    expect(ended).toMatchObject({ code: null, stopped: true, interrupted: false });
    const grandchild = Number(ended.stdout);
    expect(grandchild).toBeGreaterThan(1);
    const deadline = Date.now() + 2_000;
    while ((await isAlive(grandchild)) && Date.now() < deadline) await wait(20);
    expect(await isAlive(grandchild)).toBe(false);
  });

  it('is ended when the caller gives up on it', async () => {
    const ended = await run(node, ['-e', 'setTimeout(() => {}, 60000)'], { signal: AbortSignal.timeout(200) });
    expect(ended).toMatchObject({ code: null, stopped: true });
  });
});

describe.skipIf(process.platform === 'win32')('the guard that keeps services from starting', () => {
  it('forbids while its process lives', async () => {
    expect((await run('sh', ['-c', policyText(process.pid)])).code).toBe(101);
  });

  it('forbids nothing once its process has ended', async () => {
    const ended = await run(node, ['-p', 'process.pid']);
    expect((await run('sh', ['-c', policyText(Number(ended.stdout))])).code).toBe(0);
  });
});
