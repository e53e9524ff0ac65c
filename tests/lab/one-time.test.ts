import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { fromList } from '../../electron/knock/one-time.ts';
import { type RunEvent, requestOf } from '../../electron/knock/request.ts';
import { RunManager } from '../../electron/knock/run-manager.ts';
import { runClose, runOpen } from '../../electron/knock/runner.ts';
import { formatOneTimeList } from '../../shared/formats/one-time-list.ts';
import { generateList, type OneTime } from '../../shared/model/one-time.ts';
import { emptyDraft, type Profile } from '../../shared/model/profile.ts';
import { ok } from '../../shared/result.ts';
import { ACCEPT, door, OPTIONS } from './support/doors.ts';
import { freshEngine, open } from './support/knocking.ts';
import { Lab, SERVER } from './support/lab.ts';

const lab = Lab.current();
const random = (words: Uint32Array<ArrayBuffer>) => crypto.getRandomValues(words);
const file = join(lab.folder, 'one-time.list');
let list: OneTime;

afterAll(() => lab.stopKnockd());

beforeEach(() => {
  list = generateList(10, 4, random, [22]);
});

/** A server that has used up the first `used` lines: they are not in its file any more. */
async function serve(used: number): Promise<void> {
  writeFileSync(file, formatOneTimeList({ ...list, position: used }));
  await lab.firewall('drop');
  const opens = { one_time_sequences: file, seq_timeout: '10', tcpflags: 'syn', ...ACCEPT };
  await lab.knockd(OPTIONS + door('once', opens));
}

function profileAt(position: number, host: string = SERVER.clean4): Profile {
  return {
    ...emptyDraft(),
    id: 'once',
    name: 'Once',
    host,
    sequence: [...(list.sequences[0] ?? [])],
    oneTime: { ...list, position },
    seqTimeoutS: 10,
    doorSeenAt: 1,
  };
}

const engine = freshEngine();
const knock = fromList((request, signal, emit) => runOpen(request, engine, signal, emit));
const runFrom = (position: number, emit: (event: RunEvent) => void = () => {}) =>
  knock(requestOf(profileAt(position), 'knock'), new AbortController().signal, emit);
const shut = () => lab.firewall('drop');
const usedOnServer = () => (readFileSync(file, 'utf8').match(/^#/gm) ?? []).length;

describe('a one-time list against knockd', () => {
  it('opens five times in a row, by a new line each, through the app’s own runs', async () => {
    await serve(0);
    let profile = profileAt(0);
    const runs = new RunManager({
      open: knock,
      close: (request, signal, emit) => runClose(request, engine, signal, emit),
      launch: async () => ok({ client: 'none' }),
      prepare: async (one) => ok(one),
      onOpened: (one, usedLine) => {
        if (usedLine !== null && one.oneTime !== null)
          profile = { ...profile, oneTime: { ...one.oneTime, position: usedLine + 1 } };
      },
      onClose: () => {},
      onChange: () => {},
      onEvent: () => {},
      newId: () => `run-${usedOnServer()}`,
      date: Date.now,
    });
    for (let n = 1; n <= 5; n++) {
      expect(await runs.outcome(profile, 'knock')).toMatchObject({ result: 'open', alreadyOpen: false });
      expect(profile.oneTime?.position).toBe(n);
      await expect.poll(usedOnServer).toBe(n);
      await shut();
    }
  });

  it('stays shut for a line that was used', async () => {
    await serve(3);
    const replayed = {
      ...requestOf(profileAt(0), 'knock'),
      oneTime: undefined,
      steps: list.sequences[2] ?? [],
      retries: 2,
    };
    expect((await open(replayed, engine)).outcome).toMatchObject({ result: 'not-open', attempts: 3 });
    expect(usedOnServer()).toBe(0);
  });

  it('meets a server that is one line ahead, and one that is one behind', async () => {
    await serve(3);
    expect(await runFrom(2)).toMatchObject({ outcome: { result: 'open' }, usedLine: 3 });
    await serve(3);
    expect(await runFrom(4)).toMatchObject({ outcome: { result: 'open' }, usedLine: 3 });
  });

  it('does not meet a server that is two lines ahead, and uses nothing', async () => {
    await serve(4);
    const result = await runFrom(2);
    expect(result.outcome).toMatchObject({ result: 'not-open', attempts: 7 });
    expect(result).not.toHaveProperty('usedLine');
    expect(usedOnServer()).toBe(0);
  });

  it('goes on with the same line after an attempt that was lost on the way', async () => {
    await serve(2);
    const abort = new AbortController();
    const cut = (event: RunEvent) => {
      if (event.type === 'sent' && !event.flush && event.index === 1) abort.abort();
    };
    const lost = await knock(requestOf(profileAt(2), 'knock'), abort.signal, cut);
    expect(lost.outcome).toEqual({ result: 'cancelled' });
    expect(lost).not.toHaveProperty('usedLine');
    expect(usedOnServer()).toBe(0);
    const again = await runFrom(2);
    expect(again).toMatchObject({ outcome: { result: 'open', alreadyOpen: false }, usedLine: 2 });
    await expect.poll(usedOnServer).toBe(1);
  });

  it('uses no line when the door stands open', async () => {
    await serve(0);
    await runFrom(0);
    const again = await runFrom(1);
    expect(again.outcome).toMatchObject({ result: 'open', alreadyOpen: true });
    expect(again).not.toHaveProperty('usedLine');
    await expect.poll(usedOnServer).toBe(1);
  });

  it('goes over IPv4 where the name has both, because knockd forgets the list over IPv6', async () => {
    await serve(0);
    for (let n = 0; n < 2; n++) {
      const result = await knock(
        requestOf({ ...profileAt(n), host: SERVER.name }, 'knock'),
        new AbortController().signal,
        () => {},
      );
      expect(result).toMatchObject({ outcome: { result: 'open' }, address: { family: 4 }, usedLine: n });
      await shut();
    }
  });
});
