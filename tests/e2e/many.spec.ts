import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STOCK } from '../lab/support/doors.ts';
import { Lab, SERVER } from '../lab/support/lab.ts';
import { expect, keepScreen, test } from './support/app.ts';
import { createProfile, expectSaved } from './support/editor.ts';

test.skip(process.env['TOCTOC_LAB'] === undefined, 'needs root on Linux, for the lab');

let lab: Lab;
test.beforeEach(async () => {
  lab = Lab.current();
  await lab.firewall('drop');
  await lab.knockd(STOCK);
});
test.afterEach(async () => {
  await lab.client('ip', 'route', 'flush', SERVER.clean4);
  await lab.stopKnockd();
});

/** The address that the server sees of this side, and another one, as in another network. */
const HERE = '10.77.0.1';
const ELSEWHERE = '10.98.0.77';
const count = (text: RegExp) => readFileSync(join(lab.folder, 'knockd.log'), 'utf8').match(text)?.length ?? 0;
const opened = () => count(/openSSH: OPEN SESAME/g);
const openedFor = (address: string) => count(new RegExp(`${address}: openSSH: OPEN SESAME`, 'g'));

test('a selection of servers is knocked at once, with a line for each', async ({ desk }) => {
  const { page } = await desk.start();
  const list = page.getByLabel('Profiles', { exact: true });
  await createProfile(page, { Name: 'Web server', Host: SERVER.clean4, Sequence: '7000 8000 9000' });
  await createProfile(page, { Name: 'Nowhere', Host: '203.0.113.1', Sequence: '7000 8000 9000' });
  await list.getByText('Web server').click();
  await list.getByText('Practice server').click({ modifiers: ['Control'] });
  await list.getByText('Nowhere').click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('2 of 3 open');
  await expect(page.getByText('Host 203.0.113.1 lies in a network that cannot be reached')).toBeVisible();
  await expect.poll(opened).toBe(1);
  await keepScreen(page, 'many');
});

test('a door is kept open: knocked at once although it is open, from another network, after a sleep, and when its time has come', async ({
  desk,
}) => {
  // Its time is a minute, the shortest there is.
  test.setTimeout(300_000);
  const { app, page } = await desk.start();
  await page.getByRole('button', { name: 'New profile' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Kept');
  await page.getByLabel('Host', { exact: true }).fill(SERVER.clean4);
  await page.getByLabel('Sequence', { exact: true }).fill('7000 8000 9000');
  await page.getByText('Advanced').click();
  await page.getByLabel('Knock again every (min)').fill('1');
  await page.getByRole('button', { name: 'Save' }).click();
  await expectSaved(page, 'Kept');
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('The door is open');
  const before = opened();
  await page.getByRole('switch', { name: 'Keep open' }).click();
  await expect.poll(opened).toBe(before + 1);
  await expect(page.getByText('Knocks again in')).toBeVisible();
  await keepScreen(page, 'kept-open');
  // The server now sees another address, which finds the door shut; and the first one again, after a sleep. Neither has
  // to wait for its minute.
  await lab.client('ip', 'route', 'replace', SERVER.clean4, 'dev', 'c0', 'src', ELSEWHERE);
  await expect.poll(() => openedFor(ELSEWHERE), { timeout: 50_000 }).toBeGreaterThan(0);
  const here = openedFor(HERE);
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await lab.client('ip', 'route', 'del', SERVER.clean4);
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await expect.poll(() => openedFor(HERE), { timeout: 50_000 }).toBeGreaterThan(here);
  const then = opened();
  await expect.poll(opened, { timeout: 120_000 }).toBeGreaterThan(then);
  await page.getByRole('switch', { name: 'Keep open' }).click();
  await expect(page.getByText('Knocks again in')).toBeHidden();
});
