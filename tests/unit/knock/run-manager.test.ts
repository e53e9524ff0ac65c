import { beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent, RunRequest } from '../../../electron/knock/request.ts';
import { RunManager, type RunManagerDeps } from '../../../electron/knock/run-manager.ts';
import type { RunResult } from '../../../electron/knock/runner.ts';
import type { Outcome, RunState } from '../../../shared/model/run.ts';
import { fail, ok } from '../../../shared/result.ts';
import { aProfile, steps } from '../../fakes/profiles.ts';

const ADDRESS = { address: '192.0.2.7', family: 4 } as const;
const OPEN: Outcome = { result: 'open', ms: 1, alreadyOpen: false, banner: null, mute: false };
const SENT: Outcome = { result: 'sent', ms: 1 };
const CANCELLED: Outcome = { result: 'cancelled' };
const NOT_OPEN: Outcome = { result: 'not-open', door: 'silent', attempts: 3, everOpened: false };

/** A run that goes on until the test ends it, or its signal does. */
interface Going {
  readonly kind: 'open' | 'close';
  readonly request: RunRequest;
  readonly signal: AbortSignal;
  readonly emit: (event: RunEvent) => void;
  readonly end: (outcome: Outcome) => void;
}

let going: Going[];
let changes: (readonly RunState[])[];
let opened: string[];
let closed: string[];
let launched: string[];
let manager: RunManager;

function runner(kind: Going['kind']): RunManagerDeps['open'] {
  return (request, signal, emit) =>
    new Promise<RunResult>((resolve) => {
      const end = (outcome: Outcome) => {
        emit({ type: 'done', outcome });
        resolve({ outcome, address: ADDRESS });
      };
      if (signal.aborted) return end(CANCELLED);
      signal.addEventListener('abort', () => end(CANCELLED));
      going.push({ kind, request, signal, emit, end });
    });
}

function managerWith(differs: Partial<RunManagerDeps> = {}): RunManager {
  let ids = 0;
  return new RunManager({
    open: runner('open'),
    close: runner('close'),
    launch: async (profile, { address }) => {
      launched.push(`${profile.name} ${address}`);
      return ok({ client: 'kitty' });
    },
    prepare: async (profile) => ok(profile),
    onOpened: ({ id }) => opened.push(id),
    onClose: (id) => closed.push(id),
    onChange: (runs) => changes.push(runs),
    newId: () => `run-${++ids}`,
    date: () => 42,
    ...differs,
  });
}

beforeEach(() => {
  going = [];
  changes = [];
  opened = [];
  closed = [];
  launched = [];
  manager = managerWith();
});

const settled = () => new Promise((resolve) => setImmediate(resolve));
const only = (runs = manager.runs) => {
  const [run, ...more] = runs;
  if (run === undefined || more.length > 0) throw new Error(`${runs.length} runs`);
  return run;
};
async function started(at = 0): Promise<Going> {
  await settled();
  const one = going[at];
  if (one === undefined) throw new Error('no run is going on');
  return one;
}
const web = aProfile();
const closing = aProfile({ closeSequence: [...steps('1 2 3')] });

describe('starting', () => {
  it('answers at once, and shows the run', async () => {
    expect(manager.start(web, 'knock')).toEqual(ok('run-1'));
    expect(only()).toMatchObject({ runId: 'run-1', profileId: 'web', startedAt: 42, phase: { phase: 'resolving' } });
    expect((await started()).kind).toBe('open');
  });

  it('joins the run that is going on, whatever is asked', async () => {
    manager.start(closing, 'knock');
    expect(manager.start(closing, 'connect')).toEqual(ok('run-1'));
    expect(manager.start(closing, 'close')).toEqual(ok('run-1'));
    await settled();
    expect(going).toHaveLength(1);
  });

  it('gives who joins a knock the session they asked for', async () => {
    manager.start(web, 'refresh');
    expect(manager.start(web, 'connect')).toEqual(ok('run-1'));
    (await started()).end(OPEN);
    await settled();
    expect(launched).toHaveLength(1);
    expect(only()).toMatchObject({ action: 'connect', launch: { state: 'started' } });
  });

  it('waits for a run that does the opposite', async () => {
    manager.start(closing, 'knock');
    const close = manager.startInTurn(closing, 'close');
    expect(await manager.startInTurn(closing, 'knock')).toEqual(ok('run-1'));
    await settled();
    expect(going.map(({ kind }) => kind)).toEqual(['open']);
    (await started()).end(OPEN);
    expect(await close).toEqual(ok('run-2'));
    expect((await started(1)).kind).toBe('close');
  });

  it('is interrupted by a sleep, but for what only launches', async () => {
    let launch = () => {};
    manager = managerWith({
      launch: () =>
        new Promise((resolve) => {
          launch = () => resolve(ok({ client: 'kitty' }));
        }),
    });
    manager.start(web, 'connect');
    (await started()).end(OPEN);
    await settled();
    manager.start(aProfile({ id: 'nas' }), 'knock');
    const { signal } = await started(1);
    expect(manager.interrupt()).toEqual([{ profileId: 'nas', action: 'knock' }]);
    expect(signal.aborted).toBe(true);
    launch();
    await settled();
    expect(manager.runs[0]).toMatchObject({ profileId: 'web', launch: { state: 'started' } });
  });

  it('starts anew after the end', async () => {
    manager.start(web, 'knock');
    (await started()).end(NOT_OPEN);
    await settled();
    expect(manager.start(web, 'knock')).toEqual(ok('run-2'));
    expect(only()).toMatchObject({ runId: 'run-2' });
    expect((await started(1)).signal.aborted).toBe(false);
  });

  it('runs different profiles side by side', async () => {
    manager.start(web, 'knock');
    manager.start(aProfile({ id: 'nas' }), 'knock');
    await settled();
    expect(going).toHaveLength(2);
    expect(manager.runs.map(({ profileId }) => profileId)).toEqual(['web', 'nas']);
  });

  it('closes by the close sequence, and not without one', async () => {
    expect(manager.start(web, 'close')).toEqual(fail({ code: 'close-sequence-missing' }));
    expect(manager.runs).toEqual([]);
    manager.start(closing, 'close');
    const { kind, request } = await started();
    expect([kind, request.steps]).toEqual(['close', closing.closeSequence]);
    expect(closed).toEqual([closing.id]);
  });
});

describe('what the screen is told', () => {
  it('every event, and never two runs of one profile', async () => {
    manager.start(web, 'knock');
    const { emit, end } = await started();
    emit({ type: 'phase', phase: { phase: 'looking' } });
    emit({ type: 'sent', index: 1, of: 3, flush: false, port: 7117, protocol: 'tcp', atMs: 0 });
    end(OPEN);
    await settled();
    expect(changes.map((runs) => only(runs).phase.phase)).toEqual(['resolving', 'looking', 'knocking', 'done']);
    expect(JSON.stringify(changes)).not.toContain('7117');
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
    manager.start(aProfile({ launch: { ...web.launch, client: 'none' } }), 'connect');
    (await started()).end(OPEN);
    await settled();
    expect([launched, only().launch]).toEqual([[], { state: 'none' }]);
  });

  it('is not over while it launches: a second click joins', async () => {
    let finish = () => {};
    manager = managerWith({
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
    manager = managerWith({ launch });
    manager.start(web, 'connect');
    (await started()).end(OPEN);
    await settled();
    expect(only()).toMatchObject({ phase: { outcome: OPEN }, launch: { state: 'failed', problem } });
  });
});

describe('preparing', () => {
  it('may change the profile that is knocked', async () => {
    manager = managerWith({ prepare: async (profile) => ok({ ...profile, host: 'moved.example.org' }) });
    manager.start(web, 'knock');
    expect((await started()).request.host).toBe('moved.example.org');
  });

  it.each<readonly [what: string, prepare: RunManagerDeps['prepare'], problem: object]>([
    ['fails', async () => fail({ code: 'practice-ports-taken' }), { code: 'practice-ports-taken' }],
    ['throws', () => Promise.reject(new Error('boom')), { code: 'internal', params: { reason: 'Error: boom' } }],
  ])('that %s ends the run, and the next one can start', async (_what, prepare, problem) => {
    manager = managerWith({ prepare });
    manager.start(web, 'connect');
    await settled();
    expect(only().phase).toEqual({ phase: 'done', outcome: { result: 'failed', problem } });
    expect([going, launched]).toEqual([[], []]);
    expect(manager.start(web, 'connect')).toEqual(ok('run-2'));
  });
});

describe('cancelling', () => {
  it('ends that run, and no other', async () => {
    manager.start(web, 'connect');
    manager.start(aProfile({ id: 'nas' }), 'connect');
    await settled();
    manager.cancel('run-1');
    await settled();
    expect(manager.runs.map(({ phase }) => phase.phase)).toEqual(['done', 'resolving']);
    expect(launched).toEqual([]);
  });

  it('while it prepares ends it before any packet', async () => {
    let ready = () => {};
    manager = managerWith({
      prepare: (profile) =>
        new Promise((resolve) => {
          ready = () => resolve(ok(profile));
        }),
    });
    manager.start(web, 'connect');
    manager.cancel('run-1');
    ready();
    await settled();
    expect(going).toEqual([]);
    expect(only().phase).toEqual({ phase: 'done', outcome: CANCELLED });
  });

  it('changes nothing once it is over, nor for a run that never was', async () => {
    manager.start(web, 'knock');
    (await started()).end(OPEN);
    await settled();
    const before = changes.length;
    manager.cancel('run-1');
    manager.cancel('run-9');
    await settled();
    expect(changes).toHaveLength(before);
  });
});

describe('forgetting a profile', () => {
  it('cancels its run and takes it off the screen for good', async () => {
    manager.start(web, 'connect');
    const { signal } = await started();
    manager.forget('web');
    expect([signal.aborted, manager.runs]).toEqual([true, []]);
    await settled();
    expect([manager.runs, launched]).toEqual([[], []]);
  });

  it('does nothing for one that never ran', () => {
    manager.forget('web');
    expect(changes).toEqual([]);
  });

  it('does not let the old run speak for the new one', async () => {
    manager.start(web, 'knock');
    const old = await started();
    manager.forget('web');
    manager.start(web, 'knock');
    await settled();
    old.emit({ type: 'phase', phase: { phase: 'checking' } });
    expect(only()).toMatchObject({ runId: 'run-2', phase: { phase: 'resolving' } });
  });
});

describe('the end of the app', () => {
  it('cancels every run, and waits for the last', async () => {
    manager.start(web, 'connect');
    manager.start(aProfile({ id: 'nas' }), 'knock');
    await settled();
    await manager.dispose();
    expect(manager.runs.map(({ phase }) => phase)).toEqual([
      { phase: 'done', outcome: CANCELLED },
      { phase: 'done', outcome: CANCELLED },
    ]);
    expect(launched).toEqual([]);
  });
});
