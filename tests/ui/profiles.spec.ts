import { DEFAULT_LAUNCH } from '../../shared/model/launch.ts';
import { emptyDraft, PRACTICE_ID } from '../../shared/model/profile.ts';
import { FakeBridge, type Send } from '../fakes/fake-bridge.ts';
import { aProfile, steps } from '../fakes/profiles.ts';
import { expect, test } from './support/app.ts';

const web = aProfile();
const mail = aProfile({ id: 'mail', name: 'Mail', host: 'mail.example.org' });
const practice = aProfile({ id: PRACTICE_ID, name: 'Practice server', host: '127.0.0.1' });

test('the first run explains itself and lets one begin', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [practice] }));
  await expect(app.page).toHaveTitle('Toctoc');
  await expect(app.page.getByText('Welcome to Toctoc')).toBeVisible();
  await expect(app.button('New profile')).toBeVisible();
  await expect(app.button('Knock and connect')).toBeVisible();
});

test('a profile is made with the keyboard alone', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [practice] }));
  const { keyboard } = app.page;
  await expect(app.button('New profile')).toBeVisible();
  await keyboard.press('Control+n');
  await expect(app.field('Name')).toBeFocused();
  for (const text of ['Home', 'home.example.org', '2222', '7000 8000:udp 9000']) {
    await keyboard.type(text === '2222' ? '' : text);
    if (text === '2222') {
      await keyboard.press('Control+a');
      await keyboard.type(text);
    }
    await keyboard.press('Tab');
  }
  await expect(app.button('Generate a sequence')).toBeFocused();
  await keyboard.press('Tab');
  await expect(app.button('Hide Sequence')).toBeFocused();
  for (const name of [/^Step 1 of 3/, 'Add a knock (Sequence)', 'Add a pause (Sequence)']) {
    await keyboard.press('Tab');
    await expect(app.page.getByRole('button', { name })).toBeFocused();
  }
  await keyboard.press('Tab');
  await expect(app.field('Gap (ms)')).toBeFocused();
  await keyboard.press('Enter');

  await expect(app.option('Home')).toHaveAttribute('aria-selected', 'true');
  await expect(app.option('Home')).toBeFocused();
  const draft = {
    ...emptyDraft(),
    name: 'Home',
    host: 'home.example.org',
    sequence: steps('7000 8000:udp 9000'),
    door: { port: 2222, check: true },
  };
  await expect.poll(() => bridge.called('profiles:save')).toEqual([[{ id: null, draft }]]);
});

/** Its list comes to the page when a test says so: main answers and pushes, in whichever order the two arrive. */
class LateList extends FakeBridge {
  #late: (() => Promise<void>) | null = null;

  override connect(send: Send): void {
    super.connect(async (channel, message) => {
      if (channel !== 'state:profiles') return send(channel, message);
      this.#late = () => send(channel, message);
    });
  }

  async sendList(): Promise<void> {
    await this.#late?.();
  }
}

test('the focus goes to a new profile, also where it comes into the list after its page', async ({ app }) => {
  const bridge = new LateList({ profiles: [practice] });
  await app.open(bridge);
  await app.page.keyboard.press('Control+n');
  await app.field('Name').fill('Home');
  await app.field('Host').fill('home.example.org');
  await app.field('Sequence').fill('7000 8000');
  await app.field('Name').press('Enter');
  await expect(app.option('Practice server')).toBeFocused();
  await bridge.sendList();
  await expect(app.option('Home')).toBeFocused();
  await expect(app.option('Home')).toHaveAttribute('aria-selected', 'true');
});

test('the sequence is a secret: counted on the page, dots in the editor until asked for', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [web] }));
  await expect(app.page.getByText('3 knocks (secret)')).toBeVisible();
  await expect(app.page.getByText('7000')).toHaveCount(0);
  await app.button('Edit').click();
  const sequence = app.field('Sequence');
  await expect(sequence).toHaveValue('7000 8000:udp 9000');
  await expect(sequence).toHaveCSS('-webkit-text-security', 'disc');
  await app.button('Show Sequence').click();
  await expect(sequence).toHaveCSS('-webkit-text-security', 'none');
  await app.button('Hide Sequence').click();
  await expect(sequence).toHaveCSS('-webkit-text-security', 'disc');
});

test('what the editor shows is what it saves', async ({ app }) => {
  const {
    id,
    doorSeenAt: _,
    ...draft
  } = aProfile({
    family: 'ipv6',
    closeSequence: [...steps('9000 2:s 8000:udp="bye"')],
    seqTimeoutS: 15,
    serverKind: 'knockd',
    connectMode: 'full',
    source: 'eth0',
    door: { port: 443, check: false },
    launch: {
      ...DEFAULT_LAUNCH,
      terminal: 'xterm',
      user: 'ada',
      port: 2222,
      identityFile: '/keys/one',
      jumpHost: 'bob@jump.example.org',
      options: '-A -o "ServerAliveInterval 30"',
    },
    tags: ['web', 'north east'],
    keepOpenMinutes: 30,
    notes: 'Behind the cooling,\nask Ada for the key.',
  });
  const bridge = await app.open(new FakeBridge({ profiles: [{ ...draft, id, doorSeenAt: null }] }));
  await app.button('Edit').click();
  await app.button('Save').click();
  await expect(app.button('Edit')).toBeVisible();
  await expect.poll(() => bridge.called('profiles:save')).toEqual([[{ id, draft }]]);
});

test('notes are written in lines, read on the page, and found by the search', async ({ app }) => {
  const others = Array.from({ length: 8 }, (_, at) => aProfile({ id: `other-${at}`, name: `Other ${at}` }));
  const bridge = await app.open(new FakeBridge({ profiles: [web, ...others] }));
  await app.button('Edit').click();
  await app.button('Advanced').click();
  await app.field('Notes').fill(`${'x'.repeat(2001)}`);
  await app.button('Save').click();
  await expect(app.page.getByText('This text is too long: shorten it.')).toBeVisible();
  await app.field('Notes').fill('');
  await app.field('Notes').pressSequentially('Rack 7\nask Ada');
  await app.button('Save').click();
  await expect.poll(() => bridge.called('profiles:save')).toMatchObject([[{ draft: { notes: 'Rack 7\nask Ada' } }]]);
  const notes = app.page.getByText('Rack 7\nask Ada', { exact: true });
  await expect(notes).toBeVisible();
  await expect(notes).toHaveCSS('white-space', 'pre-wrap');
  await app.page.getByRole('searchbox').fill('ask ada');
  await expect(app.page.getByRole('listbox').getByRole('option')).toHaveText([/Web server/]);
});

test('every launcher is a choice, and the identity file can be browsed for', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web] }));
  await app.button('New profile').click();
  await expect(app.field('Launch').locator('option')).toHaveText([
    'Nothing',
    'SSH in the first terminal found (GNOME Terminal)',
    'SSH in GNOME Terminal',
    'SSH in xterm',
    'File client (sftp://)',
    'File client (ftp://)',
    'Web browser (https://)',
    'Another command…',
    'PuTTY (not installed)',
  ]);
  await app.button('Browse…').click();
  await expect(app.field('Identity file')).toHaveValue('/home/ada/.ssh/id_ed25519');
  await expect.poll(() => bridge.called('launchers:detect').length).toBeGreaterThan(0);
  await app.field('User').fill('not valid');
  await app.field('Launch').selectOption('Nothing');
  await expect(app.field('User')).toHaveCount(0);
  await app.field('Name').fill('Door only');
  await app.field('Host').fill('door.example.org');
  await app.field('Sequence').fill('1 2');
  await app.button('Save').click();
  await expect(app.option('Door only')).toBeVisible();
  await expect
    .poll(() => bridge.called('profiles:save')[0]?.[0])
    .toMatchObject({
      draft: { launch: { client: 'none', user: '', identityFile: '/home/ada/.ssh/id_ed25519' } },
    });
});

test('arrows choose, Enter knocks and connects', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web, mail, practice] }));
  await app.option('Web server').focus();
  await app.page.keyboard.press('ArrowDown');
  await expect(app.option('Mail')).toBeFocused();
  await expect(app.page.getByRole('heading', { name: 'Mail' })).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect.poll(() => bridge.called('runs:start')).toEqual([[{ profileId: 'mail', action: 'connect' }]]);
  await app.page.keyboard.press('End');
  await expect(app.option('Practice server')).toBeFocused();
  await app.page.keyboard.press('Home');
  await expect(app.option('Web server')).toBeFocused();
});

test('a long list can be searched, by name and by host', async ({ app }) => {
  const many = Array.from({ length: 9 }, (_, at) =>
    aProfile({ id: `p${at}`, name: `Server ${at}`, host: `host-${at}.example.org` }),
  );
  await app.open(new FakeBridge({ profiles: many }));
  const search = app.field('Search');
  await search.fill('HOST-4');
  await expect(app.page.getByRole('option')).toHaveText([/Server 4/]);
  await search.press('ArrowDown');
  await expect(app.option('Server 4')).toBeFocused();
  await search.fill('nowhere');
  await expect(app.page.getByText('Nothing matches “nowhere”.')).toBeVisible();
  await search.press('Escape');
  await expect(app.page.getByRole('option')).toHaveCount(9);
});

test('a short list has no search', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [web, mail] }));
  await expect(app.page.getByRole('listbox', { name: 'Profiles' })).toBeVisible();
  await expect(app.field('Search')).toHaveCount(0);
});

test('a copy is shown, and a deleted profile comes back where it was', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web, mail] }));
  await app.button('Duplicate').click();
  await expect(app.option('Web server (copy)')).toHaveAttribute('aria-selected', 'true');
  await app.option('Web server web').click();
  await app.button('Delete').click();
  await expect(app.page.getByRole('option')).toHaveText([/Web server \(copy\)/, /Mail/]);
  await expect(app.option('Web server (copy)')).toBeFocused();
  await app.button('Undo').click();
  await expect(app.page.getByRole('option')).toHaveText([/Web server/, /Web server \(copy\)/, /Mail/]);
  await expect(app.page.getByRole('heading', { name: 'Web server', exact: true })).toBeVisible();
  await expect.poll(() => bridge.called('profiles:restore')).toEqual([['web']]);
});

test('what main refuses is said, and nothing changes', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web, mail] }));
  const unwritable = { code: 'file-unwritable', params: { reason: 'disk full', file: 'profiles.json' } } as const;
  for (const channel of ['profiles:delete', 'profiles:duplicate', 'runs:start'] as const)
    bridge.refusals.set(channel, [unwritable]);
  for (const name of ['Delete', 'Duplicate', 'Knock']) {
    await app.button(name).click();
    await expect(app.page.getByText(/could not be written \(disk full\)/).first()).toBeVisible();
    await app.button('Dismiss').first().click();
    await expect(app.page.getByText(/could not be written/)).toHaveCount(0);
  }
  await expect(app.page.getByRole('option')).toHaveCount(2);
});

test('at 480 px one pane is shown, with a way back', async ({ app }) => {
  await app.page.setViewportSize({ width: 480, height: 700 });
  await app.open(new FakeBridge({ profiles: [web, mail] }));
  await expect(app.button('Knock and connect')).toBeHidden();
  await app.option('Mail').click();
  await expect(app.button('Knock and connect')).toBeVisible();
  await expect(app.option('Mail')).toBeHidden();
  await app.button('Back').click();
  await expect(app.option('Mail')).toBeFocused();
  // Out of the editor too, which keeps what was typed.
  await app.button('New profile').click();
  await app.field('Name').fill('Half');
  await app.button('Back').click();
  await expect(app.option('Mail')).toBeVisible();
  await app.button('New profile').click();
  await expect(app.field('Name')).toHaveValue('Half');
});
