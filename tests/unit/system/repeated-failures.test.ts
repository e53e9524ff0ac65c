import { expect, it } from 'vitest';
import { RepeatedFailures } from '../../../electron/system/repeated-failures.ts';
import type { Outcome, RunAction } from '../../../shared/model/run.ts';
import { aRun } from '../../fakes/profiles.ts';

const NOT_OPEN: Outcome = { result: 'not-open', door: 'silent', attempts: 3, everOpened: true };
const FAILED: Outcome = { result: 'failed', problem: { code: 'name-lookup-failed' } };
const OPEN: Outcome = { result: 'open', ms: 5, alreadyOpen: false, banner: null, mute: false };

const ended = (outcome: Outcome, action: RunAction = 'refresh', profileId = 'web') =>
  aRun({ phase: 'done', outcome }, { profileId, action });

it('tells the first failure in a row of a door that is kept open, and the next row again', () => {
  const failures = new RepeatedFailures();
  const rows = [NOT_OPEN, FAILED, { result: 'cancelled' } as const, FAILED, OPEN, FAILED, NOT_OPEN];
  expect(rows.map((outcome) => failures.isAgain(ended(outcome)))).toEqual([
    false,
    true,
    false,
    true,
    false,
    false,
    true,
  ]);
});

it('takes each door by itself, and tells every failure of a knock by hand', () => {
  const failures = new RepeatedFailures();
  expect(failures.isAgain(ended(FAILED))).toBe(false);
  expect(failures.isAgain(ended(FAILED, 'refresh', 'mail'))).toBe(false);
  expect(failures.isAgain(ended(FAILED, 'knock'))).toBe(false);
  expect(failures.isAgain(ended(NOT_OPEN, 'close'))).toBe(false);
  expect(failures.isAgain(ended(OPEN, 'connect'))).toBe(false);
  expect(failures.isAgain(ended(FAILED))).toBe(false);
});

it('begins anew with a door that was let go of in between', () => {
  const failures = new RepeatedFailures();
  failures.isAgain(ended(FAILED));
  failures.keep([{ profileId: 'web', nextAtMs: 1 }]);
  expect(failures.isAgain(ended(FAILED))).toBe(true);
  failures.keep([]);
  expect(failures.isAgain(ended(FAILED))).toBe(false);
});

it('has nothing to say of a run that goes on', () => {
  const failures = new RepeatedFailures();
  expect(failures.isAgain(aRun({ phase: 'resolving' }, { action: 'refresh' }))).toBe(false);
  expect(failures.isAgain(ended(FAILED))).toBe(false);
});
