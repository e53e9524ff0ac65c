import { describe, expect, it } from 'vitest';
import { createRunHandlers } from '../../../electron/ipc/run-handlers.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { fail, ok } from '../../../shared/result.ts';
import { aProfile } from '../../fakes/profiles.ts';

/** What these tests do not reach. */
const unused = () => {
  throw new Error('not asked for');
};

function setting(readable: readonly Profile[]) {
  const started: string[] = [];
  let settle = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const get = (id: string) => {
    const found = readable.find((one) => one.id === id);
    return found === undefined ? fail({ code: 'vault-locked' }) : ok(found);
  };
  const runs = {
    startInTurn: async ({ id }: Profile) => {
      started.push(id);
      return ok(`run-${id}`);
    },
    cancel: unused,
  };
  const vault = { settled: () => settled };
  const hostTests = { start: unused, cancel: unused };
  const keepOpen = { start: unused, stop: unused };
  const handlers = createRunHandlers({ profiles: { get }, vault, runs, hostTests, keepOpen, report: unused });
  return { handlers, settle, started };
}

describe('while the vault is being opened', () => {
  it('what needs secrets waits for it', async () => {
    const { handlers, settle, started } = setting([aProfile()]);
    const run = handlers['runs:start']({ profileId: 'web', action: 'knock' });
    await Promise.resolve();
    expect(started).toEqual([]);
    settle();
    expect(await run).toEqual(ok('run-web'));
  });
});

describe('several servers at once', () => {
  it('those that can be read run, and that others are locked is said', async () => {
    const { handlers, settle, started } = setting([aProfile()]);
    settle();
    const action = 'knock';
    expect(await handlers['runs:start-many']({ profileIds: ['nas', 'web'], action })).toEqual(
      fail({ code: 'vault-locked' }),
    );
    expect(started).toEqual(['web']);
    expect(await handlers['runs:start-many']({ profileIds: ['web', 'web'], action })).toEqual(ok(null));
    expect(started).toEqual(['web', 'web']);
  });
});
