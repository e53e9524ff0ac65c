import { beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../electron/knock/request.ts';
import { RunManager } from '../../../electron/knock/run-manager.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { Outcome } from '../../../shared/model/run.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { aProfile } from '../../fakes/profiles.ts';

const SENT: Outcome = { result: 'sent', ms: 1 };
const DONE: RunEvent = { type: 'done', outcome: SENT };
const KNOCK: RunEvent = { type: 'sent', index: 0, of: 1, flush: false, port: 7000, protocol: 'tcp', atMs: 0 };
const web = aProfile();

let runs: RunManager;
let emit: (event: RunEvent) => void;
let end: () => void;
let prepared: Result<Profile>;
beforeEach(() => {
  let ids = 0;
  prepared = ok(web);
  const run = (_request: unknown, signal: AbortSignal, tell: (event: RunEvent) => void) =>
    new Promise<{ outcome: Outcome; address: null }>((resolve) => {
      const over = (outcome: Outcome) => {
        tell({ type: 'done', outcome });
        resolve({ outcome, address: null });
      };
      emit = tell;
      end = () => over(SENT);
      signal.addEventListener('abort', () => over({ result: 'cancelled' }));
    });
  runs = new RunManager({
    open: run,
    close: run,
    launch: async () => ok({ client: '' }),
    prepare: async () => prepared,
    onOpened: () => {},
    onClose: () => {},
    onChange: () => {},
    newId: () => `run-${++ids}`,
    date: () => 0,
  });
});
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('who asked for a run', () => {
  it('hears every event, ports included, to the end', async () => {
    runs.start(web, 'knock');
    const heard: RunEvent[] = [];
    runs.follow('run-1', (event) => heard.push(event));
    await settled();
    emit(KNOCK);
    end();
    expect(heard).toEqual([KNOCK, DONE]);
  });

  it('may stop listening', async () => {
    runs.start(web, 'knock');
    const heard: RunEvent[] = [];
    const stop = runs.follow('run-1', (event) => heard.push(event));
    await settled();
    stop();
    end();
    expect(heard).toEqual([]);
  });

  it('too late hears how it ended; of a run that never was, nothing', async () => {
    runs.start(web, 'knock');
    await settled();
    end();
    await runs.settled('run-1');
    const heard: RunEvent[] = [];
    runs.follow('run-1', (event) => heard.push(event));
    runs.follow('run-9', (event) => heard.push(event));
    expect(heard).toEqual([DONE]);
  });

  it('hears that it could not be prepared', async () => {
    prepared = fail({ code: 'practice-ports-taken' });
    runs.start(web, 'knock');
    const heard: RunEvent[] = [];
    runs.follow('run-1', (event) => heard.push(event));
    await runs.settled('run-1');
    expect(heard).toEqual([{ type: 'done', outcome: { result: 'failed', problem: { code: 'practice-ports-taken' } } }]);
  });
});

describe('the outcome of a run', () => {
  it('is waited for, joined runs included', async () => {
    const outcomes = Promise.all([runs.outcome(web, 'knock'), runs.outcome(web, 'knock')]);
    await settled();
    end();
    expect(await outcomes).toEqual([SENT, SENT]);
  });

  it('is none where it could not start', async () => {
    expect(await runs.outcome(web, 'close')).toBeNull();
  });
});

describe('an interruption', () => {
  it('cancels what is going on, and says what to start again', async () => {
    runs.start(web, 'knock');
    await settled();
    end();
    await runs.settled('run-1');
    runs.start(aProfile({ id: 'nas' }), 'connect');
    await settled();
    expect(runs.interrupt()).toEqual([{ profileId: 'nas', action: 'connect' }]);
    await runs.settled('run-2');
    expect(runs.interrupt()).toEqual([]);
    expect(runs.runs.map(({ phase }) => phase)).toEqual([
      { phase: 'done', outcome: SENT },
      { phase: 'done', outcome: { result: 'cancelled' } },
    ]);
  });
});
