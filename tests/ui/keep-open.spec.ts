import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile } from '../fakes/profiles.ts';
import { type App, expect, test } from './support/app.ts';

const keeping = aProfile({ keepOpenMinutes: 10 });
const now = Date.UTC(2030, 0, 1);
const toggle = (app: App) => app.page.getByRole('switch', { name: 'Keep open' });

test('Keep open is there for a profile that says how often', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [keeping, aProfile({ id: 'b', name: 'Other' })] }));
  await expect(toggle(app)).not.toBeChecked();
  await expect(toggle(app)).toHaveAccessibleDescription(
    'Knocks at once, and again every 10 minutes, so that the server does not close the door.',
  );
  await app.option('Other').click();
  await expect(app.button('Knock')).toBeVisible();
  await expect(toggle(app)).toHaveCount(0);
});

test('the switch shows what main does, and asks main to do it', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [keeping] }));
  await toggle(app).press('Space');
  await expect(toggle(app)).toBeChecked();
  await expect(toggle(app)).toHaveAccessibleDescription(/^Knocks again in /);
  await toggle(app).click();
  await expect(toggle(app)).not.toBeChecked();
  await expect
    .poll(() => bridge.called('runs:keep-open'))
    .toEqual([[{ profileId: 'web', on: true }], [{ profileId: 'web', on: false }]]);
  await bridge.push('keptOpen', [{ profileId: 'web', nextAtMs: Date.now() + 60_000 }]);
  await expect(toggle(app)).toBeChecked();
});

test('a refusal is said, and the switch stays off', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [keeping] }));
  bridge.refusals.set('runs:keep-open', [{ code: 'keep-open-missing' }]);
  await toggle(app).click();
  await expect(app.page.getByText('does not say how often to knock')).toBeVisible();
  await expect(toggle(app)).not.toBeChecked();
});

test('the next knock is counted down in minutes and seconds, without being read aloud', async ({ app }) => {
  await app.stopClock(now + 1000);
  const keptOpen = [{ profileId: 'web', nextAtMs: now + 1000 + 61_000 }];
  const bridge = await app.open(new FakeBridge({ profiles: [keeping], keptOpen }));
  for (const left of ['1\u00a0min 1\u00a0s', '1\u00a0min 0\u00a0s', '59\u00a0s']) {
    await expect(toggle(app)).toHaveAccessibleDescription(`Knocks again in ${left}`);
    await app.page.clock.runFor(1000);
  }
  await expect(app.page.locator('[aria-live], [role=status], [role=alert]').getByText('Knocks again')).toHaveCount(0);
  await bridge.push('keptOpen', [{ profileId: 'web', nextAtMs: now }]);
  await expect(toggle(app)).toHaveAccessibleDescription('Knocks again in a moment.');
  await bridge.push('keptOpen', [{ profileId: 'web', nextAtMs: now + 4000 + 2 * 3_600_000 + 5 * 60_000 }]);
  await expect(toggle(app)).toHaveAccessibleDescription('Knocks again in 2\u00a0h 5\u00a0min');
});

test('in French', async ({ app }) => {
  await app.stopClock(now + 1000);
  const keptOpen = [{ profileId: 'web', nextAtMs: now + 1000 + 9 * 60_000 + 41_000 }];
  await app.open(new FakeBridge({ language: 'fr', profiles: [keeping], keptOpen }));
  await expect(app.page.getByRole('switch', { name: 'Garder ouverte' })).toHaveAccessibleDescription(
    'Frappe de nouveau dans 9\u00a0min 41\u00a0s',
  );
});
