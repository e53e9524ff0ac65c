import { mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { STOCK } from '../lab/support/doors.ts';
import { Lab, SERVER } from '../lab/support/lab.ts';
import { expect, keepScreen, test } from './support/app.ts';
import { createProfile, expectSaved } from './support/editor.ts';
import { prepareSsh } from './support/ssh.ts';
import { giveToUser } from './support/user.ts';

// The lab needs root on Linux; without it the rest of this suite still runs, and the sum names what was left out.
test.skip(process.env['TOCTOC_LAB'] === undefined, 'needs root on Linux, for the lab');

const status = (page: Page) => page.getByRole('status').first();
let lab: Lab;

test.beforeEach(async () => {
  lab = Lab.current();
  await lab.firewall('drop');
  await lab.knockd(STOCK);
});
test.afterEach(() => lab.stopKnockd());

/** What a link leads to; nothing, when it has gone meanwhile. */
function target(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return '';
  }
}

test('from an empty list to the prompt: knock, door open, ssh in a terminal', async ({ desk }) => {
  // This computer may have other terminals as well.
  desk.chooses({ defaultTerminal: 'xterm' });
  const identity = prepareSsh(desk, lab);
  const { page, quit } = await desk.start();
  await createProfile(page, {
    Name: 'Web server',
    Host: SERVER.name,
    Sequence: '7000 8000 9000',
    'Door port': '22',
    User: 'root',
    'Identity file': identity,
  });
  await keepScreen(page, 'profile');
  const sessions = () => lab.sshdLog().match(/Starting session: shell on pts/g)?.length ?? 0;
  const before = sessions();
  await page.getByRole('button', { name: 'Knock and connect' }).click();
  await expect(status(page)).toContainText('The door is open');
  // The server's own word for it: the key was accepted, and a shell got a terminal.
  await expect.poll(sessions).toBe(before + 1);
  expect(lab.sshdLog()).toMatch(/Accepted publickey for root from/);
  await expect(status(page)).toContainText(/Session started in/);
  await keepScreen(page, 'prompt');

  const [terminal] = await lab.clientProcesses(/^\/usr\/bin\/xterm /);
  const files = readdirSync(`/proc/${terminal}/fd`).map((fd) => target(`/proc/${terminal}/fd/${fd}`));
  expect(files.filter((file) => file.startsWith(desk.folder) || file.includes('chrom'))).toEqual([]);
  await quit();
  // The session is the person's: it goes on without us.
  expect(await lab.clientProcesses(/^\/usr\/bin\/xterm /)).toEqual([terminal]);
  if (terminal === undefined) throw new Error('There is no xterm.');
  process.kill(terminal);
  await expect.poll(() => lab.clientProcesses(/^\/usr\/bin\/xterm /)).toEqual([]);
});

test('two quick clicks send one sequence', async ({ desk }) => {
  const { page } = await desk.start();
  await createProfile(page, { Name: 'Twice', Host: SERVER.clean4, Sequence: '7000 8000 9000' });
  await page.getByRole('button', { name: 'Knock', exact: true }).dblclick({ delay: 5 });
  await expect(status(page)).toContainText('The door is open');
  await page.evaluate(async () => {
    const { invoke } = Reflect.get(globalThis, 'toctoc');
    const { value } = await invoke('app:snapshot');
    const { id } = JSON.parse(value.profiles).at(-1);
    const starts = Array.from({ length: 5 }, () => invoke('runs:start', { profileId: id, action: 'knock' }));
    const ids = new Set((await Promise.all(starts)).map((answer) => answer.value));
    if (ids.size !== 1) throw new Error(`${ids.size} runs were started`);
  });
  await expect(status(page)).toContainText('The door was already open');
  const log = readFileSync(join(lab.folder, 'knockd.log'), 'utf8');
  expect(log.match(/openSSH: OPEN SESAME/g) ?? []).toHaveLength(1);
});

test('a wrong sequence: says what was seen and what to try; a run can be cancelled', async ({ desk }) => {
  const { page } = await desk.start();
  await createProfile(page, { Name: 'Wrong', Host: SERVER.clean4, Sequence: '7000 9000 9001' });
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await keepScreen(page, 'knocking');
  await expect(status(page)).toContainText('Waiting');
  await keepScreen(page, 'waiting');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(status(page)).toContainText('Cancelled');
  await keepScreen(page, 'cancelled');
});

test('a name that does not exist, a network out of reach, no terminal: each has its sentence', async ({ desk }) => {
  const empty = join(desk.folder, 'empty-path');
  mkdirSync(empty);
  giveToUser(empty);
  prepareSsh(desk, lab);
  const { page } = await desk.start({ path: empty });
  await createProfile(page, { Name: 'Nobody', Host: 'no-such-name.lab', Sequence: '7000' });
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  await expect(status(page)).toContainText('no-such-name.lab');
  await keepScreen(page, 'failed');
  await createProfile(page, { Name: 'Nowhere', Host: '203.0.113.1', Sequence: '7000' });
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  await expect(status(page)).toContainText('Host 203.0.113.1 lies in a network that cannot be reached');
  await createProfile(page, { Name: 'No terminal', Host: SERVER.clean4, Sequence: '7000 8000 9000' });
  await page.getByRole('button', { name: 'Knock and connect' }).click();
  await expect(status(page)).toContainText('The ssh program was not found');
  await keepScreen(page, 'no-ssh');
  symlinkSync('/usr/bin/ssh', join(empty, 'ssh'));
  await page.getByRole('button', { name: 'Knock and connect' }).click();
  await expect(status(page)).toContainText('No terminal was found');
  await keepScreen(page, 'no-terminal');
});

test('a door that stays shut', async ({ desk }) => {
  const { page } = await desk.start();
  await createProfile(page, { Name: 'Shut', Host: SERVER.clean4, Sequence: '7001 8001 9001' });
  await page.getByLabel('Profiles', { exact: true }).getByText('Shut').click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByText('Advanced').click();
  await page.getByLabel('Server timeout (s)').fill('1');
  await page.getByRole('button', { name: 'Save' }).click();
  await expectSaved(page, 'Shut');
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  await expect(status(page)).toContainText('Port 22 gave no answer after 3 attempts', { timeout: 60_000 });
  await keepScreen(page, 'not-open');
});
