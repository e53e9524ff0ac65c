import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/knock/clock.ts';
import { requestOf } from '../../../electron/knock/request.ts';
import type { RunnerDeps } from '../../../electron/knock/runner.ts';
import { runClose } from '../../../electron/knock/runner.ts';
import { practiceProfile } from '../../../electron/practice/practice-profile.ts';
import { PracticeServer } from '../../../electron/practice/practice-server.ts';
import type { PracticeState } from '../../../shared/model/app-state.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { engine, open, packets } from './engine.ts';
import { never, until, V4 } from './listeners.ts';

const OPEN = { result: 'open', ms: expect.any(Number), alreadyOpen: false, banner: null, mute: false };

let server: PracticeServer;
let profile: Profile;
let states: PracticeState[];
let deps: RunnerDeps;

beforeEach(async () => {
  states = [];
  server = new PracticeServer((state) => states.push(state));
  const ports = await server.start();
  if (ports === null) throw new Error('no free ports');
  profile = practiceProfile('Practice server', ports);
  deps = engine(systemClock);
});
afterEach(() => server.stop());

const verdicts = () => states.map(({ verdict }) => verdict?.kind);

describe('a first run, against the practice server', () => {
  it('opens its door', async () => {
    const run = await open(requestOf(profile, 'knock'), deps);
    expect([run.outcome, run.address, packets(run)]).toEqual([OPEN, V4, 'kkk']);
    expect(verdicts()).toEqual(['step', 'step', 'opened']);
  });

  it('reads its banner, where ssh is to follow', async () => {
    const connecting: Profile = { ...profile, launch: { ...profile.launch, client: 'ssh' } };
    const run = await open(requestOf(connecting, 'connect'), deps);
    expect(run.outcome).toEqual({ ...OPEN, banner: 'SSH-2.0-Toctoc_practice_server' });
  });

  it('finds it open, closes it, and opens it again', async () => {
    await open(requestOf(profile, 'knock'), deps);
    const again = await open(requestOf(profile, 'knock'), deps);
    expect([again.outcome, packets(again)]).toEqual([{ ...OPEN, alreadyOpen: true }, '']);
    const closed = await runClose(requestOf(profile, 'close'), deps, never, () => {});
    expect(closed.outcome).toEqual({ result: 'closed', ms: expect.any(Number), verified: true });
    await until(() => verdicts().at(-1) === 'closed');
    expect((await open(requestOf(profile, 'knock'), deps)).outcome).toEqual(OPEN);
  });

  it('stays shut for a broken sequence, and shows why', async () => {
    const [one, two, three] = profile.sequence;
    if (one === undefined || two === undefined || three === undefined) throw new Error('three knocks');
    const broken = { ...requestOf(profile, 'knock'), steps: [one, three, two], retries: 0 };
    const run = await open(broken, deps);
    expect(run.outcome).toEqual({ result: 'not-open', door: 'refused', attempts: 1, everOpened: false });
    expect(verdicts().slice(0, 2)).toEqual(['step', 'out-of-order']);
    // The right one opens all the same: what the broken one left is flushed.
    const right = await open(requestOf(profile, 'knock'), deps);
    expect([right.outcome, packets(right)]).toEqual([OPEN, 'fffkkk']);
  });
});
