import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exportText } from '../../../electron/profiles/export/exporter.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { parseSshOptions } from '../../../shared/model/ssh-options.ts';
import { ok } from '../../../shared/result.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { describeWith } from '../../support/needs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-export-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function exported(...profiles: readonly Profile[]): Promise<string> {
  const text = await exportText({ profileIds: null, format: 'ssh', passphrase: '' }, { profiles: () => ok(profiles) });
  if (!text.ok) throw new Error(text.problems[0].code);
  const file = join(folder, 'config');
  writeFileSync(file, text.value);
  return file;
}

/** What the real ssh makes of an exported file for one of its names: `keyword value` for each line. */
function asked(file: string, alias: string, options: readonly string[] = []): readonly string[] {
  const args = [...options, '-G', '-F', file, alias];
  const { status, stdout, stderr } = spawnSync('ssh', args, { encoding: 'utf8' });
  // ssh also tells where it has read what, with -v, and that it has no terminal here.
  expect([status, stderr.replace(/^(?:debug\d:|OpenSSH_|Pseudo-terminal ).*\r?\n/gm, '')]).toEqual([0, '']);
  return stdout.split('\n');
}

describeWith(['ssh'], 'the real ssh, of an export', () => {
  it('goes where the profile goes, by the user and the key that it says, through us', async () => {
    const launch = { ...aProfile().launch, user: 'ann', port: 2222, identityFile: '~/my "50%" key' };
    const config = asked(await exported(aProfile({ name: 'Büro % 1', launch })), 'Buro-1');
    expect(config).toEqual(
      expect.arrayContaining([
        'hostname web.example.org',
        'port 2222',
        'user ann',
        'proxycommand toctoc connect --profile web',
      ]),
    );
    expect(config.filter((line) => line.startsWith('identityfile'))).toEqual(['identityfile ~/my "50%%" key']);
  });

  it('takes the zone of an address for no placeholder', async () => {
    expect(asked(await exported(aProfile({ name: 'near', host: 'fe80::1%eth0' })), 'near')).toContain(
      'hostname fe80::1%eth0',
    );
  });

  it('knocks the jump host and not the server behind it, where there is one', async () => {
    const launch = {
      ...aProfile().launch,
      client: 'ssh',
      user: 'ann',
      port: 2222,
      jumpHost: 'bob@jump.example.org',
    } as const;
    const file = await exported(aProfile({ name: 'Inner', host: '10.0.0.5', launch }));
    const inner = asked(file, 'Inner');
    expect(inner).toEqual(
      expect.arrayContaining(['hostname 10.0.0.5', 'port 2222', 'user ann', 'proxyjump Inner-jump']),
    );
    expect(inner.filter((line) => line.startsWith('proxycommand'))).toEqual([]);
    expect(asked(file, 'Inner-jump')).toEqual(
      expect.arrayContaining([
        'hostname jump.example.org',
        'port 22',
        'user bob',
        'proxycommand toctoc connect --profile web',
      ]),
    );
  });

  it('tells profiles of one name apart, and a jump host from a profile that is called like it', async () => {
    const launch = { ...aProfile().launch, client: 'ssh', jumpHost: 'jump.example.org' } as const;
    const file = await exported(
      aProfile({ name: 'Web', launch }),
      aProfile({ id: 'b', name: 'web-jump', host: 'b.example.org' }),
      aProfile({ id: 'c', name: 'WEB', host: 'c.example.org' }),
    );
    expect(asked(file, 'Web-jump')).toContain('hostname jump.example.org');
    expect(asked(file, 'web-jump-2')).toContain('hostname b.example.org');
    expect(asked(file, 'WEB-2')).toContain('hostname c.example.org');
  });

  it('says every extra option as ssh itself understands it on its command line', async () => {
    const options = [
      '-AC -4 -g -Y -tt -q -e none -c aes256-ctr -m hmac-sha2-256 -b 127.0.0.1 -k -x -K',
      '-L 8080:localhost:80 -L [::1]:8081:[fe80::1]:81 -L 127.0.0.1:8082:inner:82 -L 8083:/run/s.sock -L /tmp/a:b:84',
      '-R 9090:localhost:90 -R 9091 -R 127.0.0.1:9092 -R /tmp/c:/tmp/d -D 1080 -D *:1081',
      '-o ServerAliveInterval=30 -o "SetEnv A=b C=d" -o Compression=no -o "LocalForward 8085 localhost:85"',
    ].join(' ');
    const words = parseSshOptions(options);
    if (!words.ok) throw new Error(words.problems[0].code);
    const own = { ...aProfile().launch, client: 'ssh' } as const;
    const plain = await exported(aProfile({ name: 'w', launch: own }));
    const wanted = asked(plain, 'w', words.value);
    expect(wanted).not.toEqual(asked(plain, 'w'));
    const config = asked(await exported(aProfile({ name: 'w', launch: { ...own, options } })), 'w');
    expect(config.toSorted()).toEqual(wanted.toSorted());
  });

  it.each(['-a -A', '-6 -4', '-vv', '-v', '-X', '-T', '-B lo', '-o ForwardAgent=no -A'])(
    'of several options goes by the one that ssh goes by: %s',
    async (options) => {
      const own = { ...aProfile().launch, client: 'ssh' } as const;
      const wanted = asked(await exported(aProfile({ name: 'w', launch: own })), 'w', options.split(' '));
      const config = asked(await exported(aProfile({ name: 'w', launch: { ...own, options } })), 'w');
      expect(config).toEqual(wanted);
    },
  );
});
