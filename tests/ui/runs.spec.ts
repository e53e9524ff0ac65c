import { PRACTICE_ID } from '../../shared/model/profile.ts';
import type { Outcome, RunPhase, RunState } from '../../shared/model/run.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile, aRun, steps } from '../fakes/profiles.ts';
import { expect, test } from './support/app.ts';

const done = (outcome: Outcome): RunPhase => ({ phase: 'done', outcome });
const open = { result: 'open', ms: 412, alreadyOpen: false, banner: null, mute: false } as const;

test('a run is told live, from the first look-up to the session', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [aProfile()] }));
  await expect(app.status).toContainText('Ready');
  await app.button('Knock and connect').click();
  await expect.poll(() => bridge.called('runs:start')).toEqual([[{ profileId: 'web', action: 'connect' }]]);

  const story: readonly (readonly [RunPhase, string])[] = [
    [{ phase: 'resolving' }, 'Looking up web.example.org'],
    [{ phase: 'queued' }, 'Waiting for another run to the same server'],
    [{ phase: 'looking' }, 'Looking whether the door is already open'],
    [{ phase: 'knocking', index: 0, of: 3, flush: false }, 'Knock 1 of 3'],
    [{ phase: 'knocking', index: 2, of: 3, flush: false }, 'Knock 2 of 3'],
    [{ phase: 'checking' }, 'Checking the door'],
    [{ phase: 'knocking', index: 1, of: 4, flush: true }, 'Clearing the server’s unfinished sequence: knock 1 of 4'],
  ];
  for (const [phase, words] of story) {
    await bridge.pushRun(aRun(phase));
    await expect(app.status).toContainText(words);
    await expect(app.button('Cancel')).toBeFocused();
    await expect(app.button('Knock and connect')).toHaveCount(0);
  }
  await bridge.pushRun(aRun({ phase: 'checking' }, { attempt: 2 }));
  await expect(app.status).toContainText('Attempt 2 of 3');
  await bridge.pushRun(aRun(done(open), { launch: { state: 'starting' } }));
  await expect(app.status).toContainText('Starting your session');
  await expect(app.button('Cancel')).toHaveCount(0);
  await expect(app.button('Knock and connect')).toBeFocused();
  await bridge.pushRun(aRun(done(open), { launch: { state: 'started', client: 'GNOME Terminal' } }));
  await expect(app.status).toContainText(/Opened after 412\u00a0ms, at \d+:\d\d:\d\d/);
  await expect(app.status).toContainText('Session started in GNOME Terminal.');
  await expect(app.button('Knock and connect')).toBeFocused();
});

/** How a run can end, and what is then read aloud. */
const endings: readonly (readonly [Outcome, string, Partial<RunState>?])[] = [
  [{ ...open, alreadyOpen: true }, 'The door was already open'],
  [{ ...open, mute: true }, 'the server did not greet'],
  [open, 'The ssh program was not found', { launch: { state: 'failed', problem: { code: 'ssh-missing' } } }],
  [open, 'No terminal was found: install one', { launch: { state: 'failed', problem: { code: 'terminal-none' } } }],
  [{ result: 'sent', ms: 160 }, 'All knocks were sent'],
  [{ result: 'closed', ms: 90, verified: true }, 'The door is closed', { action: 'close' }],
  [{ result: 'closed', ms: 90, verified: false }, 'has not been seen shut', { action: 'close' }],
  [{ result: 'still-open', attempts: 2 }, 'sent 2 times, and the door still answers', { action: 'close' }],
  [{ result: 'not-open', door: 'silent', attempts: 3, everOpened: true }, 'gave no answer after 3 attempts'],
  [{ result: 'not-open', door: 'refused', attempts: 1, everOpened: true }, 'still refuses after one attempt'],
  [{ result: 'cancelled' }, 'Cancelled'],
  [
    { result: 'failed', problem: { code: 'name-not-found', params: { host: 'web.example.org' } } },
    'Host “web.example.org” was not found: check the spelling',
  ],
  [
    { result: 'failed', problem: { code: 'name-lookup-failed', params: { host: 'web.example.org' } } },
    'Host “web.example.org” could not be looked up: is this computer connected',
  ],
  [
    { result: 'failed', problem: { code: 'network-unreachable', params: { address: '192.0.2.7' } } },
    'Host 192.0.2.7 lies in a network that cannot be reached: is this computer connected',
  ],
];
test('every ending has its sentence', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [aProfile()] }));
  for (const [outcome, words, differs] of endings)
    await test.step(words, async () => {
      await bridge.pushRun(aRun(done(outcome), differs));
      await expect(app.status).toContainText(words);
      await expect(app.button('Cancel')).toHaveCount(0);
    });
});

test('a door that stayed shut comes with what to try', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [aProfile()] }));
  const never = app.page.getByText('Is 22 the right door port?');
  await bridge.pushRun(aRun(done({ result: 'not-open', door: 'silent', attempts: 3, everOpened: false })));
  await expect(never).toBeVisible();
  await expect(app.page.getByText('may filter unusual ports')).toBeVisible();
  await bridge.pushRun(aRun(done({ result: 'not-open', door: 'refused', attempts: 3, everOpened: true })));
  await expect(never).toHaveCount(0);
  await expect(app.page.getByText('See whether the service on port 22 is running.')).toBeVisible();
});

test('while a session starts, nothing can be cancelled or begun', async ({ app }) => {
  const profile = aProfile({ closeSequence: [...steps('9000')] });
  const run = aRun(done(open), { launch: { state: 'starting' } });
  const bridge = await app.open(new FakeBridge({ profiles: [profile], runs: [run] }));
  await expect(app.button('Cancel')).toHaveCount(0);
  for (const name of ['Knock and connect', 'Knock', 'Close door']) {
    await expect(app.button(name)).toHaveAttribute('aria-disabled', 'true');
    await app.button(name).press('Enter');
  }
  await bridge.pushRun({ ...run, launch: { state: 'started', client: 'xterm' } });
  await expect(app.status).toContainText('Session started in xterm.');
  await expect(app.button('Knock')).not.toHaveAttribute('aria-disabled');
  expect(bridge.calls).toEqual([]);
});

test('a long wait before a retry names its cure, unless the server is known to be knockd', async ({ app }) => {
  const advice = 'If this server runs knockd, set Server kind under Advanced: retries are then quick.';
  const knockd = aProfile({ id: 'b', name: 'Known', serverKind: 'knockd' });
  const retry = { phase: 'waiting', reason: 'retry', untilMs: 0 } as const;
  const bridge = await app.open(
    new FakeBridge({ profiles: [aProfile(), knockd], runs: [aRun(retry), aRun(retry, { profileId: 'b' })] }),
  );
  await expect(app.status).toContainText(advice);
  await bridge.pushRun(aRun({ phase: 'waiting', reason: 'unfinished-attempt', untilMs: 0 }));
  await expect(app.status).toContainText('cut short');
  await expect(app.status).not.toContainText(advice);
  await app.option('Known').click();
  await expect(app.status).toContainText('The door stayed shut.');
  await expect(app.status).not.toContainText(advice);
});

test('the knock that keeps a door open is told like any other', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [aProfile()] }));
  await bridge.pushRun(aRun({ phase: 'knocking', index: 2, of: 3, flush: false }, { action: 'refresh' }));
  await expect(app.status).toContainText('Knock 2 of 3');
  await bridge.pushRun(aRun(done(open), { action: 'refresh' }));
  await expect(app.status).toContainText(/Opened after 412\u00a0ms, at \d+:\d\d:\d\d/);
});

test('waiting counts down', async ({ app }) => {
  const now = Date.UTC(2030, 0, 1);
  await app.stopClock(now + 1000);
  const waiting = { phase: 'waiting', reason: 'retry', untilMs: now + 4000 } as const;
  await app.open(new FakeBridge({ profiles: [aProfile()], runs: [aRun(waiting, { attempt: 2 })] }));
  await expect(app.status).toContainText('Waiting before the next attempt 3\u00a0s');
  await expect(app.status).toContainText('Attempt 2 of 3');
  await app.page.clock.runFor(1000);
  await expect(app.status).toContainText('Waiting before the next attempt 2\u00a0s');
  for (const left of [1, 0]) {
    await app.page.clock.runFor(1000);
    await expect(app.status).toContainText(`Waiting before the next attempt ${left}\u00a0s`);
  }
  await app.page.clock.runFor(5000);
  await expect(app.status).toContainText('Waiting before the next attempt 0\u00a0s');
});

test('Cancel cancels this run, and a double click on Knock does not', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [aProfile()] }));
  await app.button('Knock and connect').dblclick();
  await expect.poll(() => bridge.called('runs:start')).toHaveLength(1);
  await bridge.pushRun(aRun({ phase: 'looking' }, { runId: 'run-7' }));
  expect(bridge.called('runs:cancel')).toEqual([]);
  await app.button('Cancel').click();
  await expect.poll(() => bridge.called('runs:cancel')).toEqual([['run-7']]);
});

test('Enter held down is pressed once: it knocks, and does not cancel; pressed again it does', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [aProfile()] }));
  const { keyboard } = app.page;
  const hold = async (times: number) => {
    for (let time = 0; time < times; time += 1) await keyboard.down('Enter');
  };
  await app.button('Knock and connect').focus();
  await hold(3);
  await expect.poll(() => bridge.called('runs:start')).toHaveLength(1);
  await bridge.pushRun(aRun({ phase: 'looking' }, { runId: 'run-7' }));
  await expect(app.button('Cancel')).toBeFocused();
  await hold(3);
  await keyboard.up('Enter');
  await bridge.pushRun(aRun(done(open), { runId: 'run-7' }));
  await app.option('Web server').focus();
  await hold(4);
  await keyboard.up('Enter');
  await expect.poll(() => bridge.called('runs:start')).toHaveLength(2);
  await bridge.pushRun(aRun({ phase: 'looking' }, { runId: 'run-8' }));
  await app.button('Cancel').press('Enter');
  // The one that was meant; whatever was pressed before it has been told by now.
  await expect.poll(() => bridge.called('runs:cancel')).toEqual([['run-8']]);
  expect(bridge.called('runs:start')).toHaveLength(2);
});

test('Knock alone launches nothing; Close door is there only for a profile that can close', async ({ app }) => {
  const closing = aProfile({ closeSequence: [...steps('9000')] });
  const bridge = await app.open(new FakeBridge({ profiles: [closing, aProfile({ id: 'b', name: 'Other' })] }));
  await app.button('Knock').click();
  await app.button('Close door').click();
  await expect
    .poll(() => bridge.called('runs:start'))
    .toEqual([[{ profileId: 'web', action: 'knock' }], [{ profileId: 'web', action: 'close' }]]);
  await app.option('Other').click();
  await expect(app.button('Close door')).toHaveCount(0);
});

test('the list shows how each server stands', async ({ app }) => {
  const runs = [aRun(done(open)), aRun({ phase: 'looking' }, { profileId: 'b' })];
  await app.open(new FakeBridge({ profiles: [aProfile(), aProfile({ id: 'b', name: 'Other' })], runs }));
  await expect(app.option('Web server')).toContainText('Open');
  await expect(app.option('Other')).toContainText('Knocking');
});

test('the practice server says what it heard, and when its door shuts', async ({ app }) => {
  const now = Date.UTC(2030, 0, 1);
  await app.stopClock(now + 1000);
  const profile = aProfile({
    id: PRACTICE_ID,
    name: 'Practice server',
    launch: { ...aProfile().launch, client: 'none' },
  });
  const bridge = await app.open(new FakeBridge({ profiles: [profile], practice: null }));
  const knock = await app.button('Knock').boundingBox();
  await expect(app.page.getByText('No knock heard yet.')).toBeVisible();
  await bridge.push('practice', { doorOpen: false, shutsAtMs: null, verdict: { kind: 'step', stage: 2, of: 3 } });
  await expect(app.page.getByText('Heard knock 2 of 3, in order.')).toBeVisible();
  // The server has come to life: what is knocked with has not moved away under the hand.
  expect(await app.button('Knock').boundingBox()).toEqual(knock);
  await bridge.push('practice', { doorOpen: true, shutsAtMs: now + 11_000, verdict: { kind: 'opened' } });
  await expect(app.page.getByText('shuts by itself in 10\u00a0s')).toBeVisible();
  await bridge.push('practice', { doorOpen: false, shutsAtMs: null, verdict: { kind: 'out-of-order' } });
  await expect(app.page.getByText('a knock that was not the next one')).toBeVisible();
});
