import { expect, it } from 'vitest';
import { firstRemedy } from '../../../renderer/features/knock/first-remedy.ts';
import type { Outcome } from '../../../shared/model/run.ts';
import type { ProblemCode } from '../../../shared/result.ts';

const notOpen = (door: 'silent' | 'refused', everOpened: boolean): Outcome => ({
  ...{ result: 'not-open', door, attempts: 3, everOpened },
});
const failed = (code: ProblemCode): Outcome => ({ result: 'failed', problem: { code } });

it.each([
  [notOpen('silent', false), false, 'test'],
  [notOpen('silent', false), true, 'test'],
  [notOpen('silent', true), false, 'slower'],
  [notOpen('silent', true), true, 'test'],
  [notOpen('refused', false), false, 'slower'],
  [notOpen('refused', true), true, 'setup'],
  [{ result: 'still-open', attempts: 5 }, false, 'again'],
  [failed('host-unreachable'), false, 'test'],
  [failed('name-not-found'), false, 'again'],
  [failed('practice-ports-taken'), false, null],
  [{ result: 'cancelled' }, false, null],
  [{ result: 'sent', ms: 1 }, false, null],
] as const)('%j, slow already: %s: %s', (outcome, wasSlow, remedy) => {
  expect(firstRemedy(outcome, wasSlow)).toBe(remedy);
});
