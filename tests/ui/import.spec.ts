import type { Channel } from '../../shared/ipc.ts';
import { PRACTICE_ID } from '../../shared/model/profile.ts';
import { fail } from '../../shared/result.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile } from '../fakes/profiles.ts';
import { type App, expect, test } from './support/app.ts';

const CONF = `[openSSH]
sequence = 7000,8000,9000
command = /sbin/iptables -A INPUT -s %IP% -p tcp --dport 22 -j ACCEPT
tcpflags = syn
[closeSSH]
sequence = 9000,8000,7000
command = /sbin/iptables -D INPUT -s %IP% -p tcp --dport 22 -j ACCEPT
tcpflags = syn
[broken]
sequence = 1:sctp
`;

function bridge(): FakeBridge {
  const fake = new FakeBridge({ profiles: [aProfile(), aProfile({ id: PRACTICE_ID, name: 'Practice server' })] });
  fake.found = [
    { id: 'ssh-config', kind: 'ssh-config', place: '~/.ssh/config', name: 'config', text: 'Host nas\n User ada\n' },
  ];
  return fake;
}

async function open(app: App, fake = bridge()): Promise<FakeBridge> {
  await app.open(fake);
  await app.button('Import').click();
  await expect(app.page.getByRole('heading', { name: 'Import' })).toBeVisible();
  return fake;
}

async function paste(app: App, text: string): Promise<void> {
  await app.field('Or paste').fill(text);
  await app.button('Read it').last().click();
}

test('a pasted knock command becomes a server, and Undo takes it back', async ({ app }) => {
  await open(app);
  await paste(app, 'knock -d 100 nas.example.org 7001 8001:udp');
  await expect(app.page.getByText('nas.example.org · port 22 · 2 knocks · line 1')).toBeVisible();
  await expect(app.page.locator('body')).not.toContainText('7001');
  await app.button('Show the knocks of nas.example.org').click();
  await expect(app.page.getByText('7001 8001:udp')).toBeVisible();
  await app.button('Import 1 server').click();
  await expect(app.option('nas.example.org')).toBeVisible();
  await expect(app.page.getByText('Imported 1 server.')).toBeVisible();
  // What was brought in is what one sees, not what was shown before.
  await expect(app.page.getByRole('heading', { name: 'nas.example.org' })).toBeVisible();
  await expect(app.option('nas.example.org')).toHaveAttribute('aria-selected', 'true');
  await app.button('Undo').click();
  await expect(app.option('nas.example.org')).toHaveCount(0);
  await expect(app.option('Web server')).toBeVisible();
});

test('a chosen knockd.conf asks where the server is, pairs its doors, and names what it cannot read', async ({
  app,
}) => {
  const fake = bridge();
  fake.importFile = { name: 'knockd.conf', text: CONF };
  await open(app, fake);
  await app.button('Choose files…').click();
  await expect(app.page.getByText('knockd configuration')).toBeVisible();
  await expect(app.page.getByText('Only tcp and udp can stand behind a port')).toBeVisible();
  await expect(app.button('Import 0 servers')).toBeDisabled();
  await app.field('Server address').fill('web.example.org');
  await expect(app.page.getByText('Changes “Web server”')).toBeVisible();
  await app.field('Server address').fill('other.example.org');
  await app.button('Import 1 server').click();
  await expect(app.option('SSH')).toBeVisible();
  const [[request] = []] = fake.called('import:apply');
  expect(request).toMatchObject({ keys: [0], host: 'other.example.org' });
});

test('what is on this computer is offered, and servers without knocks ask for them', async ({ app }) => {
  await open(app);
  await app.button('Read ~/.ssh/config').click();
  await expect(app.page.getByText('Needs a sequence')).toBeVisible();
  await app.field('Sequence for those without').fill('7000 8000');
  await app.button('Import 1 server').click();
  await expect(app.option('nas')).toBeVisible();
});

test('a dropped file in UTF-16 is read; a picture is refused in a sentence', async ({ app }) => {
  await open(app);
  const drop = (name: string, bytes: readonly number[]) =>
    app.page.getByRole('region', { name: 'Drop files or a folder here' }).evaluate(
      (zone, [file, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(content)], file));
        zone.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
      },
      [name, [...bytes]] as const,
    );
  await drop('door.png', [...Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')]);
  await expect(app.page.getByText('This is not a text file')).toBeVisible();
  const key =
    '[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions\\My%20box]\r\n"HostName"="box.example.org"\r\n';
  await drop('putty.reg', [...Buffer.from(`\uFEFFWindows Registry Editor Version 5.00\r\n\r\n${key}`, 'utf16le')]);
  await expect(app.page.getByText('My box')).toBeVisible();
});

/** Drags a file over the middle of the window, and lets go there. */
async function dropOnWindow(app: App, name: string, text: string, last: 'drop' | 'dragleave' = 'drop'): Promise<void> {
  for (const kind of ['dragover', last] as const) {
    await app.page.evaluate(
      ([file, content, type]) => {
        const data = new DataTransfer();
        data.items.add(new File([content], file));
        const over = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data });
        over.dispatchEvent(event);
        if (type !== 'dragleave' && !event.defaultPrevented) throw new Error(`${type} was not taken`);
      },
      [name, text, kind] as const,
    );
    if (kind === 'dragover') {
      await expect(app.page.getByText('Let go to read')).toBeVisible();
      await app.picture('drop-anywhere');
    }
  }
  await expect(app.page.getByText('Let go to read')).toHaveCount(0);
}

test('a file can be dropped anywhere on the window; taken back out of it, it is not read', async ({ app }) => {
  await app.open(new FakeBridge());
  const practice = app.page.getByRole('heading', { name: 'Practice server' });
  await expect(practice).toBeVisible();
  await dropOnWindow(app, 'knock.sh', 'knock a.example.org 1 2 3\n', 'dragleave');
  await expect(practice).toBeVisible();
  await dropOnWindow(app, 'knock.sh', 'knock a.example.org 1 2 3\n');
  await expect(app.button('Import 1 server')).toBeVisible();
  // A second file while the first one's preview is there.
  await dropOnWindow(app, 'more.sh', 'knock b.example.org 1 2\nknock c.example.org 3 4\n');
  await expect(app.button('Import 2 servers')).toBeVisible();
});

test('a file dropped over an editor with changes is read, and the changes are kept', async ({ app }) => {
  await app.open(new FakeBridge());
  await app.button('New profile').click();
  await app.field('Name').fill('Web');
  await dropOnWindow(app, 'knock.sh', 'knock a.example.org 1 2 3\n');
  await expect(app.button('Import 1 server')).toBeVisible();
  await app.button('New profile').click();
  await expect(app.field('Name')).toHaveValue('Web');
});

/** Main answers this only once the page has cancelled, as it does for what was stopped. */
function untilCancelled(fake: FakeBridge, channel: Channel): FakeBridge {
  const answer = fake.invoke.bind(fake);
  let stop = () => {};
  fake.invoke = async (asked, args) => {
    if (asked === 'import:cancel') stop();
    if (asked !== channel) return answer(asked, args);
    return new Promise((resolve) => {
      stop = () => resolve(fail({ code: 'import-cancelled' }));
    });
  };
  return fake;
}

test('reading shows how far it is, and Cancel gives back what was there', async ({ app }) => {
  const fake = await open(app, untilCancelled(bridge(), 'import:open-file'));
  const choose = app.button('Choose files…');
  await choose.focus();
  await app.page.keyboard.press('Enter');
  await expect(app.button('Cancel')).toBeFocused();
  await expect(app.status.filter({ hasText: 'Reading…' })).toBeVisible();
  const bar = app.page.getByRole('progressbar', { name: 'How far the import is' });
  await expect(bar).not.toHaveAttribute('value');
  await fake.push('importing', { stage: 'lines', done: 20_000, total: 40_000 });
  await expect(bar).toHaveAttribute('aria-valuetext', 'Line 20,000 of 40,000');
  await expect(app.page.getByText('Line 20,000 of 40,000')).toBeVisible();
  await fake.push('importing', { stage: 'comparing', done: 9_000, total: 10_000 });
  await expect(bar).toHaveJSProperty('position', 0.7 + 0.3 * 0.9);
  await expect(choose).toBeDisabled();
  await app.expectAccessible();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText('Cancelled: nothing was changed.')).toBeVisible();
  await expect(bar).toHaveCount(0);
  await expect(choose).toBeFocused();
});

test('saving can be cancelled by Escape: nothing is saved, and what was chosen stays so', async ({ app }) => {
  await open(app, untilCancelled(bridge(), 'import:apply'));
  await paste(app, 'knock a 1\nknock b 2');
  await app.page.getByRole('listitem').getByRole('checkbox').first().uncheck();
  await app.button('Import 1 server').click();
  await expect(app.button('Cancel')).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByText('Cancelled: nothing was changed.')).toBeVisible();
  await expect(app.button('Import 1 server')).toBeFocused();
  await expect(app.option('b b')).toHaveCount(0);
  await expect(app.page.getByRole('listitem').getByRole('checkbox').first()).not.toBeChecked();
});

test('a folder of sessions names each by its file, and what could not be read', async ({ app }) => {
  const fake = bridge();
  fake.importFolder = [
    { name: 'My%20box', text: 'HostName=box.example.org\nProtocol=ssh\n' },
    { name: 'randomseed', text: 'nothing at all' },
  ];
  await open(app, fake);
  await app.button('Choose a folder…').click();
  await expect(app.page.getByText('box.example.org · port 22 · My%20box, line 1')).toBeVisible();
  await expect(app.page.getByText('randomseed, line 1')).toBeVisible();
  // Whoever came by keyboard goes on from here.
  await expect(app.page.locator('p', { hasText: 'My%20box, randomseed' })).toBeFocused();
});

test('the clipboard is read when its button is pressed, and at no other time', async ({ app }) => {
  const fake = await open(app);
  expect(fake.called('import:open-clipboard')).toEqual([]);
  await app.button('Take it from the clipboard').click();
  await expect(app.page.getByText('There is no text on the clipboard')).toBeVisible();
  fake.clipboard =
    '[options]\n[openSSH]\n sequence = 7000,8000\n command = iptables -A INPUT -s %IP% --dport 22 -j ACCEPT\n';
  await app.button('Take it from the clipboard').click();
  await expect(app.page.getByText('knockd configuration')).toBeVisible();
});

test('what is here already cannot be chosen; a server can be left out', async ({ app }) => {
  const fake = await open(app);
  await paste(app, 'knock web.example.org 7000 8000:udp 9000\nknock a 1\nknock b 2');
  await expect(app.page.getByText('Already here')).toBeVisible();
  const boxes = app.page.getByRole('listitem').getByRole('checkbox');
  await expect(boxes.first()).toBeDisabled();
  await boxes.nth(1).uncheck();
  await app.button('Import 1 server').click();
  await expect(app.option('b b')).toBeVisible();
  await expect.poll(() => fake.called('import:apply')).toMatchObject([[{ keys: [2] }]]);
});

test('a sealed file wants its passphrase', async ({ app }) => {
  await open(app);
  await paste(app, '{"format":"toctoc-sealed","version":1,"profiles":[]}');
  await app.field('Passphrase').fill('wrong');
  await app.button('Open').click();
  await expect(app.page.getByText('The passphrase does not fit this file')).toBeVisible();
  await app.field('Passphrase').fill('correct horse');
  await app.button('Open').click();
  await expect(app.page.getByText('Nothing here can be imported.')).toBeVisible();
});

test('an export is sealed by default, and the readable ones come with a warning', async ({ app }) => {
  const fake = await app.open(bridge());
  await app.button('Export').click();
  await app.button('Save as…').click();
  await expect(app.field('Passphrase')).toBeFocused();
  await expect(app.field('Passphrase')).toHaveAttribute('aria-invalid', 'true');
  await app.field('Passphrase').fill('correct horse');
  await app.button('Save as…').click();
  await expect(app.field('Repeat the passphrase')).toBeFocused();
  await app.field('Repeat the passphrase').fill('correct');
  await expect(app.page.getByText('The two passphrases are not the same.')).toBeVisible();
  await app.field('Repeat the passphrase').fill('correct horse');
  await app.button('Save as…').click();
  await expect(app.status).toHaveText('Saved as /home/ada/export.json.');
  await app.field('As').selectOption('json');
  await expect(app.page.getByText('The file will show every sequence')).toBeVisible();
  await app.button('Save as…').click();
  await expect
    .poll(() => fake.called('export:save'))
    .toMatchObject([[{ format: 'sealed', profileIds: null }], [{ format: 'json' }]]);
});
