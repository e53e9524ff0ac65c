import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aRun } from '../fakes/profiles.ts';
import { openedMarks } from '../fakes/timelines.ts';
import { axeFor } from '../support/axe.ts';
import { done, OPENED, servers } from './gallery/samples.ts';
import { editor } from './gallery/screens/editor.ts';
import { runs } from './gallery/screens/runs.ts';
import { expect, test } from './support/app.ts';

test('the whole width of a large screen', async ({ app }) => {
  await app.page.setViewportSize({ width: 1920, height: 1080 });
  await runs['ready']?.(app);
  await app.picture('ready-full-screen');
});

test.describe('at 125 %', () => {
  test.use({ deviceScaleFactor: 1.25, viewport: { width: 800, height: 544 } });

  test('the editor fits, with Save in view', async ({ app }) => {
    await editor['editor']?.(app);
    await expect(app.button('Save')).toBeInViewport();
    await app.picture('editor-125');
  });
});

test('an opened profile needs no scroll bar in a window of the first size, frame and title bar taken off', async ({
  app,
}) => {
  await app.page.setViewportSize({ width: 1000, height: 660 });
  const run = aRun(done(OPENED), { launch: { state: 'started', client: 'GNOME Terminal' } });
  const timeline = { runId: run.runId, profileId: run.profileId, marks: openedMarks };
  await app.open(new FakeBridge({ profiles: servers, runs: [run], timeline }));
  await app.option('Web server').click();
  await expect(app.page.getByRole('slider', { name: 'Timeline' })).toBeVisible();
  const page = app.page.locator('section > div > div').filter({ has: app.button('Set up the server…') });
  expect(await page.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  await app.picture('open-first-size');
});

test('forced colours keep the selection and the dots visible', async ({ app }) => {
  await app.page.emulateMedia({ forcedColors: 'active' });
  await runs['knocking']?.(app);
  await expect(app.option('Web server')).toHaveCSS('outline-style', 'solid');
  await app.picture('knocking-forced-colors');
});

test('axe says no to a button without a name and to text that can hardly be read', async ({ app }) => {
  await runs['ready']?.(app);
  await app.page.evaluate(() => {
    const pale = document.createElement('p');
    pale.textContent = 'pale';
    Object.assign(pale.style, { color: '#999999', background: '#ffffff' });
    document.querySelector('main')?.append(document.createElement('button'), pale);
  });
  const { violations } = await axeFor(app.page).analyze();
  expect(violations.map(({ id }) => id)).toEqual(expect.arrayContaining(['button-name', 'color-contrast']));
});
