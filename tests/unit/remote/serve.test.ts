import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../electron/knock/request.ts';
import { RunManager } from '../../../electron/knock/run-manager.ts';
import type { RunResult } from '../../../electron/knock/runner.ts';
import { Importer } from '../../../electron/profiles/import/importer.ts';
import type { RemoteMessage, RemoteRequest } from '../../../electron/remote/protocol.ts';
import { createServe, type ServeDeps } from '../../../electron/remote/serve.ts';
import { type Profile, summarise } from '../../../shared/model/profile.ts';
import { fail, ok } from '../../../shared/result.ts';
import { oneStep } from '../../fakes/one-step.ts';
import { aProfile, steps } from '../../fakes/profiles.ts';

/** Import and export have their own tests. */
const noSharing: ServeDeps['sharing'] = {
  readFolder: () => Promise.reject(new Error('not here')),
  exportText: () => Promise.reject(new Error('not here')),
  importer: new Importer({
    existing: () => oneStep(() => ok([])),
    saveMany: () => oneStep(() => fail({ code: 'vault-locked' })),
    revert: () => ok(null),
    unseal: async () => fail({ code: 'import-passphrase-wrong' }),
    newId: () => 'id',
  }),
};
const address = { address: '192.0.2.7', family: 4 } as const;
const open = { result: 'open', ms: 1, alreadyOpen: false, banner: null, mute: false } as const;

/** A real run manager over runs that end when the test says so. */
function setting(profile: Profile = aProfile({ closeSequence: [...steps('9000 8000')] }), opened = profile) {
  let kept = profile;
  const going: { readonly kind: string; readonly finish: () => void; readonly signal: AbortSignal }[] = [];
  const runner =
    (kind: 'open' | 'close') => (_request: unknown, signal: AbortSignal, emit: (event: RunEvent) => void) =>
      new Promise<RunResult>((resolve) => {
        const end = (outcome: RunResult['outcome']) => {
          emit({ type: 'done', outcome });
          resolve({ outcome, address });
        };
        emit({ type: 'address', ...address });
        emit({ type: 'sent', index: 0, of: 3, flush: false, port: 7000, protocol: 'tcp', atMs: 0 });
        signal.addEventListener('abort', () => end({ result: 'cancelled' }));
        going.push({
          kind,
          signal,
          finish: () => end(kind === 'open' ? open : { result: 'closed', ms: 1, verified: true }),
        });
      });
  let id = 0;
  const runs = new RunManager({
    open: runner('open'),
    close: runner('close'),
    launch: async () => ok({ client: 'none' }),
    prepare: async (one) => ok(one),
    onOpened: () => {
      kept = opened;
    },
    onClose: () => {},
    onChange: () => {},
    newId: () => `run-${++id}`,
    date: () => 0,
  });
  const told: string[] = [];
  const serve = createServe({
    list: () => [summarise(kept)],
    ready: async () => {},
    read: (one) => (one === profile.id ? ok(profile) : fail({ code: 'profile-unknown' })),
    runs,
    sharing: noSharing,
    onStart: (runId) => told.push(runId),
  });
  const ask = (type: 'knock' | 'close' | 'connect', word = 'Web server') => {
    const gone = new AbortController();
    const said: RemoteMessage[] = [];
    const request: RemoteRequest = { type, version: 1, profile: word };
    return { said, gone, over: serve(request, (message) => said.push(message), gone.signal) };
  };
  const started = (count: number) => expect.poll(() => going.length).toBe(count);
  return { ask, going, runs, started, serve, profile, told };
}

describe('a one-time list', () => {
  const sequences = Array.from({ length: 8 }, (_, at) => [...steps(`${7000 + at} ${8000 + at}`)]);
  const fewLines = async (position: number, type: 'knock' | 'close' | 'connect' = 'knock') => {
    const at = (one: number) =>
      aProfile({ oneTime: { sequences, position: one }, closeSequence: [...steps('9000 8000')] });
    const { ask, going, started } = setting(at(position), at(position + 1));
    const { said, over } = ask(type);
    await started(1);
    going[0]?.finish();
    await over;
    return said.filter((message) => message.type === 'few-lines');
  };

  it('that ends is told of after a knock, the line that it used counted, in numbers only', async () => {
    expect(await fewLines(2)).toEqual([{ type: 'few-lines', left: 5, total: 8 }]);
    expect(await fewLines(7, 'connect')).toEqual([{ type: 'few-lines', left: 0, total: 8 }]);
  });

  it('that is long enough is not, and closing uses none of it', async () => {
    expect(await fewLines(1)).toEqual([]);
    expect(await fewLines(3, 'close')).toEqual([]);
  });
});

const outcomes = (said: readonly RemoteMessage[]) =>
  said.flatMap((message) =>
    message.type === 'event' && message.event.type === 'done' ? [message.event.outcome.result] : [],
  );

describe('every profile that has a tag', () => {
  const tagged = (id: string, ...tags: string[]) => aProfile({ id, name: id, host: `${id}.example.org`, tags });

  function many(...profiles: readonly Profile[]) {
    const running: string[] = [];
    const runs = new RunManager({
      open: async ({ host }, _signal, emit) => {
        running.push(host);
        const outcome = host.startsWith('bad')
          ? ({ result: 'not-open', door: 'silent', attempts: 1, everOpened: true } as const)
          : open;
        emit({ type: 'done', outcome });
        return { outcome, address };
      },
      close: () => Promise.reject(new Error('nothing is to be closed')),
      launch: async () => ok({ client: 'none' }),
      prepare: async (one) => ok(one),
      onOpened: () => {},
      onClose: () => {},
      onChange: () => {},
      newId: () => `run-${running.length}-${Math.random()}`,
      date: () => 0,
    });
    const serve = createServe({
      list: () => profiles.map(summarise),
      ready: async () => {},
      read: (id) => {
        const found = profiles.find((one) => one.id === id);
        return found === undefined || id === 'locked' ? fail({ code: 'vault-locked' }) : ok(found);
      },
      runs,
      sharing: noSharing,
      onStart: () => {},
    });
    const ask = async (tag: string, action: 'knock' | 'close' = 'knock') => {
      const said: RemoteMessage[] = [];
      await serve(
        { type: 'tag', version: 1, tag, action },
        (message) => said.push(message),
        new AbortController().signal,
      );
      return said;
    };
    return { ask, running };
  }
  const results = (said: readonly RemoteMessage[]) =>
    said
      .map((message) =>
        message.type === 'result' ? `${message.profile.name} ${message.outcome.result}` : message.type,
      )
      .toSorted();

  it('is knocked, whatever the capitals, and each tells its result and nothing of its ports', async () => {
    const { ask, running } = many(tagged('one', 'Web'), tagged('bad', 'web', 'x'), tagged('other', 'mail'));
    const said = await ask('WEB');
    expect(results(said)).toEqual(['bad not-open', 'one open']);
    expect(running.toSorted()).toEqual(['bad.example.org', 'one.example.org']);
    expect(JSON.stringify(said)).not.toContain('7000');
  });

  it('tells which one cannot be read or closed, and runs the others', async () => {
    const { ask } = many(tagged('one', 'web'), tagged('locked', 'web'));
    expect(results(await ask('web'))).toEqual(['locked failed', 'one open']);
    const closing = await ask('web', 'close');
    expect(results(closing)).toEqual(['locked failed', 'one failed']);
    expect(JSON.stringify(closing)).toContain('close-sequence-missing');
  });

  it('tells of each list that ends, after a knock, and whose it is', async () => {
    const sequences = Array.from({ length: 8 }, (_, at) => [...steps(`${7000 + at} ${8000 + at}`)]);
    const ending = { ...tagged('one', 'web'), oneTime: { sequences, position: 5 } };
    const { ask } = many(ending, { ...ending, id: 'long', oneTime: { sequences, position: 0 } }, tagged('two', 'web'));
    const few = (await ask('web')).filter((message) => message.type === 'few-lines');
    expect(few).toEqual([{ type: 'few-lines', profile: expect.objectContaining({ id: 'one' }), left: 3, total: 8 }]);
    expect((await ask('web', 'close')).filter((message) => message.type === 'few-lines')).toEqual([]);
  });

  it('is none: then the tags there are', async () => {
    const { ask, running } = many(tagged('one', 'web', 'mail'), tagged('two', 'web'));
    expect(await ask('we')).toEqual([{ type: 'unknown-tag', tags: ['web', 'mail'] }]);
    expect(running).toEqual([]);
  });
});

describe('a request of the command line', () => {
  it('lists profiles without their sequences', async () => {
    const { serve } = setting();
    const said: RemoteMessage[] = [];
    await serve({ type: 'list', version: 1 }, (message) => said.push(message), new AbortController().signal);
    expect(said).toEqual([
      {
        type: 'profile',
        profile: { id: 'web', name: 'Web server', host: 'web.example.org', doorPort: 22, canClose: true },
      },
    ]);
  });

  it('runs, tells every event without ports, and ends', async () => {
    const { ask, going, started, told } = setting();
    const { said, over } = ask('knock');
    await started(1);
    going[0]?.finish();
    await over;
    expect(outcomes(said)).toEqual(['open']);
    expect(told).toEqual(['run-1']);
    expect(JSON.stringify(said)).not.toContain('7000');
  });

  it('answers a connect with the address that was knocked and the port that ssh would use', async () => {
    const { ask, going, started } = setting(aProfile({ launch: { ...aProfile().launch, port: 2222 } }));
    const { said, over } = ask('connect');
    await started(1);
    going[0]?.finish();
    await over;
    expect(said.at(-1)).toEqual({ type: 'target', ...address, port: 2222, localAddress: null });
  });

  it('says when there is no such profile, or no close sequence', async () => {
    const { ask } = setting(aProfile());
    const unknown = ask('knock', 'Web');
    await unknown.over;
    expect(unknown.said).toMatchObject([{ type: 'unknown', ambiguous: false, profiles: [{ name: 'Web server' }] }]);
    const close = ask('close');
    await close.over;
    expect(close.said).toEqual([{ type: 'failed', problem: { code: 'close-sequence-missing' } }]);
  });
});

describe('a client that goes', () => {
  it('cancels its run', async () => {
    const { ask, going, started } = setting();
    const { gone, over } = ask('knock');
    await started(1);
    gone.abort();
    await over;
    expect(going[0]?.signal.aborted).toBe(true);
  });

  it('leaves a run that another client waits for, until that one goes too', async () => {
    const { ask, going, started } = setting();
    const [first, second] = [ask('knock'), ask('connect')];
    await started(1);
    first.gone.abort();
    await first.over;
    expect(going[0]?.signal.aborted).toBe(false);
    second.gone.abort();
    await second.over;
    expect(going[0]?.signal.aborted).toBe(true);
    expect(going).toHaveLength(1);
  });

  it('leaves a run that the window started', async () => {
    const { ask, going, started, runs, profile, told } = setting();
    runs.start(profile, 'connect');
    await started(1);
    const { gone, over } = ask('knock');
    gone.abort();
    await over;
    expect(told).toEqual([]);
    expect(going[0]?.signal.aborted).toBe(false);
    expect(going).toHaveLength(1);
  });
});

it('a close waits for the knock that is going on, instead of taking its end for its own', async () => {
  const { ask, going, started, runs, profile } = setting();
  runs.start(profile, 'knock');
  await started(1);
  const { said, over } = ask('close');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(going).toHaveLength(1);
  going[0]?.finish();
  await started(2);
  expect(going[1]?.kind).toBe('close');
  going[1]?.finish();
  await over;
  expect(outcomes(said)).toEqual(['closed']);
});
