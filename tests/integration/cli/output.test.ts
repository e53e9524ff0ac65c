import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { program, readSlowly } from './programs.ts';

/** More than a pipe holds on Linux (65,536 bytes), so that the rest has to wait for the reader. */
const BYTES = 300_000;
it.skipIf(!existsSync('/dev/full'))('a full disk is told of, and is a failure where there was no other', async () => {
  const lines = `
    import { finish } from 'CLI/finish.ts';
    import { consoleLines } from 'CLI/reporter.ts';
    for (let at = 0; at < 3; at++) consoleLines.out('123');
    await finish(Number(process.argv[1]));`;
  for (const [asked, got] of [
    ['0', 1],
    ['3', 3],
  ] as const) {
    const line = '"$@" >/dev/full';
    const child = spawn('sh', ['-c', line, 'sh', process.execPath, ...program(lines), asked], {
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const [status] = await once(child, 'close');
    expect({ status, said }).toEqual({
      status: got,
      said: expect.stringMatching(/^toctoc: standard output could not be written \(ENOSPC\): free [^\n]+\n$/),
    });
  }
});

describe.skipIf(process.platform === 'win32')('a reader that takes its time', () => {
  it('is given every line of the command, and nothing is left unsaid on the other output', async () => {
    const lines = `
      import { finish } from 'CLI/finish.ts';
      import { consoleLines } from 'CLI/reporter.ts';
      for (let at = 0; at < 30000; at++) consoleLines.out('123456789');
      consoleLines.error('the end');
      await finish(3);`;
    expect(await readSlowly(program(lines), 'wc -c')).toBe(`${BYTES}, status 3, the end`);
  });

  it('may leave in the middle of a run: what it does goes on', async () => {
    const lines = `
      import { finish } from 'CLI/finish.ts';
      import { consoleLines } from 'CLI/reporter.ts';
      consoleLines.out('123');
      const gone = (resolve) => process.stdout.write('456', resolve);
      while (!(await new Promise(gone)));
      consoleLines.out('for nobody');
      consoleLines.error('done all the same');
      await finish(0);`;
    expect(await readSlowly(program(lines), 'head -c 3')).toBe('123, done all the same, status 0');
  });
});
