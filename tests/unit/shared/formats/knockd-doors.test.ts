import { describe, expect, it } from 'vitest';
import type { Parsed } from '../../../../shared/formats/candidate.ts';
import { parseKnockdConf } from '../../../../shared/formats/knockd-doors.ts';
import { readKnockdFile } from '../../../../shared/formats/knockd-grammar.ts';
import { finish } from '../../../../shared/formats/steps.ts';
import { formatSequence } from '../../../../shared/model/sequence.ts';

const STOCK = `[options]
	UseSyslog

[openSSH]
	sequence    = 7000,8000,9000
	seq_timeout = 5
	command     = /sbin/iptables -A INPUT -s %IP% -p tcp --dport 22 -j ACCEPT
	tcpflags    = syn

[closeSSH]
	sequence    = 9000,8000,7000
	seq_timeout = 5
	command     = /sbin/iptables -D INPUT -s %IP% -p tcp --dport 22 -j ACCEPT
	tcpflags    = syn
`;

const codes = ({ notes }: Parsed) => notes.map(({ line, problem }) => `${line} ${problem.code}`);
const refusals = (text: string) =>
  finish(readKnockdFile(text)).refusals.map(({ line, problem }) => `${line} ${problem.code}`);
const door = (lines: string) => `[a]\nsequence = 1,2\n${lines}\n`;

describe('a knockd.conf', () => {
  it('gives one server for the stock pair of doors, with its close sequence', () => {
    const parsed = finish(parseKnockdConf(STOCK));
    expect(codes(parsed)).toEqual(['10 knockd-paired']);
    expect(parsed.candidates).toHaveLength(1);
    const [only] = parsed.candidates;
    expect(only).toMatchObject({ line: 4, name: 'SSH', host: null });
    expect(only?.said).toMatchObject({ seqTimeoutS: 5, serverKind: 'knockd', family: 'ipv4', door: { port: 22 } });
    expect(formatSequence(only?.said.sequence ?? [])).toBe('7000 8000 9000');
    expect(formatSequence(only?.said.closeSequence ?? [])).toBe('9000 8000 7000');
  });

  it('reads CRLF, tabs, capitals in keys, udp, and comments only in front', () => {
    const text =
      '[Door]\r\n  SEQUENCE = 1 : UDP , 2:tcp\r\n # a comment\r\n\tCommand = ufw allow from %IP% to any port 2222 # x\r\n';
    const parsed = finish(parseKnockdConf(text));
    expect(codes(parsed)).toEqual([]);
    expect(parsed.candidates[0]?.said.door).toEqual({ port: 2222 });
    expect(formatSequence(parsed.candidates[0]?.said.sequence ?? [])).toBe('1:udp 2');
    expect(parsed.candidates[0]?.said.seqTimeoutS).toBe(25);
  });

  it('keeps the last sequence of a section, and both of two sections with one name', () => {
    const text = '[a]\nsequence=1\nsequence=2\n[a]\nsequence=3\n';
    const { doors } = finish(readKnockdFile(text));
    expect(doors.map(({ sequence }) => sequence.map(({ port }) => port))).toEqual([[2], [3]]);
  });

  it('says what the server does by itself: how long the door stays open, one-time lists, targets', () => {
    const text = `[ssh]\none_time_sequences = /etc/knockd/list\nstart_command = nft add element x y { %IP% } tcp dport 22\ncmd_timeout = 600\nstop_command = nft flush\ntarget = 192.0.2.9\n`;
    const parsed = finish(parseKnockdConf(text));
    expect(codes(parsed)).toEqual(['1 knockd-one-time', '1 knockd-closes-itself', '1 knockd-target']);
    expect(parsed.candidates[0]?.said).toMatchObject({ keepOpenMinutes: 9 });
    expect(parsed.candidates[0]?.said).not.toHaveProperty('sequence');
  });

  it.each([
    ['iptables -I INPUT 1 -s %IP% -p tcp --dport 2222 -j ACCEPT', 2222],
    ['/usr/sbin/iptables -A INPUT -s %IP% -p tcp -m multiport --dports 443,22 -j ACCEPT', 443],
    ['iptables -C INPUT -s %IP% --dport 22 -j ACCEPT || iptables -I INPUT -s %IP% --dport 22 -j ACCEPT', 22],
    ['nft add rule inet filter input ip saddr %IP% tcp dport { 2200, 22 } accept', 2200],
    ['ufw allow from %IP% to any port 993 proto tcp', 993],
    ['ufw insert 1 allow from %IP% to 192.0.2.1 port 3389', 3389],
    ['ufw allow 8443/tcp', 8443],
    ['firewall-cmd --add-rich-rule="rule source address=%IP% port port=2022 protocol=tcp accept"', 2022],
    ['firewall-cmd --add-port=9090/tcp', 9090],
    ['iptables -A INPUT -s %IP% -p tcp --dport ssh -j ACCEPT', 22],
  ])('finds the protected port of %s', (command, port) => {
    expect(finish(parseKnockdConf(door(`start_command = ${command}`))).candidates[0]?.said.door).toEqual({ port });
  });

  it('pairs doors by their rule, and takes a close door alone for none', () => {
    const rule = (does: string, port: number) =>
      `command = iptables ${does} INPUT -s %IP% -p tcp --dport ${port} -j ACCEPT`;
    const text = `[web]\nsequence=1\n${rule('-I', 443)}\n[ssh]\nsequence=2\n${rule('-A', 22)}\n[x]\nsequence=3\n${rule('-D', 22)}\n[y]\nsequence=4\n${rule('-D', 25)}\n`;
    const parsed = finish(parseKnockdConf(text));
    expect(parsed.candidates.map(({ name, said }) => [name, formatSequence(said.closeSequence ?? [])])).toEqual([
      ['web', ''],
      ['ssh', '3'],
    ]);
    expect(codes(parsed)).toEqual(['7 knockd-paired', '10 knockd-close-alone']);
  });
});

describe('what knockd refuses', () => {
  const ports = (count: number) => Array.from({ length: count }, (_, at) => at + 1).join(',');

  it.each([
    ['a byte order mark', `\uFEFF${STOCK}`, ['1 knockd-bom']],
    ['33 ports', `[a]\nsequence=${ports(33)}\n`, ['2 knockd-too-many']],
    ['options in capitals', '[Options]\nUseSyslog\n[a]\nsequence=1\n', ['1 knockd-options-case']],
    ['options in capitals with an option', '[Options]\nlogfile=/x\n', ['1 knockd-options-case', '2 knockd-syntax']],
    ['a section without a sequence', '[a]\ncommand=x\n', ['1 knockd-no-sequence']],
    ['a line before any section', 'sequence=1\n', ['1 knockd-no-section']],
    ['a section without a name', '[]\n', ['1 knockd-section-name']],
    ['a comment behind a section', '[a] # mine\nsequence=1\n', ['1 knockd-no-section', '2 knockd-no-section']],
    ['a key that it does not know', door('port = 22'), ['3 knockd-syntax']],
    ['a key without a value', door('command'), ['3 knockd-syntax']],
    ['UseSyslog with a value', '[options]\nUseSyslog = 1\n', ['2 knockd-syntax']],
    ['a port above 65535', '[a]\nsequence=1,65536\n', ['2 knockd-port-range']],
    ['sctp', '[a]\nsequence=1:sctp\n', ['2 knockd-protocol']],
    ['nothing behind a colon', '[a]\nsequence=1:\n', ['2 knockd-protocol']],
    ['a space behind a comma of tcpflags', door('tcpflags = syn, !ack'), ['3 knockd-flag']],
    ['a line of 5000 bytes', door(`command = ${'x'.repeat(5000)}`), ['3 knockd-line-long']],
  ])('%s', (_name, text, expected) => {
    expect(refusals(text)).toEqual(expected);
  });

  it.each([
    ['32 ports', `[a]\nsequence=${ports(32)}\n`],
    ['UseSyslog in a door', door('UseSyslog')],
    ['no doors at all', '[options]\nUseSyslog\n'],
    ['two colons', '[a]\nsequence=1:tcp:udp\n'],
    ['an empty sequence, which is port 0', '[a]\nsequence=\n'],
    ['the stock file', STOCK],
  ])('but not %s', (_name, text) => {
    expect(refusals(text)).toEqual([]);
  });
});

describe('what knockd accepts and no desktop can knock', () => {
  it.each([
    ['!7000', 'knockd-port-zero'],
    ['7000,8000,', 'knockd-port-zero'],
    ['', 'knockd-port-zero'],
    ['-65536', 'knockd-port-zero'],
  ])('the sequence %s', (sequence, code) => {
    const parsed = finish(parseKnockdConf(`[a]\nsequence=${sequence}\n`));
    expect(codes(parsed)).toEqual([`2 ${code}`]);
    expect(parsed.candidates).toEqual([]);
  });

  it.each(['fin', 'syn,ack', '!syn', 'urg'])('tcpflags = %s', (flags) => {
    const parsed = finish(parseKnockdConf(door(`tcpflags = ${flags}`)));
    expect(codes(parsed)).toEqual(['1 knockd-flags-impossible']);
    expect(parsed.candidates).toEqual([]);
  });

  it.each(['syn', 'syn,!ack', '!fin', '!RST,!psh'])('but tcpflags = %s can be knocked', (flags) => {
    expect(finish(parseKnockdConf(door(`tcpflags = ${flags}`))).candidates).toHaveLength(1);
  });

  it('takes a range for its first port, as atoi does, and says so without the port', () => {
    const parsed = finish(parseKnockdConf('[a]\nsequence=7000-7005,-1\ncommand=x --dport 22\n'));
    expect(formatSequence(parsed.candidates[0]?.said.sequence ?? [])).toBe('7000 65535');
    expect(codes(parsed)).toEqual(['2 knockd-port-odd']);
    expect(JSON.stringify(parsed.notes)).not.toContain('7000');
  });
});
