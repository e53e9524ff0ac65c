import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Desk, expect, test } from './support/app.ts';
import { Command } from './support/command.ts';
import { giveToUser } from './support/user.ts';

const CONF = `[openSSH]
sequence = 7001,8001:udp,9001
seq_timeout = 15
command = /sbin/iptables -A INPUT -s %IP% -p tcp --dport 2222 -j ACCEPT
tcpflags = syn
`;

let command: Command;
test.beforeEach(({ desk }) => {
  command = new Command(desk);
});
test.afterEach(() => command.endApp());

/** A file that the user of the desk can read. */
function file(desk: Desk, name: string, text: string): string {
  const path = join(desk.folder, name);
  writeFileSync(path, text);
  giveToUser(path);
  return path;
}

const shell = (line: string) => ['sh', '-c', line] as const;

test('the window imports what is pasted, and the command line exports it, and takes it back in elsewhere', async ({
  desk,
}) => {
  const { page } = await desk.start();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByLabel('Or paste').fill('knock -d 120 nas.example.org 7001 8001:udp');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByText('nas.example.org · port 22 · 2 knocks')).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 server' }).click();
  await expect(page.getByRole('option', { name: 'nas.example.org' })).toBeVisible();

  const exported = await command.toctoc(['export', '--json']);
  expect(exported).toMatchObject({ status: 0, error: '' });
  expect(JSON.parse(exported.out)).toMatchObject({
    format: 'toctoc-profiles',
    profiles: [{ host: 'nas.example.org', gapMs: 120, sequence: [{ port: 7001 }, { port: 8001, protocol: 'udp' }] }],
  });
  expect((await command.toctoc(['export', '--as', 'knock'])).out).toBe('knock -d 120 nas.example.org 7001 8001:udp\n');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('option', { name: 'nas.example.org' })).toHaveCount(0);
  const back = file(desk, 'servers.json', exported.out);
  expect(await command.toctoc(['import', back])).toEqual({
    status: 0,
    out: 'added: 1, changed: 0, left out: 0\n',
    error: '',
  });
  await expect(page.getByRole('option', { name: 'nas.example.org' })).toBeVisible();
  expect((await command.toctoc(['import', back])).out).toBe('added: 0, changed: 0, left out: 1\n');
});

test('toctoc import: a dry run, a file that leaves things out, standard input, and what it refuses', async ({
  desk,
}) => {
  const { quit } = await desk.start();
  const conf = file(desk, 'knockd.conf', CONF);
  const dry = await command.toctoc(['import', '--dry-run', conf]);
  expect(dry).toMatchObject({ status: 1, out: expect.stringContaining('has no address: say --host') });
  expect(dry.out).toContain('would add: 0');
  const shown = await command.toctoc(['import', '--dry-run', '--json', conf, '--host', 'server.example.org']);
  expect(shown.status).toBe(0);
  expect(shown.out).not.toContain('7001');
  expect(
    shown.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { type: 'entry', entry: { name: 'SSH', host: 'server.example.org', doorPort: 2222, knocks: 3, fate: 'add' } },
    { type: 'imported', added: 1, dryRun: true },
  ]);
  expect((await command.toctoc(['list'])).out).not.toContain('server.example.org');

  expect(await command.toctoc(['import', conf, '--host', 'server.example.org'])).toMatchObject({ status: 0 });
  const [node, script] = command.words;
  const piped = await command.run([...shell(`echo 'knock other.example.org 1 2' | '${node}' '${script}' import -`)]);
  expect(piped).toMatchObject({ status: 0, out: 'added: 1, changed: 0, left out: 0\n' });
  expect((await command.toctoc(['list'])).out).toMatch(/server\.example\.org[\s\S]*other\.example\.org/);

  const letter = file(desk, 'letter.txt', 'Dear all,\n');
  expect(await command.toctoc(['import', letter])).toMatchObject({
    status: 2,
    error: expect.stringContaining('letter.txt:1:'),
  });
  expect(await command.toctoc(['import', join(desk.folder, 'gone')])).toMatchObject({ status: 2 });
  await quit();
});

test('what lies around a file comes along: dropped on the window, by its path, or as a folder', async ({ desk }) => {
  const { page } = await desk.start();
  const folder = join(desk.folder, 'server');
  mkdirSync(folder);
  giveToUser(folder);
  const door = 'start_command = iptables -I INPUT -s %IP% --dport 2222 -j ACCEPT\n';
  const conf = file(desk, 'server/knockd.conf', `[ssh]\none_time_sequences = /etc/knockd/list\n${door}`);
  file(desk, 'server/list', ' 7001,8001\n 7002,8002\n');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  // A file that the system has handed to the page, as a drop does.
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.ariaLabel = 'a drop';
    document.body.append(input);
  });
  await page.getByLabel('a drop').setInputFiles(conf);
  await page.getByRole('region', { name: 'Drop files or a folder here' }).evaluate((zone) => {
    const dataTransfer = new DataTransfer();
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    for (const dropped of input?.files ?? []) dataTransfer.items.add(dropped);
    zone.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  });
  await expect(page.getByText('comes along: 2 sequences are left in it')).toBeVisible();

  const byPath = await command.toctoc(['import', '--dry-run', conf, '--host', 'server.example.org']);
  expect(byPath.error).toContain('comes along: 2 sequences are left in it');
  const sessions = join(desk.folder, 'sessions');
  mkdirSync(sessions);
  giveToUser(sessions);
  file(desk, 'sessions/my%20box', 'HostName=box.example.org\nProtocol=ssh\n');
  file(desk, 'sessions/randomseed', 'nothing at all');
  const whole = await command.toctoc(['import', '--dry-run', sessions, '--sequence', '7001 8001']);
  expect(whole).toMatchObject({ status: 0, out: expect.stringContaining('+ my box  box.example.org:22') });
  expect(whole.error).toContain('sessions/randomseed:1:');
});

test('a large import says at a terminal how far it is, and nowhere else', async ({ desk }) => {
  await desk.start();
  const hosts = Array.from({ length: 10_000 }, (_, at) => `Host server-${at}\n`).join('');
  const config = file(desk, 'config', hosts);
  const words = [...command.words, 'import', config, '--sequence', '7001 8001'];
  const quoted = words.map((word) => `'${word}'`).join(' ');
  expect(await command.run([...shell(`${quoted} --dry-run > /dev/null`)])).toMatchObject({ status: 0, error: '' });
  const seen = await command.run(['script', '-qec', `${quoted} > /dev/null`, '/dev/null'], { TERM: 'xterm' });
  expect(seen.status).toBe(0);
  expect(seen.out).toMatch(/\r.{3}(?:Line|Server|Compared|Saving).* of 10000/);
  // And takes it away at the end.
  expect(seen.out.endsWith('\r\u001b[K')).toBe(true);
  expect((await command.toctoc(['list'])).out.trim().split('\n').length).toBe(10_001);
});

test('a sealed export opens with its passphrase and with no other', async ({ desk }) => {
  await desk.start();
  await command.toctoc(['import', file(desk, 'history', 'knock nas.example.org 7001 8001:udp\n')]);
  const right = file(desk, 'right', 'correct horse\n');
  const sealed = await command.toctoc(['export', '--as', 'sealed', '--passphrase-file', right]);
  expect(sealed).toMatchObject({ status: 0, error: '' });
  expect(sealed.out).not.toMatch(/nas\.example|"port"/);
  const path = file(desk, 'sealed.json', sealed.out);
  expect(readFileSync(path, 'utf8')).toContain('toctoc-sealed');
  expect(await command.toctoc(['import', path])).toMatchObject({ status: 2, error: expect.stringContaining('sealed') });
  const wrong = file(desk, 'wrong', 'battery staple\n');
  expect(await command.toctoc(['import', path, '--passphrase-file', wrong])).toMatchObject({
    error: expect.stringContaining('The passphrase does not fit'),
  });
  expect((await command.toctoc(['import', path, '--passphrase-file', right])).out).toBe(
    'added: 0, changed: 0, left out: 1\n',
  );
});
