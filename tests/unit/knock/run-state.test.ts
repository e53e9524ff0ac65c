import { describe, expect, it } from 'vitest';
import { type RunEvent, requestOf } from '../../../electron/knock/request.ts';
import { initialRun, nextRun } from '../../../electron/knock/run-state.ts';
import { isOver } from '../../../shared/model/run.ts';
import { aProfile, aRun, steps } from '../../fakes/profiles.ts';

describe('a run on the screen', () => {
  it('begins by resolving', () => {
    expect(initialRun('run-1', 'web', 'close', 5)).toMatchObject({
      ...{ runId: 'run-1', profileId: 'web', action: 'close', startedAt: 5, address: null, attempt: 1 },
      ...{ phase: { phase: 'resolving' }, launch: { state: 'none' } },
    });
  });

  it('follows its events, and counts knocks from one', () => {
    const events: readonly RunEvent[] = [
      { type: 'address', address: '192.0.2.7', family: 4 },
      { type: 'attempt', attempt: 2, maxAttempts: 9 },
      { type: 'phase', phase: { phase: 'checking' } },
      { type: 'sent', index: 0, of: 3, flush: true, port: 7117, protocol: 'tcp', atMs: 1 },
    ];
    const run = events.reduce(nextRun, initialRun('run-1', 'web', 'connect', 0));
    expect(run).toEqual({
      ...{ runId: 'run-1', profileId: 'web', action: 'connect', startedAt: 0 },
      ...{ address: '192.0.2.7', attempt: 2, maxAttempts: 9, launch: { state: 'none' } },
      phase: { phase: 'knocking', index: 1, of: 3, flush: true },
    });
    // The port is the secret.
    expect(JSON.stringify(run)).not.toContain('7117');
  });

  it('is over when it is done and nothing is about to be launched', () => {
    const done = nextRun(aRun({ phase: 'checking' }), { type: 'done', outcome: { result: 'cancelled' } });
    expect(done.phase).toEqual({ phase: 'done', outcome: { result: 'cancelled' } });
    expect(isOver(done)).toBe(true);
    expect(isOver({ ...done, launch: { state: 'starting' } })).toBe(false);
    expect(isOver({ ...done, launch: { state: 'started', client: 'kitty' } })).toBe(true);
    expect(isOver(aRun({ phase: 'checking' }))).toBe(false);
  });
});

describe('the run that a profile asks for', () => {
  const profile = aProfile({
    closeSequence: [...steps('1000 2000')],
    gapMs: 70,
    holdMs: 90,
    seqTimeoutS: 9,
    serverKind: 'knockd',
    connectMode: 'full',
    source: 'eth0',
    family: 'ipv6',
  });

  it.each(['knock', 'connect'] as const)('%s sends the open sequence', (action) => {
    expect(requestOf(profile, action)).toMatchObject({
      ...{ host: 'web.example.org', family: 'ipv6', steps: profile.sequence, otherSteps: profile.closeSequence },
      ...{ gapMs: 70, holdMs: 90, mode: 'full', source: 'eth0', serverKind: 'knockd', seqTimeoutS: 9 },
      door: { port: 22, check: true, ssh: true, watchMs: 600, everOpened: false },
      settleMs: 100,
      retries: null,
    });
  });

  it('close sends the other one, and must not start the first', () => {
    expect(requestOf(profile, 'close')).toMatchObject({ steps: profile.closeSequence, otherSteps: profile.sequence });
  });

  it.each([
    ['none', 22, true],
    ['ssh', 2222, true],
    ['none', 443, false],
  ] as const)('launch %s at door %i: waits for a banner: %j', (client, port, ssh) => {
    const launch = { ...profile.launch, client };
    expect(requestOf({ ...profile, launch, door: { port, check: true } }, 'knock').door.ssh).toBe(ssh);
  });

  it('remembers that the door was seen open', () => {
    expect(requestOf({ ...profile, doorSeenAt: 0 }, 'knock').door.everOpened).toBe(true);
  });
});
