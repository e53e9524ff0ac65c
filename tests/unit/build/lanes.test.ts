import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../build/runtime/project.ts';
import { addUp, runInLane, testFiles } from '../../support/lanes.ts';
import type { Outcome } from '../../support/run-suite.ts';
import { suites } from '../../support/suites.ts';

const passed: Outcome = { counts: { passed: 1, failed: 0, skipped: 0 }, failures: [], interrupted: false };

describe('lanes', () => {
  it('run each file once, and go on while another lane is busy', async () => {
    const left = ['slow', 'a', 'b', 'c'];
    const ran: string[] = [];
    let end = () => {};
    const slow = new Promise<void>((resolve) => {
      end = resolve;
    });
    const runFile = async (file: string) => {
      ran.push(file);
      if (file === 'slow') await slow;
      return passed;
    };
    const first = runInLane(left, runFile);
    const second = await runInLane(left, runFile);
    expect(ran).toEqual(['slow', 'a', 'b', 'c']);
    end();
    expect(addUp([await first, second]).counts).toEqual({ passed: 4, failed: 0, skipped: 0 });
  });

  it('keep what failed, and why', async () => {
    const failed: Outcome = {
      counts: { passed: 2, failed: 1, skipped: 0 },
      failures: ['a door stayed shut'],
      remark: 'slow ended after 10 minutes',
      interrupted: false,
    };
    const outcomes = [passed, failed];
    expect(await runInLane(['one', 'two'], async () => outcomes.shift() ?? passed)).toEqual({
      counts: { passed: 3, failed: 1, skipped: 0 },
      failures: ['a door stayed shut'],
      remark: 'slow ended after 10 minutes',
      interrupted: false,
    });
  });

  it('leave the rest alone when the person interrupts', async () => {
    const left = ['one', 'two', 'three'];
    const outcome = await runInLane(left, async () => ({ ...passed, interrupted: true }));
    expect(outcome).toMatchObject({ counts: { passed: 1 }, interrupted: true });
    expect(left).toEqual([]);
  });
});

describe('the files of a suite with lanes', () => {
  it.each(suites.filter(({ lanes }) => lanes !== undefined))(
    '$name: the slowest come first, and exist',
    async (suite) => {
      const slowest = suite.lanes?.slowest ?? [];
      const files = await testFiles(join(projectRoot, 'tests', suite.name), slowest);
      expect(files.slice(0, slowest.length).map((file) => file.replace(/\.(test|spec)\.ts$/, ''))).toEqual(slowest);
      expect(new Set(files).size).toBe(files.length);
    },
  );
});
