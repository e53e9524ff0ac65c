import type { Outcome, RunPhase } from '../../shared/model/run.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile, aRun, steps } from '../fakes/profiles.ts';
import { type App, expect, test } from './support/app.ts';

const profiles = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'].map((name) =>
  aProfile({ id: name.toLowerCase(), name, host: `${name.toLowerCase()}.example.org` }),
);
const closing = profiles.map((profile, at) => (at < 2 ? { ...profile, closeSequence: [...steps('9000')] } : profile));
const done = (outcome: Outcome): RunPhase => ({ phase: 'done', outcome });
const open = { result: 'open', ms: 412, alreadyOpen: false, banner: null, mute: false } as const;

async function expectSelected(app: App, names: readonly string[]): Promise<void> {
  const selected = app.page.getByRole('listbox', { name: 'Profiles' }).getByRole('option', { selected: true });
  await expect(selected).toHaveText(names.map((name) => new RegExp(`^${name}`)));
}

function line(app: App, name: string) {
  return app.page.getByRole('list', { name: 'Results' }).getByRole('button', { name });
}

async function selectAll(app: App): Promise<void> {
  await app.option('Alpha').click();
  await app.page.keyboard.press('Control+a');
  await expect(app.page.getByRole('heading', { name: '5 servers selected' })).toBeVisible();
}

test('a click selects one, with Ctrl one more or less, with Shift all between', async ({ app }) => {
  await app.open(new FakeBridge({ profiles }));
  await expect(app.page.getByRole('listbox', { name: 'Profiles' })).toHaveAttribute('aria-multiselectable', 'true');
  await app.option('Bravo').click();
  await expectSelected(app, ['Bravo']);
  await app.option('Delta').click({ modifiers: ['Control'] });
  await expectSelected(app, ['Bravo', 'Delta']);
  await app.option('Bravo').click({ modifiers: ['Meta'] });
  await expectSelected(app, ['Delta']);
  await expect(app.page.getByRole('heading', { name: 'Delta' })).toBeVisible();
  await app.option('Delta').click({ modifiers: ['Control'] });
  await expectSelected(app, ['Delta']);
  await app.option('Bravo').click({ modifiers: ['Shift'] });
  await expectSelected(app, ['Bravo', 'Charlie', 'Delta']);
  await app.option('Echo').click({ modifiers: ['Shift'] });
  await expectSelected(app, ['Delta', 'Echo']);
  await app.option('Alpha').click();
  await expectSelected(app, ['Alpha']);
  await expect(app.page.getByRole('heading', { name: 'Alpha' })).toBeVisible();
});

test('the keyboard selects several, and Escape one again', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles }));
  const { keyboard } = app.page;
  await app.option('Bravo').click();
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await expectSelected(app, ['Bravo', 'Charlie', 'Delta']);
  await expect(app.option('Delta')).toBeFocused();
  await keyboard.press('Shift+ArrowUp');
  await expectSelected(app, ['Bravo', 'Charlie']);
  await keyboard.press('Control+ArrowDown');
  await keyboard.press('Control+ArrowDown');
  await expect(app.option('Echo')).toBeFocused();
  await expectSelected(app, ['Bravo', 'Charlie']);
  await keyboard.press('Control+Space');
  await expectSelected(app, ['Bravo', 'Charlie', 'Echo']);
  await keyboard.press('Enter');
  await expect
    .poll(() => bridge.called('runs:start-many'))
    .toEqual([[{ profileIds: ['bravo', 'charlie', 'echo'], action: 'knock' }]]);
  await keyboard.press('Control+a');
  await expectSelected(app, ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo']);
  await keyboard.press('Escape');
  await expectSelected(app, ['Echo']);
  await keyboard.press('Shift+Home');
  await expectSelected(app, ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo']);
  await keyboard.press('ArrowDown');
  await expectSelected(app, ['Bravo']);
});

test('unsaved changes are kept when one more is selected', async ({ app }) => {
  await app.open(new FakeBridge({ profiles }));
  await app.button('Edit').click();
  await app.field('Name').fill('Changed');
  await app.option('Charlie').click({ modifiers: ['Control'] });
  await expectSelected(app, ['Alpha', 'Charlie']);
  await expect(app.option('Alpha').getByRole('img', { name: 'unsaved changes' })).toBeVisible();
});

test('every result has its line, and the summary counts them', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles }));
  await selectAll(app);
  await expect(app.status).toContainText('Ready');
  await expect(line(app, 'Alpha')).toHaveAccessibleName('Alpha alpha.example.org Not knocked yet');
  await app.button('Knock').click();
  await expect
    .poll(() => bridge.called('runs:start-many'))
    .toEqual([[{ profileIds: profiles.map(({ id }) => id), action: 'knock' }]]);

  const problem = { code: 'name-not-found', params: { host: 'echo.example.org' } } as const;
  const story: readonly (readonly [id: string, phase: RunPhase, words: string, summary: string])[] = [
    ['alpha', { phase: 'queued' }, 'Waiting for its turn', '0 of 5 open1 running, 4 not knocked yet'],
    ['alpha', { phase: 'knocking', index: 2, of: 3, flush: false }, 'Knock 2 of 3', '1 running'],
    ['alpha', done(open), 'Open after 412\u00a0ms', '1 of 5 open4 not knocked yet'],
    ['bravo', done({ ...open, alreadyOpen: true }), 'Was already open', '2 of 5 open'],
    ['charlie', done({ result: 'sent', ms: 90 }), 'Sent, not checked', '1 sent, not checked, 2 not knocked yet'],
    [
      'delta',
      done({ result: 'not-open', door: 'silent', attempts: 3, everOpened: true }),
      'Not open. Port 22 gave no answer after 3 attempts.',
      '2 of 5 open1 sent, not checked, 1 not open, 1 not knocked yet',
    ],
    ['echo', done({ result: 'failed', problem }), 'Host “echo.example.org” was not found', '1 not open, 1 failed'],
    ['echo', done({ result: 'cancelled' }), 'Cancelled', '1 not open, 1 cancelled'],
  ];
  for (const [profileId, phase, words, summary] of story) {
    await bridge.pushRun(aRun(phase, { profileId, runId: `run-${profileId}`, action: 'knock' }));
    await expect(line(app, profileId)).toContainText(words);
    await expect(app.status).toContainText(summary);
  }
  await line(app, 'Delta').press('Enter');
  await expect(app.page.getByText('What to try')).toBeVisible();
  await expectSelected(app, ['Delta']);
  await expect(app.option('Delta')).toBeFocused();
});

test('Cancel all cancels what is running, and nothing else', async ({ app }) => {
  const runs = [
    aRun({ phase: 'checking' }, { profileId: 'alpha', runId: 'r1' }),
    aRun({ phase: 'queued' }, { profileId: 'bravo', runId: 'r2' }),
    aRun(done(open), { profileId: 'charlie', runId: 'r3' }),
    aRun({ phase: 'checking' }, { profileId: 'echo', runId: 'r5' }),
  ];
  const bridge = await app.open(new FakeBridge({ profiles, runs }));
  await app.option('Alpha').click();
  await app.option('Delta').click({ modifiers: ['Shift'] });
  await expect(app.button('Knock')).toHaveCount(0);
  await app.button('Cancel all').click();
  await expect.poll(() => bridge.called('runs:cancel')).toEqual([['r1'], ['r2']]);
  for (const { profileId, runId } of runs.slice(0, 2))
    await bridge.pushRun(aRun(done({ result: 'cancelled' }), { profileId, runId }));
  await expect(app.button('Knock')).toBeFocused();
  await expect(app.button('Cancel all')).toHaveCount(0);
});

test('Close doors closes those that can, and says what happens to the others', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: closing }));
  await selectAll(app);
  await expect(
    app.page.getByText('3 of them have no close sequence: Close doors leaves them as they are.'),
  ).toBeVisible();
  await app.button('Close doors').click();
  await expect
    .poll(() => bridge.called('runs:start-many'))
    .toEqual([[{ profileIds: ['alpha', 'bravo'], action: 'close' }]]);
  const closed = { result: 'closed', ms: 90, verified: true } as const;
  await bridge.pushRun(aRun(done(closed), { profileId: 'alpha', action: 'close' }));
  await bridge.pushRun(aRun(done({ result: 'still-open', attempts: 1 }), { profileId: 'bravo', action: 'close' }));
  await expect(app.status).toHaveText('1 of 5 closed1 still open, 3 not knocked yet');
  await expect(line(app, 'Alpha')).toContainText('Closed after 90\u00a0ms');
  await expect(line(app, 'Bravo')).toContainText('Still open');
});

test('where nothing can be closed, nothing offers to', async ({ app }) => {
  await app.open(new FakeBridge({ profiles }));
  await selectAll(app);
  await expect(app.button('Knock')).toBeVisible();
  await expect(app.button('Close doors')).toHaveCount(0);
});

test('what main refuses is said', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles }));
  bridge.refusals.set('runs:start-many', [{ code: 'profile-unknown' }]);
  await selectAll(app);
  await app.button('Knock').click();
  await expect(app.page.getByText('This profile no longer exists.').first()).toBeVisible();
});

test('a selected profile that is deleted elsewhere leaves the others', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles }));
  await selectAll(app);
  await bridge.invoke('profiles:delete', ['charlie']);
  await expect(app.page.getByRole('heading', { name: '4 servers selected' })).toBeVisible();
});

test('at 480 px several are selected in the list, then shown', async ({ app }) => {
  await app.page.setViewportSize({ width: 480, height: 700 });
  await app.open(new FakeBridge({ profiles }));
  await app.option('Bravo').click({ modifiers: ['Control'] });
  await expect(app.button('Knock')).toBeHidden();
  await app.button('Show 2 selected').click();
  await expect(app.button('Knock')).toBeVisible();
  await app.button('Back').click();
  await expectSelected(app, ['Alpha', 'Bravo']);
});
