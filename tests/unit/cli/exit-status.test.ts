import { describe, expect, it } from 'vitest';
import { exitStatus } from '../../../electron/cli/exit-status.ts';
import type { Outcome } from '../../../shared/model/run.ts';
import type { ProblemCode } from '../../../shared/result.ts';

const failed = (code: ProblemCode): Outcome => ({ result: 'failed', problem: { code } });

describe('the exit status', () => {
  it.each<readonly [status: number, outcome: Outcome]>([
    [0, { result: 'open', ms: 1, alreadyOpen: false, banner: null, mute: false }],
    [0, { result: 'open', ms: 1, alreadyOpen: true, banner: null, mute: true }],
    [0, { result: 'sent', ms: 1 }],
    [0, { result: 'closed', ms: 1, verified: false }],
    [1, { result: 'not-open', door: 'silent', attempts: 3, everOpened: true }],
    [1, { result: 'not-open', door: 'refused', attempts: 1, everOpened: false }],
    [1, { result: 'still-open', attempts: 5 }],
    [130, { result: 'cancelled' }],
    [2, failed('source-not-available')],
    [2, failed('no-address-of-family')],
    [2, failed('close-sequence-missing')],
    [3, failed('name-not-found')],
    [3, failed('name-lookup-failed')],
    [3, failed('network-unreachable')],
    [3, failed('zone-unknown')],
    [3, failed('zone-missing')],
    [3, failed('host-unreachable')],
    [4, failed('vault-locked')],
    [1, failed('send-not-permitted')],
    [1, failed('send-failed')],
    [1, failed('too-many-sockets')],
    [1, failed('profile-damaged')],
    [1, failed('internal')],
  ])('is %i for %j', (status, outcome) => {
    expect(exitStatus(outcome)).toBe(status);
  });
});
