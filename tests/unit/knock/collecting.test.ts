import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { collectEarly } from '../../../electron/knock/collecting.ts';

it('rests on a setting that V8 has, and whose usual value is the one it goes back to', () => {
  const { stdout } = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  expect(stdout).toMatch(/--minor-gc-task-trigger=80\n/);
});

it('changes it while the program runs, and back', async () => {
  await expect(collectEarly(true)).resolves.toBeUndefined();
  await expect(collectEarly(false)).resolves.toBeUndefined();
});
