import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { firstAnswers, SetupAnswersSchema } from '../../../../../shared/formats/server-setup/answers.ts';
import { commentText, shellWord, writeCommand } from '../../../../../shared/formats/server-setup/document.ts';
import { setupWarnings } from '../../../../../shared/formats/server-setup/warnings.ts';
import { answers, profile, steps } from './support.ts';

describe('the answers', () => {
  it.each(['eth0', 'enp1s0', 'wlan0.100', 'br-lan', '_a'])('take the interface %s', (name) => {
    expect(v.is(SetupAnswersSchema, answers({ interface: name }))).toBe(true);
  });

  it.each([
    '',
    '-i',
    'eth0;reboot',
    'a b',
    'eth0\nx',
    '$(x)',
    'a/b',
    '@if5',
    'eth0@',
    'eth0@$(x)',
    '"',
    "'",
    'abcdefghijklmnop',
    'é0',
  ])('refuse the interface %j', (name) => {
    const parsed = v.safeParse(SetupAnswersSchema, answers({ interface: name }));
    expect(parsed.issues?.map(({ message }) => message)).toEqual(['interface-characters']);
  });

  it.each([
    ['eth0@if5', 'eth0'],
    ['enp0s31f6.100@enp0s31f6', 'enp0s31f6.100'],
    [' eth0 ', 'eth0'],
  ])('take the interface that ip shows as %j for %s', (shown, name) => {
    expect(v.parse(SetupAnswersSchema, answers({ interface: shown })).interface).toBe(name);
  });

  it.each([4, 86_401, 1.5, Number.NaN])('refuse to keep a door open for %d s', (openSeconds) => {
    const parsed = v.safeParse(SetupAnswersSchema, answers({ openSeconds }));
    expect(parsed.issues?.[0]?.message).toBe('open-seconds-range');
  });

  it('begin with what the profile says', () => {
    expect(firstAnswers(profile({ door: { port: 2222, check: true } }))).toMatchObject({
      servicePort: 2222,
      closing: 'timed',
    });
    expect(firstAnswers(profile({ closeSequence: [...steps('1 2 3')] })).closing).toBe('sequence');
  });
});

describe('words for files and shells', () => {
  it.each([
    ['Bureau – Été', 'Bureau Été'],
    ['a\u202Eb', 'a b'],
    ['x\\', 'x'],
    ['  ', ''],
    ['server (lab) n+1_2.3', 'server (lab) n+1_2.3'],
  ])('a comment says %j as %j', (name, comment) => {
    expect(commentText(name)).toBe(comment);
  });

  it('the shell reads nothing inside a word', () => {
    expect(shellWord('8000:udp')).toBe('8000:udp');
    expect(shellWord('8000:udp="a b"')).toBe(`'8000:udp="a b"'`);
    expect(shellWord("it's")).toBe(`'it'\\''s'`);
    expect(shellWord('')).toBe("''");
  });

  it('a file is written by one command', () => {
    const file = { kind: 'file', id: 'knockd-conf', path: '/etc/knockd.conf', text: 'a $(b)\n', secret: true } as const;
    expect(writeCommand(file)).toBe(
      "sudo install -D -m 600 /dev/stdin /etc/knockd.conf <<'END_OF_FILE'\na $(b)\nEND_OF_FILE\n",
    );
  });
});

describe('the warnings', () => {
  const warn = (sequence: string, changes = {}, closeSequence = '') =>
    setupWarnings(
      profile({ sequence: [...steps(sequence)], closeSequence: closeSequence === '' ? [] : [...steps(closeSequence)] }),
      answers({ firewall: 'nftables', ...changes }),
      null,
    );

  it('are silent about a good door', () => {
    expect(warn('17204:udp 3391 24417')).toEqual([]);
    expect(warn('17204:udp 3391 24417', { closing: 'sequence' }, '5151 6262:udp 7473')).toEqual([]);
  });

  it.each([
    ['7000 8000 9000', {}, '', ['sequenceTutorial', 'sequenceScan']],
    ['17204 3391', {}, '', ['sequenceShort']],
    ['17204 3391 22', {}, '', ['sequenceDoor', 'sequenceScan']],
    ['17204 3391 17204', {}, '', ['sequenceRepeats']],
    ['17204 3391 443 21111', {}, '', ['sequenceService']],
    ['17204 3391 40123', {}, '', ['sequenceEphemeral']],
    ['3391 17204:udp 24417', {}, '', []],
    ['17204 3391 24417', { closing: 'sequence' }, '24417 3391 17204', ['closeReversed']],
    ['17204 3391 24417', { closing: 'sequence' }, '5151 6262 3391', ['closeShares']],
    ['17204 3391 24417', {}, '5151 7373 6262', ['closeUnused']],
    ['17204 3391:udp=x 24417', {}, '', ['payload']],
    ['17204 3391 24417', { openSeconds: 5 }, '', ['timedShort']],
    ['17204 3391 24417', { firewall: 'ufw' }, '', ['ufwDenies']],
    ['17204 3391 24417', { ipv6: false }, '', ['ipv6Off']],
  ])('about %s %j %s are %j', (sequence, changes, closeSequence, expected) => {
    expect(warn(sequence, changes, closeSequence)).toEqual(expected);
  });

  it('look at a one-time list in place of the sequence', () => {
    const list = Array.from({ length: 6 }, () => steps('17204:udp 3391 24417'));
    const tutorial = profile({ sequence: [...steps('7000 8000 9000')] });
    expect(setupWarnings(tutorial, answers({ ipv6: false, firewall: 'ufw' }), list)).toEqual(['ufwDenies', 'ipv6Off']);
    expect(setupWarnings(tutorial, answers(), list.slice(1))).toEqual(['oneTimeIpv6', 'oneTimeFew']);
  });
});
