import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('rests on a setting that V8 has, and whose usual value is the one it goes back to', () => {
  const { stdout } = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  expect(stdout).toMatch(/--minor-gc-task-trigger=80\n/);
});
