import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STOCK } from '../lab/support/doors.ts';
import { Lab, SERVER } from '../lab/support/lab.ts';
import { expect, keepScreen, test } from './support/app.ts';
import { Command } from './support/command.ts';
import { createProfile } from './support/editor.ts';
import { e2eUser, giveToUser } from './support/user.ts';

test.skip(process.env['TOCTOC_LAB'] === undefined, 'needs root on Linux, for the lab');
test.skip(e2eUser === undefined, 'needs a user of its own, whose ssh configuration may be changed');

const OWN = '# my own\nHost *\n  ServerAliveInterval 30\n';

test('use with ssh: plain ssh and scp knock by themselves, and it goes without a trace', async ({ desk }) => {
  const lab = Lab.current();
  await lab.firewall('drop');
  await lab.knockd(STOCK);
  const command = new Command(desk);
  const folder = join(e2eUser?.home ?? '', '.ssh');
  const [config, own, key] = [join(folder, 'config'), join(folder, 'toctoc.conf'), join(desk.folder, 'my key')];
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const [kind, hostKey] = readFileSync(join(lab.folder, 'host-key.pub'), 'utf8').split(' ');
  writeFileSync(join(folder, 'known_hosts'), `${SERVER.name} ${kind} ${hostKey}\n`);
  writeFileSync(config, OWN, { mode: 0o600 });
  copyFileSync(join(lab.folder, 'client-key'), key);
  giveToUser(folder, config, key, join(folder, 'known_hosts'));
  try {
    // From source ssh is to start Node, which this user has in the folder of the test.
    const { page } = await desk.start({ path: `${desk.folder}:/usr/bin:/bin` });
    await createProfile(page, {
      Name: 'Web server',
      Host: SERVER.name,
      Sequence: '7000 8000 9000',
      'Door port': '22',
      User: 'root',
      'Identity file': key,
    });
    await page.getByRole('button', { name: 'Use with ssh…' }).click();
    await page.getByLabel('Name for ssh').fill('web1');
    await expect(page.getByRole('dialog')).toContainText('Host web1');
    await keepScreen(page, 'use-with-ssh');
    expect(existsSync(own)).toBe(false);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(readFileSync(config, 'utf8')).toContain('Include toctoc.conf');

    const options = ['-o', 'BatchMode=yes', '-o', 'LogLevel=ERROR'] as const;
    // The data folder is not the usual one: the block has to name it, where this command's own variable would.
    const bare = { TOCTOC_HOME: '' };
    expect(await command.run(['ssh', ...options, 'web1', 'echo inside'], bare)).toEqual({
      ...{ status: 0, out: 'inside\n', error: '' },
    });
    const copied = join(desk.folder, 'copied key.pub');
    const remote = `web1:${join(lab.folder, 'host-key.pub')}`;
    expect(await command.run(['scp', ...options, remote, copied], bare)).toMatchObject({ status: 0, error: '' });
    expect(readFileSync(copied, 'utf8')).toContain(hostKey);

    await page.getByRole('button', { name: 'Use with ssh…' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(readFileSync(config, 'utf8')).toBe(OWN);
    expect(existsSync(own)).toBe(false);
  } finally {
    for (const file of [config, own, `${config}.toctoc-backup`]) rmSync(file, { force: true });
    await command.endApp();
    await lab.stopKnockd();
  }
});
