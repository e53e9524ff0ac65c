import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/knock/clock.ts';
import { Gate } from '../../../electron/knock/gate.ts';
import { ServerMemory } from '../../../electron/knock/memory.ts';
import { type RunEvent, requestOf } from '../../../electron/knock/request.ts';
import { lookupAll } from '../../../electron/knock/resolve.ts';
import { sourceTowards } from '../../../electron/knock/route.ts';
import { type RunnerDeps, runClose, runOpen } from '../../../electron/knock/runner.ts';
import { practiceProfile } from '../../../electron/practice/practice-profile.ts';
import { type PracticePorts, PracticeServer } from '../../../electron/practice/practice-server.ts';
import type { PracticeState } from '../../../shared/model/app-state.ts';

let server: PracticeServer;
let ports: PracticePorts;
let states: PracticeState[];
let deps: RunnerDeps;
const never = new AbortController().signal;

beforeEach(async () => {
  states = [];
  server = new PracticeServer((state) => states.push(state));
  const started = await server.start();
  if (started === null) throw new Error('no ports');
  ports = started;
  deps = {
    clock: systemClock,
    lookup: lookupAll,
    gate: new Gate(),
    memory: new ServerMemory(systemClock),
    sourceTowards,
  };
});
afterEach(() => server.stop());

describe('a run against the practice server', () => {
  it('opens the door and reads its banner', async () => {
    const events: RunEvent[] = [];
    const { outcome, address } = await runOpen(
      requestOf(
        {
          ...practiceProfile('p', ports),
          launch: { client: 'ssh', terminal: 'auto', user: '', port: null, identityFile: '' },
        },
        'knock',
      ),
      deps,
      never,
      (event) => events.push(event),
    );
    expect(outcome).toMatchObject({
      result: 'open',
      alreadyOpen: false,
      banner: 'SSH-2.0-Toctoc_practice_server',
      mute: false,
    });
    expect(address).toEqual({ address: '127.0.0.1', family: 4 });
    expect(events.filter(({ type }) => type === 'sent')).toHaveLength(3);
    console.log(outcome, states);
  });
  it('closes', async () => {
    const profile = practiceProfile('p', ports);
    await runOpen(requestOf(profile, 'knock'), deps, never, () => {});
    const again = await runOpen(requestOf(profile, 'knock'), deps, never, () => {});
    expect(again.outcome).toMatchObject({ result: 'open', alreadyOpen: true });
    const closed = await runClose(requestOf(profile, 'close'), deps, never, () => {});
    expect(closed.outcome).toMatchObject({ result: 'closed', verified: true });
    console.log(closed.outcome);
  });
});
