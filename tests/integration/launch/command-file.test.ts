import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeScript } from '../../../electron/launch/start.ts';
import { MACOS_TERMINALS } from '../../../electron/launch/terminals/macos.ts';
import { terminalStart } from '../../../electron/launch/terminals/terminal.ts';
import { StandIns } from './stand-in.ts';

let programs: StandIns;
beforeEach(() => {
  programs = new StandIns();
  programs.add('ssh');
});
afterEach(() => programs.remove());

it('the file that Terminal opens runs the command as it was, and leaves nothing behind', async () => {
  const awkward = ['a b', 'it\'s "x"', '; touch y', '$(x) `y` $HOME', '\\', '*', '!!', 'ü', '', '-n'];
  const [variant] = MACOS_TERMINALS.find(({ id }) => id === 'terminal')?.variants ?? [];
  if (variant === undefined) throw new Error('no Terminal');
  const session = {
    title: 'Toctoc: \'; $(touch x) %s "',
    profile: '',
    command: [join(programs.bin, 'ssh'), ...awkward],
  };
  const file = writeScript(terminalStart(variant, session).script ?? '');
  expect([statSync(file).mode & 0o777, statSync(dirname(file)).mode & 0o777]).toEqual([0o700, 0o700]);
  const { stdout, stderr } = spawnSync(file, { cwd: programs.root, encoding: 'utf8' });
  expect((await programs.seen('ssh')).argv).toEqual(awkward);
  expect([stdout, stderr]).toEqual([`\u001b]0;${session.title}\u0007`, '']);
  expect([file, dirname(file), join(programs.root, 'x'), join(programs.root, 'y')].filter(existsSync)).toEqual([]);
});
