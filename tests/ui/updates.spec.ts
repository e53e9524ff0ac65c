import type { HistoryEntry } from '../../shared/model/history.ts';
import { DEFAULT_SETTINGS } from '../../shared/model/settings.ts';
import type { UpdateStatus } from '../../shared/model/updates.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { expect, test } from './support/app.ts';

const opened: HistoryEntry = {
  id: 'run-1',
  profileId: 'practice',
  name: 'Practice server',
  action: 'knock',
  startedAt: 1,
  address: '127.0.0.1',
  attempts: 1,
  outcome: { result: 'open', ms: 12, alreadyOpen: false, banner: null, mute: false },
};
const allowed = { ...DEFAULT_SETTINGS, updates: 'stable' } as const;
const updates = (status: UpdateStatus) => ({ kind: 'nsis', status }) as const;

test.describe('new versions', () => {
  test('are asked about once, when a door has opened', async ({ app }) => {
    const bridge = await app.open(new FakeBridge({ updates: updates({ phase: 'idle' }) }));
    const question = app.page.getByText('May Toctoc look for new versions');
    await expect(app.option('Practice server')).toBeVisible();
    await expect(question).toHaveCount(0);
    await bridge.push('history', [opened]);
    await expect(question).toBeVisible();
    await app.expectAccessible();
    await app.picture('updates-question');
    await app.button('No').click();
    await expect(question).toHaveCount(0);
    await expect.poll(() => bridge.called('settings:change')).toEqual([[{ updates: 'off' }]]);
    await app.button('Settings').click();
    await expect(app.field('Look for new versions')).toHaveValue('off');
    await app.field('Look for new versions').selectOption('Yes, test versions too');
    await expect.poll(() => bridge.called('settings:change').at(-1)).toEqual([{ updates: 'beta' }]);
  });

  test('are offered, fetched and installed, each when asked to', async ({ app }) => {
    const bridge = await app.open(
      new FakeBridge({ settings: allowed, updates: updates({ phase: 'available', version: '1.2.0' }) }),
    );
    await app.picture('updates-available');
    await app.button('Download').click();
    await expect.poll(() => bridge.called('updates:download')).toEqual([[]]);
    await bridge.push('updates', updates({ phase: 'downloading', version: '1.2.0', percent: 41 }));
    await expect(app.page.getByText('Downloading Toctoc 1.2.0 (41 %)')).toBeVisible();
    await bridge.push('updates', updates({ phase: 'ready', version: '1.2.0' }));
    await app.expectAccessible();
    await app.picture('updates-ready');
    await app.button('Later').click();
    await expect(app.button('Restart now')).toHaveCount(0);
    expect(bridge.called('updates:install')).toEqual([]);
    const problem = { code: 'update-failed', params: { version: '1.2.0', reason: 'ERR_CHECKSUM_MISMATCH' } } as const;
    await bridge.push('updates', updates({ phase: 'failed', version: '1.2.0', problem }));
    await expect(app.page.getByText('Nothing was changed')).toBeVisible();
    await app.button('Try again').click();
    await expect.poll(() => bridge.called('updates:download')).toHaveLength(2);
  });

  test('a check that failed is told in the settings alone', async ({ app }) => {
    const problem = { code: 'update-check-failed', params: { reason: 'ERR_INTERNET_DISCONNECTED' } } as const;
    const status = { phase: 'failed', version: null, problem } as const;
    const bridge = await app.open(new FakeBridge({ settings: allowed, updates: updates(status) }));
    await expect(app.option('Practice server')).toBeVisible();
    await expect(app.page.getByText('ERR_INTERNET_DISCONNECTED')).toHaveCount(0);
    await app.button('Settings').click();
    await expect(app.page.getByText('ERR_INTERNET_DISCONNECTED')).toBeVisible();
    await app.field('Look for new versions').scrollIntoViewIfNeeded();
    await app.picture('updates-settings');
    await app.button('Check now').click();
    await expect.poll(() => bridge.called('updates:check')).toEqual([[]]);
    await expect(app.button('Check now')).toBeDisabled();
  });

  for (const [kind, sentence] of [
    ['deb', 'your package manager installs new versions'],
    ['portable', 'This copy does not update itself'],
  ] as const) {
    test(`a ${kind} says who brings them, and never asks`, async ({ app }) => {
      const bridge = await app.open(
        new FakeBridge({ history: [opened], updates: { kind, status: { phase: 'idle' } } }),
      );
      await app.button('Settings').click();
      await expect(app.page.getByText(sentence)).toBeVisible();
      await expect(app.field('Look for new versions')).toHaveCount(0);
      await expect(app.page.getByText('May Toctoc look')).toHaveCount(0);
      await app.button('Download page').click();
      await expect.poll(() => bridge.called('updates:page')).toEqual([[]]);
    });
  }

  test('in French, dark and narrow', async ({ app }) => {
    await app.page.setViewportSize({ width: 480, height: 700 });
    await app.page.emulateMedia({ colorScheme: 'dark' });
    await app.open(new FakeBridge({ language: 'fr', history: [opened], updates: updates({ phase: 'idle' }) }));
    await expect(app.page.getByText('Toctoc peut-il chercher')).toBeVisible();
    await app.expectAccessible();
    await app.picture('updates-question-fr-narrow');
  });
});
