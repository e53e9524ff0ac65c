import type { HistoryEntry } from '../../shared/model/history.ts';
import type { Outcome, RunPhase } from '../../shared/model/run.ts';
import { DEFAULT_SETTINGS } from '../../shared/model/settings.ts';
import type { Mark } from '../../shared/model/timeline.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile, aRun } from '../fakes/profiles.ts';
import { flushedMarks, openedMarks, silentMarks } from '../fakes/timelines.ts';
import { type App, expect, test } from './support/app.ts';

const OPEN: Outcome = { result: 'open', ms: 131, alreadyOpen: false, banner: 'SSH-2.0-OpenSSH_9.9', mute: false };
const SILENT: Outcome = { result: 'not-open', door: 'silent', attempts: 3, everOpened: true };
const done = (outcome: Outcome): RunPhase => ({ phase: 'done', outcome });
const timeline = (marks: readonly Mark[]) => ({ runId: 'run-1', profileId: 'web', marks });
const slider = (app: App) => app.page.getByRole('slider', { name: 'Timeline' });

function entry(id: string, differs: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    ...{ id, profileId: 'web', name: 'Web server', action: 'connect', address: '192.0.2.7', attempts: 1 },
    ...{ startedAt: Date.UTC(2026, 4, 17, 9, 30), outcome: OPEN },
    ...differs,
  };
}

test('a run is drawn as it happens, and read in exact times', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [aProfile()] }));
  await expect(slider(app)).toHaveCount(0);
  await bridge.pushRun(aRun({ phase: 'knocking', index: 2, of: 3, flush: false }));
  await bridge.push('timeline', timeline(openedMarks.slice(0, 6)));
  await slider(app).focus();
  await app.page.keyboard.press('Home');
  for (let at = 0; at < 2; at += 1) await app.page.keyboard.press('ArrowRight');
  await expect(slider(app)).toHaveAttribute('aria-valuetext', /^Knock 1 of 3 \(TCP\) left at 13\.2\u00a0ms$/);
  await app.page.keyboard.press('ArrowRight');
  const second = 'Knock 2 of 3 (UDP) left at 63.3\u00a0ms, 50.1\u00a0ms after the one before';
  await expect(slider(app)).toHaveAttribute('aria-valuetext', second);
  await expect(app.page.getByText(second)).toBeVisible();
  await app.expectAccessible();

  await bridge.push('timeline', timeline(openedMarks));
  await bridge.pushRun(aRun(done(OPEN)));
  await app.page.keyboard.press('End');
  for (let at = 0; at < 2; at += 1) await app.page.keyboard.press('ArrowLeft');
  const probe = 'Check attempt 2 left at 134.4\u00a0ms, 21\u00a0ms after the last knock';
  await expect(slider(app)).toHaveAttribute('aria-valuetext', probe);
  await app.page.keyboard.press('End');
  await expect(slider(app)).toHaveAttribute('aria-valuetext', /^Listening to the server’s greeting/);
  await app.page.keyboard.press('ArrowLeft');
  await expect(slider(app)).toHaveAttribute(
    'aria-valuetext',
    /^The door opened at 137\.5\u00a0ms, 24\.1\u00a0ms after/,
  );
  await app.button('Knock').focus();
  const story = '3 knocks sent within 100.2\u00a0ms, and the door opened 24.1\u00a0ms after the last one.';
  await expect(app.page.getByText(story)).toBeVisible();
});

test('pointing at a knock tells its time', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [aProfile()], runs: [aRun(done(OPEN))], timeline: timeline(openedMarks) }));
  await slider(app).locator('[data-protocol="udp"]').hover();
  await expect(app.page.getByText(/^Knock 2 of 3 \(UDP\)/)).toBeVisible();
  await app.button('Knock').hover();
  await expect(app.page.getByText(/^3 knocks sent within/)).toBeVisible();
});

test('the page says whose run it looks at, and draws no other', async ({ app }) => {
  const bridge = new FakeBridge({
    profiles: [aProfile(), aProfile({ id: 'b', name: 'Other' })],
    runs: [aRun(done(OPEN))],
  });
  await app.open(bridge);
  await expect.poll(() => bridge.watched).toBe('web');
  await bridge.push('timeline', { ...timeline(openedMarks), runId: 'an older run' });
  await expect(slider(app)).toHaveCount(0);
  await app.option('Other').click();
  await expect.poll(() => bridge.watched).toBe('b');
});

test.describe('a run that took several attempts', () => {
  for (const [name, marks, outcome] of [
    ['flushed', flushedMarks, OPEN],
    ['silent', silentMarks, SILENT],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      test(`${name}, ${colorScheme}`, async ({ app }) => {
        await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await app.page.setViewportSize(
          colorScheme === 'dark' ? { width: 480, height: 900 } : { width: 1000, height: 900 },
        );
        await app.open(
          new FakeBridge({ profiles: [aProfile()], runs: [aRun(done(outcome))], timeline: timeline(marks) }),
        );
        await app.option('Web server').click();
        await expect(slider(app)).toBeVisible();
        await expect(
          app.page.getByText(name === 'flushed' ? 'It took 2 attempts' : 'not a packet came back'),
        ).toBeVisible();
        await app.expectAccessible();
        await app.picture(`timeline-${name}-${colorScheme}`);
      });
});

test('the waits are written anew in another language', async ({ app }) => {
  const bridge = await app.open(
    new FakeBridge({ profiles: [aProfile()], runs: [aRun(done(SILENT))], timeline: timeline(silentMarks) }),
  );
  await app.option('Web server').click();
  await expect(app.page.getByText('25.4\u00a0s').first()).toBeVisible();
  await bridge.push('settings', { ...DEFAULT_SETTINGS, language: 'fr' });
  await expect(app.page.getByText('25,4\u00a0s').first()).toBeVisible();
  await expect(app.page.getByText('25.4\u00a0s')).toHaveCount(0);
});

test('a profile shows its last runs, each with its picture', async ({ app }) => {
  const history = [entry('run-1'), entry('r2', { outcome: SILENT, attempts: 3 }), entry('r3', { profileId: 'b' })];
  const bridge = new FakeBridge({ profiles: [aProfile()], runs: [aRun(done(OPEN))], history });
  bridge.marks.set('r2', silentMarks);
  await app.open(bridge);
  const last = app.page.getByRole('region', { name: 'Last runs' });
  // The newest one is drawn above.
  await expect(last.getByRole('listitem')).toHaveCount(1);
  await last.getByRole('button', { name: /^Not open/ }).click();
  await expect(last.getByText('3 attempts were made, and the door was watched for')).toBeVisible();
  await expect(last.getByText(/^\d\d:\d\d:\d\d\.\d{3}.* · Knock and connect · 192.0.2.7 · 3 attempts$/)).toBeVisible();
  await app.expectAccessible();
  await app.picture('last-runs');
});

test('the history lists every run, of all profiles or of one, and can be cleared', async ({ app }) => {
  const history = [
    entry('r1'),
    entry('r2', { outcome: SILENT, attempts: 3 }),
    entry('r3', { profileId: 'gone', name: 'Deleted since', action: 'close', outcome: { result: 'cancelled' } }),
    entry('r4', {
      outcome: { result: 'failed', problem: { code: 'name-not-found', params: { host: 'web.example.org' } } },
    }),
  ];
  const bridge = new FakeBridge({ profiles: [aProfile()], history });
  bridge.marks.set('r1', openedMarks);
  bridge.marks.set('r4', [...openedMarks.slice(0, 1), { kind: 'end', ms: 31 }]);
  await app.open(bridge);
  await app.button('History').click();
  await expect(app.page.getByRole('listitem').filter({ hasText: '2026' })).toHaveCount(4);
  await app.page.getByRole('button', { name: /^Web server · Open after/ }).click();
  await expect(slider(app)).toBeVisible();
  await app.expectAccessible();
  await app.picture('history');
  // What is copied can be found again in a server's log; the ports are not in it.
  await app.page.getByRole('button', { name: /^Copy \d/ }).click();
  await expect(app.page.getByRole('button', { name: /^Copied \d/ })).toBeVisible();
  const [copied] = bridge.called('clipboard:write');
  expect(JSON.stringify(copied)).toMatch(/Web server · .*192\.0\.2\.7/);
  expect(JSON.stringify(copied)).toMatch(/\d\d:\d\d:00\.063.{0,4} {2}Knock 2 of 3 \(UDP\)/);
  expect(JSON.stringify(copied)).not.toMatch(/7000|8000|9000|web\.example/);
  // Of one that failed, why; the host, which the list names, is left out here too.
  const failed = app.page.getByRole('listitem').filter({ hasText: 'was not found' });
  await failed.getByRole('button', { name: /^Web server · Host “web\.example\.org” was not found/ }).click();
  await failed.getByRole('button', { name: 'Copy' }).click();
  await expect(failed.getByRole('button', { name: 'Copied' })).toBeVisible();
  const [, reason] = bridge.called('clipboard:write');
  expect(JSON.stringify(reason)).toContain('Host “…” was not found: check the spelling');
  expect(JSON.stringify(reason)).not.toContain('web.example');
  await app.field('Runs of').selectOption('Deleted since');
  await expect(app.page.getByText('Cancelled')).toBeVisible();
  await expect(app.page.getByRole('listitem').filter({ hasText: '2026' })).toHaveCount(1);
  await app.button('Clear history').click();
  await app.button('Keep it').click();
  // It fades out: until it is gone there are two buttons of that name.
  await expect(app.page.getByRole('alertdialog')).toHaveCount(0);
  expect(bridge.called('history:clear')).toEqual([]);
  await app.button('Clear history').click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: 'Clear history' }).click();
  await expect(app.page.getByText('No run yet.')).toBeVisible();
});

test('a run that is gone from the history says so', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [aProfile()], history: [entry('r1')] }));
  await app.page.getByRole('button', { name: /^Open after/ }).click();
  await expect(app.page.getByText('This run is no longer in the history.').first()).toBeVisible();
});

test('how much is kept is a setting; nothing, and the history says so', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [aProfile()] }));
  await app.button('Settings').click();
  await app.field('Keep in the history').selectOption('Nothing');
  await expect.poll(() => bridge.called('settings:change')).toEqual([[{ historyLength: 0 }]]);
  await app.button('History').click();
  await expect(app.page.getByText('No history is kept.')).toBeVisible();
});
