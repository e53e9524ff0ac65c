import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knockCommandLine, parseKnockCommands } from '../../../../shared/formats/knock-command.ts';
import { shellQuoted, shellWords } from '../../../../shared/formats/shell-words.ts';
import { finish } from '../../../../shared/formats/steps.ts';
import { formatSequence, knocksOf } from '../../../../shared/model/sequence.ts';
import { sequence } from '../model/sequence-arbitrary.ts';

const read = (text: string) =>
  finish(parseKnockCommands(text)).candidates.map(({ host, said }) => `${host} ${formatSequence(said.sequence ?? [])}`);
const codes = (text: string) =>
  finish(parseKnockCommands(text)).notes.map(({ line, problem }) => `${line} ${problem.code}`);

describe('a knock command', () => {
  it.each([
    ['knock server.example.org 7000 8000:udp 9000:tcp', 'server.example.org 7000 8000:udp 9000'],
    ['knock -u 192.0.2.7 1 2', '192.0.2.7 1:udp 2:udp'],
    ['$ sudo knock -v -d 200 host 1 2 3 && ssh host', 'host 1 2 3'],
    ['/usr/bin/knock --udp --delay=50 host 5', 'host 5:udp'],
    ['knock.exe host 7000:TCP', 'host 7000'],
    ['knock host 1 2; sleep 1; ssh root@host', 'host 1 2'],
    ['bash -c "knock host 1 2; nc host 22"', 'host 1 2'],
    ['toctoc connect host 22 7000 8000:udp', 'host 7000 8000:udp'],
    ['toctoc knock -w 22 --server knockd host 7000 8000', 'host 7000 8000'],
    ['knock --del 50 --u host 7000', 'host 7000:udp'],
    ['toctoc connect --server knockd -d5 host 22 7000 8000', 'host 7000 8000'],
    ['knock 2001:db8::7 1 \\\n  2 3', '2001:db8::7 1 2 3'],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual([expected]);
    expect(codes(line)).toEqual([]);
  });

  it('keeps the delay and the family, and finds every command of a script', () => {
    const text = '#!/bin/sh\n# knock once\nknock -4 -d 300 a 1\nknock -6d20 b 2\n';
    expect(finish(parseKnockCommands(text)).candidates).toMatchObject([
      { line: 3, host: 'a', said: { gapMs: 300, family: 'ipv4' } },
      { line: 4, host: 'b', said: { gapMs: 20 } },
    ]);
  });

  it('keeps what our own options say', () => {
    const said = (line: string) => finish(parseKnockCommands(line)).candidates.map((candidate) => candidate.said);
    const options = '-uvd30 --server=knockd --seq-timeout 5 --hold 80 --source eth0 --mode connect -t 2000 --retries=2';
    const kept = { serverKind: 'knockd', seqTimeoutS: 5, holdMs: 80, source: 'eth0', connectMode: 'full', gapMs: 30 };
    const sequence = [{ kind: 'knock', port: 1, protocol: 'udp' }];
    expect(said(`toctoc knock ${options} -w 2222 --json host 1`)).toEqual([
      { ...kept, sequence, door: { port: 2222, check: true } },
    ]);
    expect(said(`toctoc.exe connect ${options} host 22 1`)).toEqual([
      { ...kept, sequence, door: { port: 22, check: true } },
    ]);
  });

  it.each([
    ['toctoc knock --server mikrotik host 1', '1 knock-option'],
    ['toctoc knock --seq-timeout 0 host 1', '1 knock-option'],
    ['toctoc knock --hold 70000 host 1', '1 knock-option'],
    ['toctoc knock -w ssh host 1', '1 knock-option'],
    ['toctoc knock --mode half host 1', '1 knock-option'],
    ['knock -x host 1', '1 knock-option'],
    ['knock -- -host 1', '1 knock-host'],
    ['knock host ssh', '1 knock-word'],
    ['knock host 0', '1 knock-word'],
    ['knock host 65536', '1 knock-word'],
    ['\nknock host 1:sctp', '2 knock-word-tcp'],
    [`knock host ${Array.from({ length: 33 }, (_, at) => at + 1).join(' ')}`, '1 knock-ports'],
  ])('names what is wrong with %s', (line, expected) => {
    expect(codes(line)).toEqual([expected]);
  });

  it.each([
    'toctoc connect --profile "Web server"',
    'toctoc connect host 22',
    'apt install knock',
    'knock',
    'knock host',
    'the knocker came',
  ])('%s is none', (line) => {
    expect(finish(parseKnockCommands(line))).toEqual({ candidates: [], notes: [] });
  });

  it('comes back from its own line', () => {
    fc.assert(
      fc.property(
        sequence,
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom('h', 'é.example', '::1'),
        (steps, gapMs, host) => {
          const line = knockCommandLine({ host, family: 'ipv6', gapMs, sequence: steps });
          const [only, ...others] = finish(parseKnockCommands(line)).candidates;
          const plain = knocksOf(steps).map(({ port, protocol }) => ({ kind: 'knock', port, protocol }));
          expect(others).toEqual([]);
          expect(only).toMatchObject({ host, said: { gapMs, family: 'ipv6', sequence: plain } });
        },
      ),
    );
  });
});

it('a quoted word is one word again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (word) => {
      expect(shellWords(shellQuoted(word))).toEqual([word]);
    }),
  );
});
