import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTurn } from '../../../electron/cli/start-turn.ts';
import { startOf } from '../../../electron/knock/process-identity.ts';
import { placesHere } from '../../../electron/remote/here.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-turn-'));
  for (const name of ['data', 'other', 'runtime', 'tmp']) mkdirSync(join(folder, name), { mode: 0o700 });
  vi.stubEnv('XDG_RUNTIME_DIR', join(folder, 'runtime'));
  vi.stubEnv('TMPDIR', join(folder, 'tmp'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Where the turn of a data folder is kept. */
function turnFile(data: string): string {
  const [place] = placesHere(data);
  if (place?.kind !== 'file') throw new Error('a pipe, which needs no turn');
  return `${place.path}.start`;
}

it('is one command’s at a time, for each data folder, and leaves nothing', () => {
  const data = join(folder, 'data');
  const turn = startTurn(data);
  // Another process that is alive: ours was started by it.
  writeFileSync(turnFile(data), JSON.stringify({ pid: process.ppid, started: startOf(process.ppid) }));
  expect(turn.take()).toBe(false);
  const elsewhere = startTurn(join(folder, 'other'));
  expect(elsewhere.take()).toBe(true);
  rmSync(turnFile(data));
  expect(turn.take()).toBe(true);
  expect(existsSync(turnFile(data))).toBe(true);
  turn.leave();
  elsewhere.leave();
  expect(readdirSync(join(folder, 'runtime/toctoc'))).toEqual([]);
});

it('a command that was killed has lost its turn', () => {
  const data = join(folder, 'data');
  const turn = startTurn(data);
  // No process has this id: the greatest one is 2^22 (proc(5), `pid_max`).
  writeFileSync(turnFile(data), JSON.stringify({ pid: 2 ** 22 + 1, started: '1' }));
  expect(turn.take()).toBe(true);
  turn.leave();
});
