import { DEFAULT_LAUNCH } from '../../shared/model/launch.ts';
import type { Problem } from '../../shared/result.ts';
import { en } from '../../shared/text/en.ts';
import { sentence } from '../../shared/text/sentence.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile } from '../fakes/profiles.ts';
import { type App, expect, test } from './support/app.ts';

const web = aProfile();
const says = (problem: Problem) => sentence(en, problem);

async function edit(app: App, bridge = new FakeBridge({ profiles: [web] })): Promise<FakeBridge> {
  await app.open(bridge);
  await app.option('Web server').click();
  await app.button('Edit').click();
  return bridge;
}

test('a custom command: what is wrong is said at its field, with the word', async ({ app }) => {
  const bridge = await edit(app);
  await app.field('Launch').selectOption('Another command…');
  const mistakes: readonly (readonly [typed: string, problem: Problem])[] = [
    ['', { code: 'command-empty' }],
    ['prog "a b', { code: 'command-quote', params: { quote: '"' } }],
    ['prog {what}', { code: 'command-placeholder', params: { placeholder: '{what}' } }],
    ['{host} x', { code: 'command-program', params: { program: '{host}' } }],
    ['prog {user}', { code: 'command-value-empty', params: { placeholder: '{user}' } }],
  ];
  for (const [typed, problem] of mistakes) {
    await app.field('Command').fill(typed);
    await app.button('Save').click();
    await expect(app.field('Command')).toBeFocused();
    await expect(app.field('Command')).toHaveAccessibleDescription(says(problem));
  }
  expect(bridge.called('profiles:save')).toEqual([]);
  await app.field('User').fill('ada');
  await app.button('Save').click();
  await expect(app.page.getByText('run a command')).toBeVisible();
  await expect
    .poll(() => bridge.called('profiles:save')[0]?.[0])
    .toMatchObject({
      draft: { launch: { client: 'custom', terminal: 'auto', command: 'prog {user}', user: 'ada' } },
    });
});

test('presets begin a command, by the system', async ({ app }) => {
  await edit(app, new FakeBridge({ profiles: [web], platform: 'windows' }));
  await app.field('Launch').selectOption('Another command…');
  await app.button('MobaXterm').click();
  await expect(app.field('Command')).toHaveValue('MobaXterm.exe -newtab "ssh -p {port} -l {user} {host}"');
  await expect(app.field('Command')).toBeFocused();
  await expect(app.button('Remmina')).toHaveCount(0);
});

test('clients that are installed are choices, each with its own fields', async ({ app }) => {
  const launchers = [
    { client: 'ssh', id: 'windows-terminal', name: 'Windows Terminal' },
    { client: 'putty', id: 'putty', name: 'PuTTY' },
    { client: 'mstsc', id: 'mstsc', name: 'Remote Desktop' },
  ] as const;
  const bridge = await edit(app, new FakeBridge({ profiles: [web], platform: 'windows', launchers }));
  await app.field('Launch').selectOption('SSH in Windows Terminal');
  await app.field('Windows Terminal profile').fill('Ubuntu; 24.04');
  await app.field('Launch').selectOption('Remote Desktop');
  await expect(app.field('User')).toHaveCount(0);
  await expect(app.field('Identity file')).toHaveCount(0);
  await app.field('Launch').selectOption('PuTTY');
  await app.field('Saved session').fill('@other');
  await app.button('Save').click();
  await expect(app.field('Saved session')).toHaveAccessibleDescription(says({ code: 'session-name' }));
  await app.field('Saved session').fill('Büro "Nord"');
  await app.button('Save').click();
  await expect(app.page.getByText('open PuTTY')).toBeVisible();
  await expect
    .poll(() => bridge.called('profiles:save')[0]?.[0])
    .toMatchObject({
      draft: { launch: { client: 'putty', session: 'Büro "Nord"', terminalProfile: 'Ubuntu; 24.04' } },
    });
});

test('PuTTY that is not installed is named once that is known, and found once it is', async ({ app }) => {
  const putty = aProfile({ launch: { ...DEFAULT_LAUNCH, client: 'putty' } });
  const bridge = await edit(app, new FakeBridge({ profiles: [putty], platform: 'windows', launchers: null }));
  const missing = app.field('Launch').getByRole('option', { name: 'PuTTY (not installed)' });
  await expect(app.field('Launch').getByRole('option', { name: /^PuTTY/ })).toHaveText(['PuTTY']);
  await bridge.push('launchers', []);
  await expect(missing).toBeEnabled();
  await app.field('Launch').selectOption('Nothing');
  await expect(missing).toBeDisabled();
  const looks = bridge.called('launchers:detect').length;
  await app.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect.poll(() => bridge.called('launchers:detect').length).toBeGreaterThan(looks);
  await bridge.push('launchers', [{ client: 'putty', id: 'putty', name: 'PuTTY' }]);
  await expect(missing).toHaveCount(0);
  await app.field('Launch').selectOption('PuTTY');
});

test('two ports that differ are pointed out, and made one by a button', async ({ app }) => {
  await edit(app, new FakeBridge({ profiles: [web] }));
  await app.field('SSH port').fill('2222');
  await expect(app.page.getByText('The door is port 22, but the session goes to port 2222.')).toBeVisible();
  await app.field('SSH port').fill('abc');
  await expect(app.page.getByText('The door is port 22')).toHaveCount(0);
  await app.field('SSH port').fill('2222');
  // Behind a jump host the port is another computer's.
  await app.button('Advanced').click();
  await app.field('Jump host').fill('jump.example.org');
  await expect(app.page.getByText('The door is port 22')).toHaveCount(0);
  await app.field('Jump host').fill('');
  await app.button('Use 2222 for both').click();
  await expect(app.field('Door port')).toHaveValue('2222');
  await expect(app.page.getByText('The door is port')).toHaveCount(0);
});

test('a client that is not installed here any more is still the profile’s', async ({ app }) => {
  const launch = { ...DEFAULT_LAUNCH, client: 'winscp' as const };
  await edit(app, new FakeBridge({ profiles: [aProfile({ launch })] }));
  await expect(app.field('Launch').locator('option:checked')).toHaveText('WinSCP (not installed)');
});

test('jump host and extra options are for ssh, under Advanced, and their mistakes open it', async ({ app }) => {
  const bridge = await edit(app);
  await app.button('Advanced').click();
  await app.field('Jump host').fill('ann@jump:22');
  await app.field('Extra SSH options').fill('-o ProxyCommand=calc');
  await app.button('Advanced').click();
  await app.button('Save').click();
  await expect(app.field('Jump host')).toHaveAccessibleDescription(says({ code: 'jump-host-port' }));
  await expect(app.field('Extra SSH options')).toHaveAccessibleDescription(
    says({ code: 'ssh-option-refused', params: { option: '-o ProxyCommand=calc' } }),
  );
  // They are not on screen for other clients, and what is wrong in them does not matter there.
  await app.field('Launch').selectOption('Web browser (https://)');
  await expect(app.field('Jump host')).toHaveCount(0);
  await app.button('Save').click();
  await expect(app.page.getByText('open a https:// link')).toBeVisible();
  await expect
    .poll(() => bridge.called('profiles:save')[0]?.[0])
    .toMatchObject({ draft: { launch: { jumpHost: '', options: '' } } });
});

test('use with ssh: shown first, then added, renamed and removed', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web] }));
  await app.option('Web server').click();
  await app.button('Use with ssh…').click();
  await expect(app.page.getByRole('dialog')).toContainText('Host web-server');
  await expect(app.page.getByRole('dialog')).toContainText('Include toctoc.conf');
  await expect.poll(() => bridge.sshAliases.size).toBe(0);

  await app.field('Name for ssh').fill('two words');
  await expect(app.field('Name for ssh')).toHaveAccessibleDescription(says({ code: 'ssh-alias' }));
  await app.field('Name for ssh').press('Enter');
  expect(bridge.called('ssh-config:add')).toEqual([]);
  await app.field('Name for ssh').fill('web1');
  await expect(app.page.getByRole('dialog')).toContainText('Host web1');
  await app.button('Add').click();
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => [...bridge.sshAliases]).toEqual([['web', 'web1']]);

  await app.button('Use with ssh…').click();
  await expect(app.field('Name for ssh')).toHaveValue('web1');
  await expect(app.page.getByRole('dialog')).toContainText('includes it already');
  await app.button('Remove').click();
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => bridge.sshAliases.size).toBe(0);
  await expect(app.button('Use with ssh…')).toBeFocused();
});

test('use with ssh: where it cannot be, it says why and offers nothing', async ({ app }) => {
  const bridge = new FakeBridge({ profiles: [web] });
  const problem: Problem = { code: 'own-path-portable', params: { path: 'F:\\Toctoc.exe' } };
  bridge.refusals.set('ssh-config:look', [problem]);
  await app.open(bridge);
  await app.option('Web server').click();
  await app.button('Use with ssh…').click();
  await expect(app.page.getByRole('alert')).toHaveText(says(problem));
  await expect(app.button('Add')).toHaveCount(0);
  await app.button('Close').click();
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
});
