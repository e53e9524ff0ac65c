import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SshConfig } from '../../../electron/launch/ssh-config/ssh-config.ts';
import { ok } from '../../../shared/result.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { describeWith } from '../../support/needs.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'toctoc-ssh ü '));
});
afterEach(() => rmSync(home, { recursive: true }));

const path = (...names: readonly string[]) => join(home, '.ssh', ...names);
const read = (name: string) => readFileSync(path(name), 'utf8');
const mode = (name: string) => statSync(path(name)).mode & 0o777;
const web = aProfile({ id: 'web', name: 'Web server' });
const mail = aProfile({ id: 'mail', name: 'Mail', host: 'mail.example.org' });

function sshConfig(toctoc: readonly string[] = ['/opt/my apps/toctoc']): SshConfig {
  return new SshConfig({
    folder: join(home, '.ssh'),
    platform: 'linux',
    dataFolder: null,
    ownCommand: async () => ok(toctoc),
  });
}

const CONFIG = '# mine\r\nHost *\n\tUser ann   \n\n\n# no newline at the end';

describe('use with ssh', () => {
  it('shows first what it will write, and writes nothing for that', async () => {
    const plan = await sshConfig().look(web, null);
    expect(plan).toMatchObject({
      value: { alias: 'web-server', added: false, include: 'Include toctoc.conf', configFile: path('config') },
    });
    expect(existsSync(path())).toBe(false);
  });

  it('leaves no trace when it is taken back: no folder’s content, no byte of the configuration', async () => {
    mkdirSync(path());
    writeFileSync(path('config'), CONFIG);
    chmodSync(path('config'), 0o640);
    const ssh = sshConfig();
    const plan = await ssh.look(web, 'web1');
    expect(await ssh.add(web, 'web1')).toEqual(ok(null));
    expect(read('toctoc.conf')).toContain(plan.ok ? plan.value.block : '?');
    expect(read('config').endsWith(CONFIG)).toBe(true);
    expect([mode('config'), mode('toctoc.conf')]).toEqual([0o640, 0o600]);
    expect(read('config.toctoc-backup')).toBe(CONFIG);
    expect(await ssh.look(web, null)).toMatchObject({ value: { alias: 'web1', added: true, include: null } });

    expect(await ssh.add(mail, 'mail')).toEqual(ok(null));
    expect(await ssh.remove('web')).toEqual(ok(null));
    expect(read('config')).toContain('Include toctoc.conf');
    expect(await ssh.remove('mail')).toEqual(ok(null));
    expect(read('config')).toBe(CONFIG);
    expect(mode('config')).toBe(0o640);
    expect(readdirSync(path()).sort()).toEqual(['config', 'config.toctoc-backup']);
  });

  it('makes the folder and the configuration where there are none, for the person alone, and takes the file back', async () => {
    const ssh = sshConfig();
    await ssh.add(web, 'web1');
    expect([statSync(path()).mode & 0o777, mode('config'), mode('toctoc.conf')]).toEqual([0o700, 0o600, 0o600]);
    expect(existsSync(path('config.toctoc-backup'))).toBe(false);
    await ssh.remove('web');
    expect(readdirSync(path())).toEqual([]);
  });

  it('writes through a link, and keeps it', async () => {
    mkdirSync(path());
    writeFileSync(join(home, 'dotfiles'), CONFIG);
    symlinkSync(join(home, 'dotfiles'), path('config'));
    const ssh = sshConfig();
    await ssh.add(web, 'web1');
    expect(readFileSync(join(home, 'dotfiles'), 'utf8')).toContain('Include toctoc.conf');
    await ssh.remove('web');
    expect(readFileSync(join(home, 'dotfiles'), 'utf8')).toBe(CONFIG);
    expect(readdirSync(home).sort()).toEqual(['.ssh', 'dotfiles']);
  });

  it('says which file cannot be written, and why', async () => {
    mkdirSync(path());
    symlinkSync(join(home, 'gone/config'), path('config'));
    expect(await sshConfig().add(web, 'web1')).toMatchObject({
      ok: false,
      problems: [{ code: 'ssh-config-unwritable', params: { file: path('config'), reason: 'ENOENT' } }],
    });
    rmSync(path('config'));
    mkdirSync(path('config'));
    expect(await sshConfig().add(web, 'web1')).toMatchObject({ problems: [{ code: 'ssh-config-unwritable' }] });
  });

  it('gives one name to one profile', async () => {
    const ssh = sshConfig();
    await ssh.add(web, 'web1');
    expect(await ssh.add(mail, 'web1')).toMatchObject({
      problems: [{ code: 'ssh-alias-taken', params: { alias: 'web1' } }],
    });
    expect(await ssh.add(web, 'other')).toEqual(ok(null));
    expect(await ssh.add(mail, 'web1')).toEqual(ok(null));
  });

  it('follows a profile that is changed, deleted and brought back', async () => {
    const ssh = sshConfig();
    await ssh.refresh(web);
    await ssh.forget('web');
    expect(existsSync(path())).toBe(false);
    await ssh.add(web, 'web1');
    const moved = { ...web, host: 'new.example.org' };
    await ssh.refresh(moved);
    expect(read('toctoc.conf')).toContain('HostName new.example.org');
    await ssh.forget('web');
    expect(existsSync(path('toctoc.conf'))).toBe(false);
    await ssh.bringBack(moved);
    expect(await ssh.look(moved, null)).toMatchObject({ value: { alias: 'web1', added: true } });
    await ssh.bringBack(mail);
    expect(await ssh.look(mail, null)).toMatchObject({ value: { added: false } });
  });

  it('takes two clicks at once one after the other', async () => {
    const ssh = sshConfig();
    const answers = await Promise.all([
      ssh.add(web, 'web1'),
      ssh.add(mail, 'mail'),
      ssh.remove('web'),
      ssh.add(web, 'w'),
    ]);
    expect(answers).toEqual([ok(null), ok(null), ok(null), ok(null)]);
    expect(read('toctoc.conf').match(/^Host .*/gm)).toEqual(['Host mail', 'Host w']);
    expect(read('config').match(/Include/g)).toHaveLength(1);
  });
});

describeWith(['ssh'], 'the real ssh reads what was written', () => {
  it('every word, whatever is in it', async () => {
    const recorded = join(home, 'seen');
    const toctoc = join(home, 'my "apps" 100%h $(x)', 'toctoc');
    mkdirSync(join(toctoc, '..'));
    writeFileSync(toctoc, `#!/bin/sh\nprintf '%s\\n' "$@" > '${recorded}'\n`, { mode: 0o755 });
    const key = '/k 1/50%h "q" \\ é';
    const profile = aProfile({ ...web, launch: { ...web.launch, user: 'CORP\\ann', identityFile: key, port: 2222 } });
    const plan = await sshConfig([toctoc]).look(profile, 'web1');
    if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
    const file = join(home, 'config');
    writeFileSync(file, plan.value.block, { mode: 0o600 });
    const { stdout } = spawnSync('ssh', ['-F', file, '-G', 'web1'], { encoding: 'utf8' });
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        'hostname web.example.org',
        'port 2222',
        'user CORP\\ann',
        `identityfile ${key.replace('%', '%%')}`,
      ]),
    );
    spawnSync('ssh', ['-F', file, '-o', 'BatchMode=yes', 'web1'], { timeout: 10_000 });
    expect(readFileSync(recorded, 'utf8')).toBe('connect\n--profile\nweb\n');
  });
});
