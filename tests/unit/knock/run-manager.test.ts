import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import { aProfile, steps } from '../../fakes/profiles.ts';
import { CANCELLED, NOT_OPEN, OPEN, settled, setUp } from './managed-runs.ts';

const web = aProfile();
const closing = aProfile({ closeSequence: [...steps('1 2 3')] });

describe('starting', () => {
  it('answers at once, and shows the run', async () => {
    const { manager, started, only } = setUp();
    expect(manager.start(web, 'knock')).toEqual(ok('run-1'));
    expect(only()).toMatchObject({ runId: 'run-1', profileId: 'web', startedAt: 42, phase: { phase: 'resolving' } });
    expect((await started()).kind).toBe('open');
  });

  it('joins the run that is going on, whatever is asked', async () => {
    const { manager, going } = setUp();
    manager.start(closing, 'knock');
    expect(manager.start(closing, 'connect')).toEqual(ok('run-1'));
    expect(manager.start(closing, 'close')).toEqual(ok('run-1'));
    await settled();
    expect(going).toHaveLength(1);
  });

  it('gives who joins a knock the session they asked for', async () => {
    const { manager, launched, started, only } = setUp();
    manager.start(web, 'refresh');
    expect(manager.start(web, 'connect')).toEqual(ok('run-1'));
    (await started()).end(OPEN);
    await settled();
    expect(launched).toHaveLength(1);
    expect(only()).toMatchObject({ action: 'connect', launch: { state: 'started' } });
  });

  it('waits for a run that does the opposite', async () => {
    const { manager, going, started } = setUp();
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
    const { manager, started } = setUp({
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
    const { manager, started, only } = setUp();
    manager.start(web, 'knock');
    (await started()).end(NOT_OPEN);
    await settled();
    expect(manager.start(web, 'knock')).toEqual(ok('run-2'));
    expect(only()).toMatchObject({ runId: 'run-2' });
    expect((await started(1)).signal.aborted).toBe(false);
  });

  it('runs different profiles side by side', async () => {
    const { manager, going } = setUp();
    manager.start(web, 'knock');
    manager.start(aProfile({ id: 'nas' }), 'knock');
    await settled();
    expect(going).toHaveLength(2);
    expect(manager.runs.map(({ profileId }) => profileId)).toEqual(['web', 'nas']);
  });

  it('closes by the close sequence, and not without one', async () => {
    const { manager, closed, started } = setUp();
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
    const { manager, changes, started, only } = setUp();
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

describe('cancelling', () => {
  it('ends that run, and no other', async () => {
    const { manager, launched } = setUp();
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
    const { manager, going, only } = setUp({
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
    const { manager, changes, started } = setUp();
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
    const { manager, launched, started } = setUp();
    manager.start(web, 'connect');
    const { signal } = await started();
    manager.forget('web');
    expect([signal.aborted, manager.runs]).toEqual([true, []]);
    await settled();
    expect([manager.runs, launched]).toEqual([[], []]);
  });

  it('does nothing for one that never ran', () => {
    const { manager, changes } = setUp();
    manager.forget('web');
    expect(changes).toEqual([]);
  });

  it('does not let the old run speak for the new one', async () => {
    const { manager, started, only } = setUp();
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
    const { manager, launched } = setUp();
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
