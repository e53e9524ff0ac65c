import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  formatSequence,
  knocksOf,
  MAX_PAYLOAD_BYTES,
  OptionalSequenceSchema,
  parseSequence,
  type Sequence,
  SequenceSchema,
} from '../../../../shared/model/sequence.ts';
import { en } from '../../../../shared/text/en.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { sequence as anySequence, sequenceText } from './sequence-arbitrary.ts';

const tcp = (port: number) => ({ kind: 'knock', port, protocol: 'tcp' }) as const;
const udp = (port: number) => ({ kind: 'knock', port, protocol: 'udp' }) as const;
const text = (value: string) => ({ encoding: 'text', value }) as const;
const hex = (value: string) => ({ encoding: 'hex', value }) as const;
const ports = (count: number) => Array.from({ length: count }, (_, at) => 1000 + at).join(' ');

describe('a sequence as it is typed', () => {
  it.each<readonly [typed: string, steps: Sequence]>([
    ['7000 8000:udp 9000/tcp', [tcp(7000), udp(8000), tcp(9000)]],
    ['7000,8000;9000', [tcp(7000), tcp(8000), tcp(9000)]],
    [' \t7000\u00a0,\n8000 ', [tcp(7000), tcp(8000)]],
    ['7000:UDP 8000/Udp 9000:TCP', [udp(7000), udp(8000), tcp(9000)]],
    ['7000 tcp, 8000 udp', [tcp(7000), udp(8000)]],
    ['7000 tcp', [tcp(7000)]],
    ['7000\tUDP 8000\u00a0Tcp 9000', [udp(7000), tcp(8000), tcp(9000)]],
    [
      '8000  udp="7000 tcp"@5; 9000 udp=x',
      [
        { ...udp(8000), payload: text('7000 tcp'), gapMs: 5 },
        { ...udp(9000), payload: text('x') },
      ],
    ],
    ['8000:udp="7000 tcp, 9000"', [{ ...udp(8000), payload: text('7000 tcp, 9000') }]],
    ['1 65535 007', [tcp(1), tcp(65_535), tcp(7)]],
    ['7000 7000 7000', [tcp(7000), tcp(7000), tcp(7000)]],
    ['8000:udp="open sesame, please; 7000"', [{ ...udp(8000), payload: text('open sesame, please; 7000') }]],
    ['8000:udp=sesame', [{ ...udp(8000), payload: text('sesame') }]],
    ['8000:udp=a=b:c/d', [{ ...udp(8000), payload: text('a=b:c/d') }]],
    ['8000:udp="a=b@5"', [{ ...udp(8000), payload: text('a=b@5') }]],
    ['8000:udp="a"@5 9000', [{ ...udp(8000), payload: text('a'), gapMs: 5 }, tcp(9000)]],
    ['8000:udp="say \\"hi\\" \\\\ \\n"', [{ ...udp(8000), payload: text('say "hi" \\ \\n') }]],
    ['8000:udp="é🚪"', [{ ...udp(8000), payload: text('é🚪') }]],
    ['8000:udp="0xCAFE"', [{ ...udp(8000), payload: text('0xCAFE') }]],
    ['8000:udp=0xCAfe', [{ ...udp(8000), payload: hex('cafe') }]],
    ['8000:udp=0X', [{ ...udp(8000), payload: hex('') }]],
    ['8000:udp=', [{ ...udp(8000), payload: text('') }]],
    ['8000:udp=""', [{ ...udp(8000), payload: text('') }]],
    [
      '7000@0 8000@10000',
      [
        { ...tcp(7000), gapMs: 0 },
        { ...tcp(8000), gapMs: 10_000 },
      ],
    ],
    [
      '7000 2:s 8000 1500:ms 9000',
      [tcp(7000), { kind: 'pause', ms: 2000 }, tcp(8000), { kind: 'pause', ms: 1500 }, tcp(9000)],
    ],
    ['1:MS 7000 60:S', [{ kind: 'pause', ms: 1 }, tcp(7000), { kind: 'pause', ms: 60_000 }]],
  ])('%j', (typed, steps) => {
    expect(parseSequence(typed)).toEqual({ ok: true, value: steps });
  });

  it('takes 32 knocks, and a pause behind each', () => {
    const parsed = parseSequence(ports(32).replaceAll(' ', ' 1:s ').concat(' 1:s'));
    expect(parsed.ok && [parsed.value.length, knocksOf(parsed.value).length]).toEqual([64, 32]);
  });
});

describe('a mistake in a sequence', () => {
  it.each([
    ['', 'sequence-empty', ''],
    [' ,; ', 'sequence-empty', ''],
    ['2:s', 'sequence-empty', ''],
    ['abc', 'sequence-word', 'abc'],
    ['7000 -1', 'sequence-word', '-1'],
    ['1e3', 'sequence-word', '1e3'],
    ['0x1F', 'sequence-word', '0x1F'],
    ['7000.5', 'sequence-word', '7000.5'],
    ['７０００', 'sequence-word', '７０００'],
    ['7000-7005', 'sequence-word', '7000-7005'],
    [':udp', 'sequence-word', ':udp'],
    [':s', 'sequence-word', ':s'],
    ['x:s', 'sequence-word', 'x:s'],
    ['7000@', 'sequence-word', '7000@'],
    ['7000@-5', 'sequence-word', '7000@-5'],
    ['7000 "8000"', 'sequence-word', '"8000"'],
    ['7000 "8000 9000', 'sequence-word', '"8000 9000'],
    ['tcp 7000 udp 8000', 'sequence-word', 'tcp'],
    ['7000, udp 8000', 'sequence-word', 'udp'],
    ['7000\nudp 8000', 'sequence-word', 'udp'],
    ['7000 tcp udp', 'sequence-word', 'udp'],
    ['7000:udp tcp', 'sequence-word', 'tcp'],
    ['7000 udpx', 'sequence-word', 'udpx'],
    ['70000 udp', 'sequence-port-range', '70000:udp'],
    ['0', 'sequence-port-range', '0'],
    ['65536:udp', 'sequence-port-range', '65536:udp'],
    [`7000 ${'9'.repeat(400)}`, 'sequence-port-range', '9'.repeat(400)],
    ['7000@10001', 'sequence-gap-range', '7000@10001'],
    ['7000:sctp', 'protocol-unknown', '7000:sctp'],
    ['7000:', 'protocol-unknown', '7000:'],
    ['7000:constructor', 'protocol-unknown', '7000:constructor'],
    ['7000:__proto__', 'protocol-unknown', '7000:__proto__'],
    ['7000:tcp:udp', 'protocol-unknown', '7000:tcp:udp'],
    ['2:s=x', 'protocol-unknown', '2:s=x'],
    ['8000:udp=0xABC', 'payload-hex', '0xABC'],
    ['8000:udp=0xZZ', 'payload-hex', '0xZZ'],
    ['7000:tcp=hi', 'payload-tcp', '7000:tcp=hi'],
    ['7000="hi"', 'payload-tcp', '7000="hi"'],
    ['8000:udp="open sesame 9000', 'payload-quote', '8000:udp="open sesame 9000'],
    ['8000:udp="', 'payload-quote', '8000:udp="'],
    ['8000:udp="a\\" 9000', 'payload-quote', '8000:udp="a\\" 9000'],
    ['8000:udp="a\\', 'payload-quote', '8000:udp="a\\'],
    ['8000:udp="a"b"c"', 'payload-quote', '8000:udp="a"b"c"'],
    ['8000:udp=a"b c"', 'payload-quote', '8000:udp=a"b c"'],
    [`8000:udp=${'x'.repeat(MAX_PAYLOAD_BYTES + 1)}`, 'payload-long', ''],
    [`8000:udp="${'é'.repeat(MAX_PAYLOAD_BYTES / 2)}x"`, 'payload-long', ''],
    [`8000:udp=0x${'00'.repeat(MAX_PAYLOAD_BYTES + 1)}`, 'payload-long', ''],
    ['7000 0:s', 'pause-range', '0:s'],
    ['7000 61:s', 'pause-range', '61:s'],
    ['7000 60001:ms', 'pause-range', '60001:ms'],
    [ports(33), 'sequence-long', ''],
    [`7000${' 1:s'.repeat(64)}`, 'sequence-long', ''],
  ])('%j', (typed, code, named) => {
    const parsed = parseSequence(typed);
    expect(parsed).toMatchObject({ ok: false, problems: [{ code }] });
    if (parsed.ok) return;
    const said = sentence(en, parsed.problems[0]);
    expect(said).toContain(named);
    expect(said).not.toContain('{{');
  });

  it('is reported beside all the others, each with its word', () => {
    const parsed = parseSequence('abc 7000 99999 8000:sctp 9000@99999');
    expect(parsed.ok ? [] : parsed.problems).toEqual([
      { code: 'sequence-word', params: { word: 'abc' } },
      { code: 'sequence-port-range', params: { word: '99999' } },
      { code: 'protocol-unknown', params: { word: '8000:sctp' } },
      { code: 'sequence-gap-range', params: { word: '9000@99999' } },
    ]);
  });
});

describe('whatever is typed', () => {
  it('is read or refused, and what is read the schema takes too and writes back', () => {
    let read = 0;
    fc.assert(
      fc.property(sequenceText, (typed) => {
        const parsed = parseSequence(typed);
        if (!parsed.ok) {
          expect(parsed.problems.length).toBeGreaterThan(0);
          return;
        }
        read += 1;
        expect(v.is(SequenceSchema, parsed.value)).toBe(true);
        expect(parseSequence(formatSequence(parsed.value))).toEqual(parsed);
      }),
      { numRuns: 5000 },
    );
    // Or the property would hold for want of sequences.
    expect(read).toBeGreaterThan(100);
  });
});

describe('a sequence that the schema takes', () => {
  it('is written so that it reads the same', () => {
    fc.assert(
      fc.property(anySequence, (steps) => {
        expect(v.parse(SequenceSchema, steps)).toEqual(steps);
        expect(parseSequence(formatSequence(steps))).toEqual({ ok: true, value: steps });
      }),
      { numRuns: 2000 },
    );
  });

  it.each<readonly [steps: Sequence, written: string]>([
    [[], ''],
    [[tcp(7000), udp(8000)], '7000 8000:udp'],
    [[{ ...udp(8000), payload: text('a "b" \\'), gapMs: 9 }], '8000:udp="a \\"b\\" \\\\"@9'],
    [[{ ...udp(8000), payload: hex('cafe') }], '8000:udp=0xcafe'],
    [
      [
        { kind: 'pause', ms: 2000 },
        { kind: 'pause', ms: 1 },
      ],
      '2:s 1:ms',
    ],
  ])('%j is written %j', (steps, written) => {
    expect(formatSequence(steps)).toBe(written);
  });
});

describe('the schema refuses', () => {
  const issues = (steps: unknown) => {
    const parsed = v.safeParse(SequenceSchema, steps);
    return parsed.success ? [] : parsed.issues.map(({ message }) => message);
  };

  it.each<readonly [what: string, steps: unknown, code: string]>([
    ['nothing', [], 'sequence-empty'],
    ['pauses alone', [{ kind: 'pause', ms: 1 }], 'sequence-empty'],
    ['text', '7000', 'value-unknown'],
    ['null', null, 'value-unknown'],
    ['an object', { 0: tcp(1), length: 1 }, 'value-unknown'],
    ['an unknown kind', [{ kind: 'nap', ms: 1 }], 'value-unknown'],
    ['a step that is none', [null], 'value-unknown'],
    ['a hole', [tcp(1), undefined, tcp(2)], 'value-unknown'],
    ['a port as text', [{ ...tcp(1), port: '7000' }], 'port-not-a-number'],
    ['half a port', [tcp(7000.5)], 'port-not-a-number'],
    ['NaN', [tcp(Number.NaN)], 'port-not-a-number'],
    ['port 0', [tcp(0)], 'port-range'],
    ['port 65536', [tcp(65_536)], 'port-range'],
    ['a negative port', [tcp(-1)], 'port-range'],
    ['another protocol', [{ ...tcp(1), protocol: 'icmp' }], 'protocol-unknown'],
    ['a TCP payload', [{ ...tcp(1), payload: text('x') }], 'payload-tcp'],
    ['half a byte', [{ ...udp(1), payload: hex('abc') }], 'payload-hex'],
    ['no hex', [{ ...udp(1), payload: hex('zz') }], 'payload-hex'],
    ['a line break in hex', [{ ...udp(1), payload: hex('aa\n') }], 'payload-hex'],
    ['another encoding', [{ ...udp(1), payload: { encoding: 'base64', value: '' } }], 'value-unknown'],
    ['bytes', [{ ...udp(1), payload: { encoding: 'text', value: [1] } }], 'value-unknown'],
    ['a long payload', [{ ...udp(1), payload: text('é'.repeat(601)) }], 'payload-long'],
    ['a negative gap', [{ ...tcp(1), gapMs: -1 }], 'gap-range'],
    ['a long gap', [{ ...tcp(1), gapMs: 10_001 }], 'gap-range'],
    ['no pause', [tcp(1), { kind: 'pause', ms: 0 }], 'pause-range'],
    ['a long pause', [tcp(1), { kind: 'pause', ms: 60_001 }], 'pause-range'],
    ['an endless pause', [tcp(1), { kind: 'pause', ms: Number.POSITIVE_INFINITY }], 'pause-range'],
    ['33 knocks', Array.from({ length: 33 }, () => tcp(1)), 'sequence-long'],
    ['65 steps', [tcp(1), ...Array.from({ length: 64 }, () => ({ kind: 'pause', ms: 1 }))], 'sequence-long'],
  ])('%s', (_what, steps, code) => {
    expect(issues(steps)[0]).toBe(code);
  });

  it('nothing where a sequence is optional, and drops what a step has not', () => {
    expect(v.parse(OptionalSequenceSchema, [])).toEqual([]);
    expect(v.parse(SequenceSchema, [{ ...tcp(1), extra: 1 }])).toEqual([tcp(1)]);
  });
});
