import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile, aRun } from '../fakes/profiles.ts';
import { openedMarks } from '../fakes/timelines.ts';
import { type App, expect, test } from './support/app.ts';

const web = aProfile();
const mail = aProfile({ id: 'mail', name: 'Mail', host: 'mail.example.org', keepOpenMinutes: 5 });
const nothing = { client: 'none', terminal: 'auto' } as const;
const notOpen = { result: 'not-open', door: 'silent', attempts: 3, everOpened: true } as const;
const opened = { result: 'open', ms: 412, alreadyOpen: false, banner: null, mute: false } as const;

const palette = (app: App) => app.page.getByRole('combobox', { name: 'A profile, an action or help' });
const result = (app: App, name: string) => app.page.getByRole('dialog').getByRole('option', { name });

test('Ctrl+K, a few letters and Enter: knocked, and shown', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web, mail] }));
  await expect(app.option('Mail')).toBeVisible();
  await app.page.keyboard.press('Control+k');
  await expect(palette(app)).toBeFocused();
  await expect(result(app, 'Web server')).toHaveAttribute('aria-selected', 'true');
  await palette(app).fill('mai');
  await expect(result(app, 'Web server')).toHaveCount(0);
  await app.expectAccessible();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('heading', { name: 'Mail' })).toBeVisible();
  await expect.poll(() => bridge.called('runs:start')).toEqual([[{ profileId: 'mail', action: 'connect' }]]);

  await app.page.keyboard.press('Control+k');
  await palette(app).fill('web');
  await app.page.keyboard.press('Shift+Enter');
  await expect(app.page.getByRole('heading', { name: 'Web server' })).toBeVisible();
  await expect.poll(() => bridge.called('runs:start')).toHaveLength(1);
});

test('the palette has the actions too, and says when nothing matches', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [web, mail] }));
  await expect(app.option('Mail')).toBeVisible();
  await app.page.keyboard.press('Meta+k');
  await palette(app).fill('sett');
  await app.picture('palette');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await app.page.keyboard.press('Control+i');
  await expect(app.page.getByRole('heading', { name: 'Import' })).toBeVisible();
  await app.page.keyboard.press('Control+Shift+E');
  await expect(app.page.getByRole('heading', { name: 'Export' })).toBeVisible();
  await app.page.keyboard.press('F1');
  await expect(app.page.getByRole('heading', { name: 'Bring your servers from another tool' })).toBeVisible();
  await app.page.keyboard.press('Control+n');
  await expect(app.page.getByRole('heading', { name: 'New profile' })).toBeVisible();
  await app.page.keyboard.press('Control+k');
  await palette(app).fill('xyzzy');
  await expect(app.page.getByText('Nothing matches “xyzzy”.')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(palette(app)).toHaveCount(0);
});

test('every shortcut is on the sheet, and does what it says', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web, mail] }));
  await app.option('Mail').click();
  await app.page.keyboard.press('?');
  await expect(app.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await app.expectAccessible();
  await app.picture('shortcuts');
  // Behind a dialog no shortcut works.
  await app.page.keyboard.press('Control+e');
  await app.button('Close').click();
  await expect(app.field('Name')).toHaveCount(0);

  await app.page.keyboard.press('Control+Enter');
  await expect.poll(() => bridge.called('runs:start')).toEqual([[{ profileId: 'mail', action: 'connect' }]]);
  await app.page.keyboard.press('Control+d');
  await expect(app.option('Mail (copy)')).toHaveAttribute('aria-selected', 'true');
  await app.page.keyboard.press('Control+h');
  await expect(app.page.getByRole('heading', { name: 'History' })).toBeVisible();
  await app.page.keyboard.press('Control+,');
  await expect(app.page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await app.option('Web server').click();
  await app.page.keyboard.press('Control+e');
  await expect(app.field('Name')).toHaveValue('Web server');
  await app.field('Name').fill('Renamed?');
  // A question mark that is typed opens nothing.
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await app.page.keyboard.press('Control+s');
  await expect(app.option('Renamed?')).toBeVisible();
});

test('Delete deletes the row, Ctrl+Z brings it back', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web, mail] }));
  await app.option('Web server').click();
  await app.page.keyboard.press('Delete');
  await expect(app.option('Web server')).toHaveCount(0);
  await expect(app.option('Mail')).toBeFocused();
  // What it says lies beside the list, so that it never takes a click meant for another page.
  await app.button('Settings').click();
  await app.page.setViewportSize({ width: 480, height: 600 });
  await app.button('Back').click();
  await app.picture('toast-narrow');
  await app.button('Settings').click();
  await app.button('Back').click();
  await app.page.setViewportSize({ width: 1000, height: 700 });
  await app.page.keyboard.press('Control+z');
  await expect(app.option('Web server')).toBeVisible();
  await expect.poll(() => bridge.called('profiles:restore')).toEqual([['web']]);
});

test('a right click offers what can be done with the row', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web, mail] }));
  const item = (name: string) => app.page.getByRole('menuitem', { name, exact: true });
  await app.option('Mail').click({ button: 'right' });
  // Behind the menu nothing is read aloud.
  await expect(app.page.locator('[data-id="mail"]')).toHaveAttribute('aria-selected', 'true');
  await expect(app.page.getByRole('menuitemcheckbox', { name: 'Keep open' })).toBeVisible();
  await expect(item('Close door')).toHaveCount(0);
  await app.picture('row-menu');
  await item('Knock').click();
  await expect.poll(() => bridge.called('runs:start')).toEqual([[{ profileId: 'mail', action: 'knock' }]]);
  await app.option('Web server').click({ modifiers: ['Control'] });
  await app.option('Mail').click({ button: 'right' });
  await item('Knock').click();
  await expect
    .poll(() => bridge.called('runs:start-many'))
    .toEqual([[{ profileIds: ['web', 'mail'], action: 'knock' }]]);
});

test('several profiles are changed together, and back', async ({ app }) => {
  const profiles = [aProfile({ tags: ['old', 'prod'] }), aProfile({ id: 'b', name: 'Other', tags: ['Prod'] })];
  const bridge = await app.open(new FakeBridge({ profiles }));
  await app.option('Other').click();
  await app.page.keyboard.press('Control+a');
  await app.field('Gap (ms)').fill('20000');
  await expect(app.field('Gap (ms)')).toHaveAttribute('aria-invalid', 'true');
  await app.field('Gap (ms)').fill('200');
  await app.field('Add tag').fill('prod');
  await app.field('Remove tag').selectOption('old');
  await app.field('Launch').selectOption('Nothing');
  await app.expectAccessible();
  await app.picture('bulk-edit');
  await app.button('Apply').click();
  const changed = { gapMs: 200, tags: ['prod'], launch: nothing };
  await expect
    .poll(() => bridge.called('profiles:change'))
    .toEqual([
      [
        {
          changes: [
            { id: 'web', ...changed },
            { id: 'b', ...changed },
          ],
        },
      ],
    ]);
  await expect(app.field('Gap (ms)')).toHaveValue('');
  await app.button('Undo').click();
  const before = { gapMs: 50, launch: { client: 'ssh', terminal: 'auto' } };
  await expect
    .poll(() => bridge.called('profiles:change')[1])
    .toEqual([
      {
        changes: [
          { id: 'web', tags: ['old', 'prod'], ...before },
          { id: 'b', tags: ['Prod'], ...before },
        ],
      },
    ]);
});

test('a door that stayed shut is knocked on with a longer gap, which can then be kept', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web], runs: [aRun({ phase: 'done', outcome: notOpen })] }));
  await app.button('Knock again with a gap of 200\u00a0ms').click();
  await expect.poll(() => bridge.called('runs:start')).toEqual([[{ profileId: 'web', action: 'connect', gapMs: 200 }]]);
  await bridge.pushRun(aRun({ phase: 'done', outcome: notOpen }));
  await expect(app.button('Test the host')).toBeVisible();
  await bridge.pushRun(aRun({ phase: 'done', outcome: opened }));
  await app.button('Keep this gap').click();
  await expect.poll(() => bridge.called('profiles:change')).toEqual([[{ changes: [{ id: 'web', gapMs: 200 }] }]]);
  await expect(app.button('Keep this gap')).toHaveCount(0);
  await app.button('Undo').click();
  await expect.poll(() => bridge.called('profiles:change')[1]).toEqual([{ changes: [{ id: 'web', gapMs: 50 }] }]);
});

test('what the editor holds is tried without being saved', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web] }));
  await app.button('Edit').click();
  await app.field('Sequence').fill('');
  await app.button('Try it').click();
  await expect(app.field('Sequence')).toBeFocused();
  expect(bridge.called('runs:try')).toEqual([]);
  await app.field('Sequence').fill('1000 2000');
  await app.button('Try it').click();
  await expect
    .poll(() => bridge.called('runs:try'))
    .toMatchObject([[{ draft: { sequence: [{ port: 1000 }, { port: 2000 }] } }]]);
  const run = aRun({ phase: 'checking' }, { runId: 'try-1', profileId: 'draft', action: 'knock' });
  await bridge.pushRun(run);
  const stop = app.button('Stop the try');
  const before = await stop.boundingBox();
  await bridge.push('timeline', { runId: 'try-1', profileId: 'draft', marks: openedMarks });
  await expect(app.page.getByRole('slider', { name: 'Timeline' })).toBeVisible();
  // It stays where it is while the picture grows.
  expect(await stop.boundingBox()).toEqual(before);
  await stop.click();
  await expect.poll(() => bridge.called('runs:cancel')).toEqual([['try-1']]);
  await bridge.push('timeline', { runId: 'try-1', profileId: 'draft', marks: openedMarks });
  await bridge.pushRun({ ...run, phase: { phase: 'done', outcome: opened } });
  await expect(app.status).toContainText('The door is open');
  await expect(app.page.getByRole('slider', { name: 'Timeline' })).toBeVisible();
  await app.expectAccessible();
  await app.picture('trial');
  expect(bridge.called('profiles:save')).toEqual([]);
});

test('a try that fails says so, begins again, and saves nothing', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web] }));
  await app.button('Edit').click();
  bridge.refusals.set('runs:try', [{ code: 'practice-ports-taken' }]);
  await app.button('Try it').click();
  await expect(app.page.getByText(/practice server/i).last()).toBeVisible();
  bridge.refusals.clear();
  await app.button('Try it').click();
  await expect.poll(() => bridge.called('runs:try').length).toBe(2);
  const run = aRun({ phase: 'checking' }, { runId: 'try-1', profileId: 'draft', action: 'knock' });
  await bridge.pushRun({ ...run, phase: { phase: 'done', outcome: notOpen } });
  await expect(app.status).toContainText('The door did not open');
  await expect(app.button('Stop the try')).toHaveCount(0);
  const problem = { code: 'name-not-found', params: { host: 'web.example.org' } } as const;
  await bridge.pushRun({ ...run, phase: { phase: 'done', outcome: { result: 'failed', problem } } });
  await expect(app.status).toContainText('web.example.org');
  await app.expectAccessible();
  expect(bridge.called('profiles:save')).toEqual([]);
});

test('a line of a knockd.conf can be pasted as a sequence, and its time is shown', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [web] }));
  await app.button('New profile').click();
  await app.field('Sequence').focus();
  await app.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '\tsequence = 7000,8000:udp,9000');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(app.field('Sequence')).toHaveValue('7000 8000:udp 9000');
  await expect(app.page.getByRole('meter')).toHaveAttribute('value', '100');
  await expect(app.page.getByText('Takes 0.1\u00a0s; the server waits at least 4\u00a0s')).toBeVisible();
});
