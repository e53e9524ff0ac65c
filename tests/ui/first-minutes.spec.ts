import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile, aRun } from '../fakes/profiles.ts';
import { expect, test } from './support/app.ts';

const notOpen = { result: 'not-open', door: 'silent', attempts: 3, everOpened: true } as const;
const opened = { result: 'open', ms: 412, alreadyOpen: false, banner: null, mute: false } as const;
const practice = aProfile({ id: 'practice', name: 'Practice server', host: '127.0.0.1' });

test('the practice server can be knocked wrong, and one’s own servers brought', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [practice] }));
  await app.button('Knock it wrong').click();
  await expect
    .poll(() => bridge.called('runs:try'))
    .toMatchObject([[{ draft: { sequence: [{ port: 8000 }, { port: 7000 }, { port: 9000 }] } }]]);
  const wrong = aRun({ phase: 'done', outcome: notOpen }, { runId: 'try-1', profileId: 'draft', action: 'knock' });
  await bridge.pushRun(wrong);
  await expect(app.status).toContainText('The door did not open');
  // It was the knocks that were wrong: a longer gap would change the profile, which is right.
  await expect(app.page.getByText('The first two knocks had changed places')).toBeVisible();
  await expect(app.page.getByRole('heading', { name: 'What to try' })).toHaveCount(0);
  await expect(app.button('Knock again with a gap of 200\u00a0ms')).toHaveCount(0);
  await expect(app.button('Test the host')).toHaveCount(0);
  await bridge.pushRun(
    aRun({ phase: 'done', outcome: notOpen }, { runId: 'try-2', profileId: 'draft', action: 'knock' }),
  );
  await expect(app.status).toContainText('Ready');
  await bridge.pushRun(wrong);
  await expect(app.status).toContainText('The door did not open');
  const right = { runId: 'right', profileId: 'practice', startedAt: wrong.startedAt + 1 };
  await bridge.push('practice', { doorOpen: true, shutsAtMs: Date.now() + 30_000, verdict: { kind: 'opened' } });
  await bridge.pushRun(aRun({ phase: 'done', outcome: opened }, right));
  await expect(app.status).toContainText('The door is open');
  // It shuts by itself: the panel and the server's side say the same.
  await bridge.push('practice', { doorOpen: false, shutsAtMs: null, verdict: { kind: 'shut' } });
  await expect(app.status).toContainText('The door has shut again');
  await expect(app.page.getByText('has shut by itself since')).toBeVisible();
  await app.button('Bring my servers').click();
  await expect(app.page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible();
  await app.page.keyboard.press('Control+Shift+E');
  await expect(app.page.getByRole('heading', { name: 'Export', exact: true })).toBeVisible();
  // A server that was being set up waits in the list, wherever one has gone meanwhile.
  await expect(app.button('Server being set up')).toHaveCount(0);
  await bridge.push('drafts', ['new-server']);
  await app.button('Server being set up').click();
  await expect(app.page.getByText('A sequence has been made for it')).toBeVisible();
});

test('“Set up a server” makes a sequence, asks where, and goes on to the server’s side', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [practice] }));
  await app.button('Set up a server').click();
  await expect(app.page.getByText('A sequence has been made for it')).toBeVisible();
  await app.field('Name').fill('New box');
  await app.field('Host').fill('box.example.org');
  await app.button('Save').click();
  await expect(app.page.getByRole('heading', { name: /box/i }).first()).toBeVisible();
  await expect(app.page.getByRole('tab', { name: /knockd$/ })).toBeVisible();
  const [saved] = bridge.called('profiles:save').flat();
  expect(saved).toMatchObject({ id: null, draft: { serverKind: 'knockd', sequence: { length: 4 } } });
  await app.button('Back to the profile').click();
  await expect(app.page.getByRole('heading', { name: 'New box' })).toBeVisible();
  // With a server of one's own the welcome is over.
  await expect(app.button('Set up a server')).toHaveCount(0);
});

test('with no profile at all the same three ways are there', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [] }));
  await app.button('Add a server by hand').click();
  await expect(app.field('Sequence')).toHaveValue('');
});
