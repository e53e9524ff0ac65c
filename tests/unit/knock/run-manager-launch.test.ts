import { describe, expect, it } from 'vitest';
import type { RunManagerDeps } from '../../../electron/knock/run-manager.ts';
import { fail, ok } from '../../../shared/result.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { CANCELLED, NOT_OPEN, OPEN, SENT, settled, setUp } from './managed-runs.ts';

const web = aProfile();

describe('preparing', () => {
  it('may change the profile that is knocked', async () => {
    const { manager, started } = setUp({ prepare: async (profile) => ok({ ...profile, host: 'moved.example.org' }) });
    manager.start(web, 'knock');
    expect((await started()).request.host).toBe('moved.example.org');
  });

  it.each<readonly [what: string, prepare: RunManagerDeps['prepare'], problem: object]>([
    ['fails', async () => fail({ code: 'practice-ports-taken' }), { code: 'practice-ports-taken' }],
    ['throws', () => Promise.reject(new Error('boom')), { code: 'internal', params: { reason: 'Error: boom' } }],
  ])('that %s ends the run, and the next one can start', async (_what, prepare, problem) => {
    const { manager, going, launched, only } = setUp({ prepare });
    manager.start(web, 'connect');
    await settled();
    expect(only().phase).toEqual({ phase: 'done', outcome: { result: 'failed', problem } });
    expect([going, launched]).toEqual([[], []]);
    expect(manager.start(web, 'connect')).toEqual(ok('run-2'));
  });
});

describe('after the run', () => {
  it.each([
    ['connect', OPEN, ['web'], ['Web server 192.0.2.7']],
    ['connect', SENT, [], ['Web server 192.0.2.7']],
    ['connect', NOT_OPEN, [], []],
    ['connect', CANCELLED, [], []],
    ['knock', OPEN, ['web'], []],
    ['knock', SENT, [], []],
  ] as const)('%s ends with %j', async (action, outcome, seen, launches) => {
    const { manager, opened, launched, started, only } = setUp();
    manager.start(web, action);
    (await started()).end(outcome);
    await settled();
    expect([opened, launched]).toEqual([seen, launches]);
    expect(only()).toMatchObject({
      phase: { outcome },
      launch: launches.length > 0 ? { state: 'started', client: 'kitty' } : { state: 'none' },
    });
  });

  it('nothing is launched where the profile launches nothing', async () => {
    const { manager, launched, started, only } = setUp();
    manager.start(aProfile({ launch: { ...web.launch, client: 'none' } }), 'connect');
    (await started()).end(OPEN);
    await settled();
    expect([launched, only().launch]).toEqual([[], { state: 'none' }]);
  });

  it('is not over while it launches: a second click joins', async () => {
    let finish = () => {};
    const { manager, started, only } = setUp({
      launch: () =>
        new Promise((resolve) => {
          finish = () => resolve(ok({ client: 'xterm' }));
        }),
    });
    manager.start(web, 'connect');
    (await started()).end(OPEN);
    // In one step with the end: the screen never sees a run that is over before its launch.
    expect(only()).toMatchObject({ phase: { phase: 'done' }, launch: { state: 'starting' } });
    await settled();
    expect(manager.start(web, 'connect')).toEqual(ok('run-1'));
    finish();
    await settled();
    expect(only().launch).toEqual({ state: 'started', client: 'xterm' });
  });

  it.each<readonly [what: string, launch: RunManagerDeps['launch'], problem: object]>([
    ['fails', async () => fail({ code: 'ssh-missing' }), { code: 'ssh-missing' }],
    ['throws', () => Promise.reject(new Error('boom')), { code: 'internal', params: { reason: 'Error: boom' } }],
  ])('a launch that %s is told, and the door stays open', async (_what, launch, problem) => {
    const { manager, started, only } = setUp({ launch });
    manager.start(web, 'connect');
    (await started()).end(OPEN);
    await settled();
    expect(only()).toMatchObject({ phase: { outcome: OPEN }, launch: { state: 'failed', problem } });
  });
});
