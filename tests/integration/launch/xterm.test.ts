import { type ChildProcess, spawn } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLauncher } from '../../../electron/launch/launcher.ts';
import { describeWith, installed } from '../../support/needs.ts';
import { target } from '../../unit/launch/target.ts';
import { StandIns } from './stand-in.ts';

describeWith(['xterm', 'Xvfb'], 'a real xterm on a virtual display', () => {
  let server: ChildProcess;
  let display = '';
  let programs: StandIns;

  beforeAll(async () => {
    // It chooses a free display and says which.
    server = spawn(installed('Xvfb') ?? '', ['-displayfd', '1', '-screen', '0', '640x480x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    display = await new Promise((resolve, reject) => {
      server.once('exit', (status) => reject(new Error(`Xvfb ended with status ${status}`)));
      server.stdout?.once('data', (text) => resolve(`:${String(text).trim()}`));
    });
  });
  afterAll(() => {
    server.kill();
  });
  beforeEach(() => {
    programs = new StandIns();
    programs.add('ssh', 'live=2500');
  });
  afterEach(() => programs.remove());

  function launcher(shown = display, watchMs?: number) {
    // xterm sets the size of its pty by helpers of its own, and needs no other program.
    return createLauncher({
      openLink: () => Promise.reject(new Error('no handler')),
      platform: 'linux',
      ...(watchMs !== undefined && { watchMs }),
      environment: {
        PATH: programs.bin,
        DISPLAY: shown,
        LANG: 'C.UTF-8',
        HOME: programs.root,
        XDG_DATA_DIRS: programs.root,
      },
    });
  }

  it.each(['xterm', 'x-terminal-emulator'])('started as %s runs ssh with every argument as it was', async (name) => {
    symlinkSync(installed('xterm') ?? '', join(programs.bin, name));
    const identityFile = '~/ü key "1" \'2\' ; $(touch x) `y` & | > \\ * ?';
    const ours = target('bücher.example', { user: 'CORP\\jürgen', identityFile }, 2222);
    const result = await launcher().launch({ ...ours, name: '-e; $(x) "Büro" %n' }, 'fe80::1%eth0');
    expect(result).toMatchObject({ ok: true });
    expect((await programs.seen('ssh')).argv).toEqual([
      ...['-o', 'HostName=fe80::1%%eth0', '-o', 'HostKeyAlias=[bücher.example]:2222', '-p', '2222'],
      ...['-l', 'CORP\\jürgen', '-i', identityFile, '--', 'bücher.example'],
    ]);
  });

  it('that finds no display is reported', async () => {
    symlinkSync(installed('xterm') ?? '', join(programs.bin, 'xterm'));
    expect(await launcher(':65000', 60_000).launch(target('server'), '192.0.2.7')).toMatchObject({
      ok: false,
      problems: [{ code: 'launch-ended', params: { path: join(programs.bin, 'xterm') } }],
    });
    expect(programs.all()).toEqual([]);
  });
});
