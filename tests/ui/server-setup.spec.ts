import { summarise } from '../../shared/model/profile.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile, steps } from '../fakes/profiles.ts';
import { type App, expect, test } from './support/app.ts';

const web = aProfile({ sequence: [...steps('17204:udp 3391 24417')] });

async function openSetup(app: App, profile = web): Promise<FakeBridge> {
  const bridge = await app.open(new FakeBridge({ profiles: [profile] }));
  await app.option(profile.name).click();
  await app.button('Set up the server…').click();
  return bridge;
}

/** The profile as it was last saved. */
const saved = (bridge: FakeBridge) =>
  JSON.parse(JSON.stringify(bridge.called('profiles:save').at(-1) ?? [{ draft: {} }]))[0].draft;

const block = (app: App, name: string) => app.page.getByRole('region', { name, exact: true });
const step = (app: App, name: string) => app.page.getByRole('tab', { name: new RegExp(`${name}$`) }).click();

test('the answers write the files, step by step', async ({ app }) => {
  const bridge = await openSetup(app);
  await expect(block(app, 'Before you begin')).toHaveCount(0);
  // What takes it all away again is no step.
  await expect(app.page.getByRole('tab')).toHaveText(['1Prepare', '2knockd', '3Firewall', '4Test', '5Keep', 'Undo']);
  await expect(app.page.getByRole('option', { name: web.name })).toHaveAttribute('aria-selected', 'true');
  await app.field('Interface').fill('enp1s0');
  await app.page.getByLabel('Firewall', { exact: true }).selectOption('iptables');
  await app.field('Stays open (s)').fill('45');
  await step(app, 'knockd');
  const conf = block(app, '/etc/knockd.conf');
  await expect(conf).toContainText('sequence = 17204:udp,3391,24417');
  await expect(conf).toContainText('cmd_timeout = 45');
  await expect(block(app, '/etc/default/knockd')).toContainText('-i enp1s0');
  await conf.getByRole('button', { name: 'Copy as a command' }).click();
  await expect(conf.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = bridge.calls.find(({ channel }) => channel === 'clipboard:write');
  expect(JSON.stringify(copied)).toContain('sudo install -D -m 600 /dev/stdin /etc/knockd.conf');
  await conf.getByRole('button', { name: 'Save to file…' }).click();
  await expect(app.page.getByText('Saved as /home/ann/knockd.conf')).toBeVisible();
  await step(app, 'Firewall');
  await expect(block(app, 'Shut the door')).toContainText('-I INPUT 1 -p tcp --dport 22 -j TOCTOC-22');
});

test('each step leads to the next, but none to undoing what works', async ({ app }) => {
  await openSetup(app);
  for (const name of ['knockd', 'Firewall', 'Test', 'Keep']) {
    await app.button(`Next: ${name}`).click();
    const tab = app.page.getByRole('tab', { name: new RegExp(`${name}$`) });
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await expect(tab).toBeFocused();
  }
  await expect(block(app, 'Cancel the safety net')).toBeVisible();
  await expect(app.page.getByRole('button', { name: /^Next/ })).toHaveCount(0);
});

test('what a restart of knockd forgets is said where it is so', async ({ app }) => {
  await openSetup(app);
  await step(app, 'Keep');
  const timers = app.page.getByText('forgets its timers');
  const firewall = app.page.getByLabel('Firewall', { exact: true });
  await firewall.selectOption('ufw');
  await expect(timers).toBeVisible();
  await firewall.selectOption('nftables');
  await expect(timers).toHaveCount(0);
});

test('a command can be read whole in a narrow window, and is copied by hand as it is', async ({ app }) => {
  await openSetup(app);
  await app.page.setViewportSize({ width: 480, height: 700 });
  await step(app, 'knockd');
  const code = block(app, '/etc/knockd.conf').locator('pre');
  await expect(code).toBeVisible();
  const seen = await code.evaluate((pre) => {
    getSelection()?.selectAllChildren(pre);
    return {
      hidden: [pre.scrollWidth - pre.clientWidth, pre.scrollHeight - pre.clientHeight],
      text: String(getSelection()),
    };
  });
  expect(seen.hidden).toEqual([0, 0]);
  expect(seen.text).toMatch(/eth0\n\n# Opens .*\n\[toctoc-22\]\n\tsequence = 17204:udp,3391,24417\n/);
  // One way back, to the profile.
  await expect(app.page.getByRole('button', { name: /^Back/ })).toHaveText(['Back to the profile']);
});

test('a wrong answer is named, and nothing is written from it', async ({ app }) => {
  await openSetup(app);
  await app.field('Interface').fill('eth0; reboot');
  await expect(app.page.getByText('such as eth0 or enp1s0')).toBeVisible();
  await expect(app.page.getByRole('tab')).toHaveCount(0);
  await app.field('Interface').fill('eth0');
  await expect(app.page.getByRole('tab')).toHaveCount(6);
});

test('warnings say what will not work', async ({ app }) => {
  const bridge = await openSetup(app, aProfile({ sequence: [...steps('7000 8000 9000')] }));
  const warnings = block(app, 'Before you begin');
  await expect(warnings).toContainText('the ports of every tutorial');
  await expect(warnings).toContainText('a scan from one end to the other');
  await app.page.getByRole('switch', { name: 'IPv6' }).click();
  await expect(warnings).toContainText('the door stays open there');
  await warnings.getByRole('button', { name: 'Generate a sequence' }).click();
  await expect(app.page.getByText('The profile has a new sequence')).toBeVisible();
  await expect(warnings).not.toContainText('the ports of every tutorial');
  await expect(warnings.getByRole('button')).toHaveCount(0);
  await expect.poll(() => saved(bridge).sequence).toHaveLength(4);
});

test('a close sequence is generated where one is wanted and none is there', async ({ app }) => {
  const bridge = await openSetup(app);
  await app.field('Closing').selectOption('sequence');
  await expect(app.page.getByRole('alert')).toContainText('no close sequence');
  await app.button('Generate a close sequence').click();
  await step(app, 'knockd');
  await expect(block(app, '/etc/knockd.conf')).toContainText('[toctoc-22-close]');
  await expect.poll(() => saved(bridge).closeSequence).toHaveLength(3);
});

test('the profile is run from the test step, and remembers the server', async ({ app }) => {
  const bridge = await openSetup(app);
  await step(app, 'Test');
  await app.button('Note it in the profile').click();
  await expect(app.page.getByText('The profile knows this server now.')).toBeVisible();
  await expect.poll(() => saved(bridge)).toMatchObject({ serverKind: 'knockd', seqTimeoutS: 10 });
  await app.button('Knock').click();
  await expect
    .poll(() => bridge.calls)
    .toContainEqual({ channel: 'runs:start', args: [{ profileId: 'web', action: 'knock' }] });
  await app.button('Back to the profile').click();
  await expect(app.button('Edit')).toBeVisible();
});

test('a sequence is generated in the editor, shown, and measured', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [web] }));
  await app.option('Web server').click();
  await app.button('Edit').click();
  await app.button('Generate a sequence').click();
  await expect(app.field('Sequence')).toHaveValue(/^\d+(:udp)? \d+(:udp)? \d+(:udp)? \d+(:udp)?$/);
  await expect(app.page.getByText(/4 knocks, about 6\d bits of chance/)).toBeVisible();
});

test('a one-time list is imported, moved, counted on the profile’s page, and taken out again', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web] }));
  await app.option('Web server').click();
  await app.button('Edit').click();
  await app.button('Advanced').click();
  const file = app.page.locator('input[type=file]');
  const list = (text: string) => ({ name: 'list', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await file.setInputFiles(list(' 1001,1002\nnonsense\n'));
  await expect(app.page.getByText('Line 2 is not a sequence as knockd writes it')).toBeVisible();
  await file.setInputFiles(list('#1001,1002:udp,1003\n 2001,2002,2003\n 3001,3002,3003\n'));
  await expect(app.page.getByText('2 of 3 left').first()).toBeVisible();
  await expect(app.page.getByText('knockd 0.8 crashes')).toBeVisible();
  await expect(app.field('Sequence')).toHaveValue('From the one-time list');
  await app.field('Next line').fill('9');
  await expect(app.page.getByText('Enter the number of the next line')).toBeVisible();
  await app.field('Next line').fill('3');
  await app.button('Save').click();
  // The editor says it too, until it is gone.
  await expect(app.button('Edit')).toBeVisible();
  await expect(app.page.getByText('1 of 3 left')).toBeVisible();
  await expect.poll(() => saved(bridge).oneTime).toMatchObject({ position: 2 });
  await app.button('Edit').click();
  await app.button('Advanced').click();
  await app.button('Remove the list').click();
  await app.button('Save').click();
  await expect(app.button('Edit')).toBeVisible();
  await expect.poll(() => saved(bridge).oneTime).toBeNull();
});

test('a run that uses a line while the editor is open is not undone by saving', async ({ app }) => {
  const sequences = ['1001 1002', '2001 2002', '3001 3002'].map((text) => [...steps(text)]);
  const profile = (position: number) => aProfile({ oneTime: { sequences, position } });
  const bridge = await app.open(new FakeBridge({ profiles: [profile(0)] }));
  await app.option('Web server').click();
  await app.button('Edit').click();
  await app.button('Advanced').click();
  await expect(app.field('Next line')).toHaveValue('1');
  await bridge.push('profiles', [summarise(profile(1))]);
  await expect(app.field('Next line')).toHaveValue('2');
  await app.field('Name').fill('Renamed');
  await app.button('Save').click();
  await expect(app.button('Edit')).toBeVisible();
  await expect.poll(() => saved(bridge).oneTime).toMatchObject({ position: 1 });
});

test('a generated list has fifty lines, warns of IPv6, and is saved for the server', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web] }));
  await app.option('Web server').click();
  await app.button('Edit').click();
  await app.button('Advanced').click();
  await app.button('Generate a list').click();
  await expect(app.page.getByText('50 of 50 left').first()).toBeVisible();
  await expect(app.field('Server kind')).toHaveValue('knockd');
  const overIpv6 = app.page.getByText('knockd 0.8 never learns the second line over IPv6');
  await expect(overIpv6).toHaveCount(0);
  await app.field('Address family').selectOption('IPv6');
  await expect(overIpv6).toBeVisible();
  await app.field('Address family').selectOption('Automatic');
  await expect(overIpv6).toHaveCount(0);
  await app.button('Save for the server…').click();
  const saved = () => JSON.stringify(bridge.called('dialogs:save-text'));
  await expect.poll(() => saved().match(/\\n/g)).toHaveLength(50);
});
