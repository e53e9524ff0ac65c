import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exportText } from '../../../electron/profiles/export/exporter.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { ok } from '../../../shared/result.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { describeWith } from '../launch/needs.ts';

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
function asked(file: string, alias: string): readonly string[] {
  const { status, stdout, stderr } = spawnSync('ssh', ['-T', '-G', '-F', file, alias], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
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
});
