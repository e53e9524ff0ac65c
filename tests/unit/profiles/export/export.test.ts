import { describe, expect, it } from 'vitest';
import { exportText } from '../../../../electron/profiles/export/exporter.ts';
import { sealFile, unsealFile } from '../../../../electron/profiles/export/sealed-file.ts';
import { parseImportText } from '../../../../electron/profiles/import/parse-text.ts';
import { parseProfileDocument } from '../../../../shared/formats/profile-document.ts';
import { sniff } from '../../../../shared/formats/sniff.ts';
import { finish } from '../../../../shared/formats/steps.ts';
import { PRACTICE_ID } from '../../../../shared/model/profile.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { aProfile } from '../../../fakes/profiles.ts';

/** Guessing costs nothing in a test. */
const CHEAP = { n: 2 ** 14, r: 1, p: 1 } as const;

describe('a sealed file', () => {
  it('opens with its passphrase, however the keyboard composes it, and shows nothing without', async () => {
    const file = await sealFile('secret 7000', 'clé de l’été', CHEAP);
    expect(sniff(file)).toBe('toctoc-sealed');
    expect(file).not.toContain('7000');
    expect(await unsealFile(file, 'clé de l’été'.normalize('NFD'))).toEqual(ok('secret 7000'));
    expect(await unsealFile(`\uFEFF${file}`, 'clé de l’été')).toEqual(ok('secret 7000'));
  });

  it('says whether the passphrase is wrong, or the file cut off, changed, or too new', async () => {
    const file = await sealFile('x'.repeat(500), 'right', CHEAP);
    const change = (edit: (parsed: Record<string, unknown>) => void) => {
      const parsed: Record<string, unknown> = JSON.parse(file);
      edit(parsed);
      return JSON.stringify(parsed);
    };
    const code = async (text: string, passphrase = 'right') => {
      const opened = await unsealFile(text, passphrase);
      return opened.ok ? 'open' : opened.problems[0].code;
    };
    expect(await code(file, 'wrong')).toBe('import-passphrase-wrong');
    expect(await code(file.slice(0, -100))).toBe('import-sealed-damaged');
    expect(await code(change((parsed) => (parsed['data'] = String(parsed['data']).slice(0, -40))))).toBe(
      'import-sealed-damaged',
    );
    const length = String(JSON.parse(file).data).length;
    for (const at of [0, Math.floor(length / 2), length - 8]) {
      const flipped = (data: string) => `${data.slice(0, at)}${data[at] === 'A' ? 'B' : 'A'}${data.slice(at + 1)}`;
      const tampered = change((parsed) => (parsed['data'] = flipped(String(parsed['data']))));
      expect(await code(tampered)).toBe('import-sealed-damaged');
    }
    expect(await code(change((parsed) => (parsed['version'] = 2)))).toBe('import-newer');
    expect(await code(change((parsed) => (parsed['lock'] = { mode: 'readable' })))).toBe('import-sealed-damaged');
    const huge = { mode: 'passphrase', key: 'AAAA', scrypt: { n: 2 ** 30, r: 16, p: 4, salt: 'AAAA' } };
    expect(await code(change((parsed) => (parsed['lock'] = huge)))).toBe('import-sealed-damaged');
  });
});

describe('an export', () => {
  const profiles = [
    aProfile({ id: PRACTICE_ID, name: 'Practice', host: '127.0.0.1' }),
    aProfile({ launch: { ...aProfile().launch, user: 'ada', identityFile: '~/.ssh/id', port: 2222 } }),
    aProfile({ id: 'b', name: 'Büro % 1', host: '2001:db8::7', family: 'ipv6' }),
  ];
  const deps = { profiles: () => ok(profiles) };
  const text = async (format: 'json' | 'knock' | 'ssh', profileIds: readonly string[] | null = null) => {
    const exported = await exportText({ profileIds, format, passphrase: '' }, deps);
    if (!exported.ok) throw new Error(exported.problems[0].code);
    return exported.value;
  };

  it('as JSON is all but the practice server, and no id or memory of this computer', async () => {
    const json = await text('json');
    expect(finish(parseProfileDocument(json)).candidates.map(({ name }) => name)).toEqual(['Web server', 'Büro % 1']);
    expect(json).not.toMatch(/"id"|doorSeenAt/);
    expect(finish(parseProfileDocument(await text('json', ['b']))).candidates).toHaveLength(1);
  });

  it('as knock commands', async () => {
    expect(await text('knock')).toBe(
      'knock -d 50 web.example.org 7000 8000:udp 9000\nknock -6 -d 50 2001:db8::7 7000 8000:udp 9000\n',
    );
  });

  it('as an ssh configuration, without a sequence, that reads back', async () => {
    const config = await text('ssh');
    expect(config).toBe(`# Web server
Host Web-server
  HostName web.example.org
  Port 2222
  User ada
  IdentityFile ~/.ssh/id
  ProxyCommand toctoc connect --profile web

# Büro % 1
Host Buro-1
  HostName 2001:db8::7
  Port 22
  ProxyCommand toctoc connect --profile b
`);
    const { format, candidates } = finish(parseImportText({ text: config, fileName: '', sshFiles: null }));
    expect(format).toBe('ssh-config');
    expect(candidates.map(({ host }) => host)).toEqual(['web.example.org', '2001:db8::7']);
  });

  it('says when there is nothing, when the passphrase is too short, and when the vault is locked', async () => {
    const code = async (request: Parameters<typeof exportText>[0], locked = false) => {
      const exported = await exportText(request, locked ? { profiles: () => fail({ code: 'vault-locked' }) } : deps);
      return exported.ok ? 'done' : exported.problems[0].code;
    };
    expect(await code({ profileIds: ['gone'], format: 'json', passphrase: '' })).toBe('export-nothing');
    expect(await code({ profileIds: null, format: 'sealed', passphrase: 'seven77' })).toBe('passphrase-short');
    expect(await code({ profileIds: null, format: 'json', passphrase: '' }, true)).toBe('vault-locked');
  });
});
