import { describe, expect, it } from 'vitest';
import { playwrightFailures, vitestFailures } from '../../support/failures.ts';

describe('what failed is named again at the end', () => {
  it('in vitest: tests, files that could not be loaded, and errors outside of tests', () => {
    const report = {
      testResults: [
        {
          name: '/x/a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'a works' },
            { status: 'failed', fullName: 'a fails', failureMessages: ['\u001B[31mexpected 1\u001B[39m\n  at x'] },
          ],
        },
        { name: '/x/b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
      ],
    };
    expect(vitestFailures(JSON.stringify(report), JSON.stringify(['Error: late\n    at y']))).toEqual([
      '/x/a.test.ts: a fails\n    expected 1',
      '/x/b.test.ts\n    Cannot find module',
      'outside of any test\n    Error: late',
    ]);
  });

  it('in Playwright: tests that failed or needed a second try, however deep, and errors outside of tests', () => {
    const test = (status: string, message?: string) => ({
      status,
      results: [{ ...(message !== undefined && { error: { message } }) }],
    });
    const report = {
      suites: [
        {
          title: 'tray.spec.ts',
          specs: [{ title: 'is there', ok: true, tests: [test('expected')] }],
          suites: [
            {
              title: 'the menu',
              specs: [
                { title: 'opens', ok: false, tests: [test('unexpected', 'timeout\nmore')] },
                { title: 'closes', ok: true, tests: [test('flaky', 'once')] },
                { title: 'is skipped', ok: true, tests: [test('skipped')] },
              ],
            },
          ],
        },
      ],
      errors: [{ message: 'no browser' }],
    };
    expect(playwrightFailures(JSON.stringify(report))).toEqual([
      'tray.spec.ts › the menu › opens\n    timeout',
      'tray.spec.ts › the menu › closes\n    once',
      'outside of any test\n    no browser',
    ]);
  });
});
