import { describe, expect, it } from 'vitest';
import { parseSshConfig } from '../../../../electron/profiles/import/ssh-config.ts';
import type { Parsed } from '../../../../shared/formats/candidate.ts';
import { finish } from '../../../../shared/formats/steps.ts';
import { formatSequence } from '../../../../shared/model/sequence.ts';

const codes = ({ notes }: Parsed) => notes.map(({ line, problem }) => `${line} ${problem.code}`);
const rows = ({ candidates }: Parsed) =>
  candidates.map(({ name, host, said }) => {
    const { user = '', identityFile = '' } = said.launch ?? {};
    return `${name} ${user}@${host}:${said.door?.port} ${identityFile}`.trim();
  });
const files = (all: Readonly<Record<string, string>>) => ({
  expand: (pattern: string) => (pattern.endsWith('*') ? Object.keys(all) : [pattern]),
  read: (path: string) => all[path] ?? null,
});

describe('an ssh configuration', () => {
  it('computes each named host as ssh does: the first value wins, wildcards add theirs', () => {
    const text = `# mine
Host web
  HostName web.example.org
  User ada
  IdentityFile ~/.ssh/id_web

Host db *.lab !secret.lab
  Port=2200

Host mail.lab
  HostName "192.0.2.25"

Host *
  User root
  Port 22
`;
    expect(rows(finish(parseSshConfig(text, null)))).toEqual([
      'web ada@web.example.org:22 ~/.ssh/id_web',
      'db root@db:2200',
      'mail.lab root@192.0.2.25:2200',
    ]);
  });

  it('takes several names of one machine for one server, and of several machines for several', () => {
    const text = 'Host gw gateway\n HostName 192.0.2.1\nHost a b\n User x\nHost n1 n2\n HostName %h.example.org\n';
    expect(rows(finish(parseSshConfig(text, null)))).toEqual([
      'gw @192.0.2.1:22',
      'a x@a:22',
      'b x@b:22',
      'n1 @n1.example.org:22',
      'n2 @n2.example.org:22',
    ]);
  });

  it('finds knocks where people put them', () => {
    const text = `Host a
  ProxyCommand sh -c 'knock %h 7000 8000:udp; sleep 1; exec nc %h %p'
Host b
  ProxyCommand toctoc connect --server knockd %h %p 1 2
Match originalhost c exec "knock c 5 6"
Host c
  User ada
`;
    const parsed = finish(parseSshConfig(text, null));
    expect(parsed.candidates.map(({ name, said }) => `${name} ${formatSequence(said.sequence ?? [])}`)).toEqual([
      'a 7000 8000:udp',
      'b 1 2',
      'c 5 6',
    ]);
    expect(parsed.candidates.map(({ said }) => [said.serverKind, said.door])).toEqual([
      [undefined, { port: 22 }],
      ['knockd', { port: 22 }],
      [undefined, { port: 22 }],
    ]);
    expect(codes(parsed)).toEqual([]);
  });

  it('never runs a command of the file', () => {
    const text = 'Match exec "touch /tmp/toctoc-must-not-exist"\n User x\nHost a\n';
    expect(codes(finish(parseSshConfig(text, null)))).toEqual(['1 ssh-match']);
    expect(rows(finish(parseSshConfig(text, null)))).toEqual(['a @a:22']);
  });

  it('names lines that cannot be read, values that cannot be kept, and goes on', () => {
    const text =
      'Host a\n User "ada\nHost\nHost b\n Port 0\n User -oProxyCommand=x\n ProxyJump gw\nHost -x\nHost c\n ProxyCommand nc\n';
    const parsed = finish(parseSshConfig(text, null));
    expect(codes(parsed)).toEqual([
      '2 ssh-line',
      '3 ssh-line',
      '4 ssh-jump',
      '5 ssh-port',
      '6 ssh-value',
      '8 import-host-bad',
      '9 ssh-proxy-command',
    ]);
    expect(rows(parsed)).toEqual(['a @a:22', 'b @b:22', 'c @c:22']);
  });
});

describe('Include', () => {
  it('is followed, under the conditions of where it stands, and comes back to them', () => {
    const text = 'Include conf.d/*\nHost a\n Include users\n Port 2200\nHost b\n';
    const parsed = finish(
      parseSshConfig(text, {
        expand: (pattern) => (pattern === 'users' ? ['users'] : ['one', 'two']),
        read: (path) => ({ one: 'Host c\n HostName c.example.org\n', two: '', users: 'User ada\n' })[path] ?? null,
      }),
    );
    expect(rows(parsed)).toEqual(['c @c.example.org:22', 'a ada@a:2200', 'b @b:22']);
    expect(codes(parsed)).toEqual([]);
  });

  it('that goes round in a circle is named once per way in, at the line that led there', () => {
    const parsed = finish(
      parseSshConfig('Host x\nInclude a\n', files({ a: 'Include b\nHost a\n', b: 'Include a\nHost b\n' })),
    );
    expect(codes(parsed)).toEqual(['2 ssh-include-circular']);
    expect(rows(parsed)).toEqual(['x @x:22']);
  });

  it('is not followed from pasted text, and says when a file is missing or the nesting too deep', () => {
    expect(codes(finish(parseSshConfig('Include /etc/shadow\n', null)))).toEqual(['1 ssh-include-not-followed']);
    expect(codes(finish(parseSshConfig('Host a\n\nInclude gone\n', files({}))))).toEqual(['3 ssh-include-missing']);
    const deep = {
      expand: (pattern: string) => [pattern],
      read: (path: string) => `Include ${Number(path) + 1}\n`,
    };
    expect(codes(finish(parseSshConfig('Include 1\n', deep)))).toEqual(['1 ssh-include-deep']);
  });
});

// As a regular expression this pattern would keep the test busy for ever.
it('a pattern of many stars is matched', () => {
  const text = `Host ${'*a'.repeat(60)}\n User x\nHost ${'a'.repeat(200)}b\n`;
  expect(finish(parseSshConfig(text, null)).candidates).toHaveLength(1);
});
