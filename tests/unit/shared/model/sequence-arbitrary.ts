import fc from 'fast-check';
import type { Step } from '../../../../shared/model/sequence.ts';

/** Text that a payload may hold: every kind of character, lone surrogates too, and all that means something in a sequence. */
const payloadText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('"', '\\', '\\"', ',', ';', ' ', '\n', '@', '@5', '=', '0x', ':udp', '\ud800', '\udc00', '🚪'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const payload = fc.oneof(
  payloadText.map((value) => ({ encoding: 'text', value }) as const),
  fc
    .uint8Array({ maxLength: 40 })
    .map((bytes) => ({ encoding: 'hex', value: Buffer.from(bytes).toString('hex') }) as const),
);
const port = fc.integer({ min: 1, max: 65_535 });
const gapMs = fc.integer({ min: 0, max: 10_000 });

const knock: fc.Arbitrary<Step> = fc.oneof(
  fc.record(
    { kind: fc.constant('knock'), port, protocol: fc.constant('tcp'), gapMs },
    { requiredKeys: ['kind', 'port', 'protocol'] },
  ),
  fc.record(
    { kind: fc.constant('knock'), port, protocol: fc.constant('udp'), gapMs, payload },
    { requiredKeys: ['kind', 'port', 'protocol'] },
  ),
);
const pause: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('pause'), ms: fc.integer({ min: 1, max: 60_000 }) });

/** Any sequence that the schema takes: 1 to 32 knocks, pauses anywhere. */
export const sequence: fc.Arbitrary<Step[]> = fc
  .tuple(fc.array(knock, { minLength: 1, maxLength: 32 }), fc.array(fc.tuple(fc.nat(32), pause), { maxLength: 32 }))
  .map(([knocks, pauses]) => pauses.reduce((steps, [at, one]) => steps.toSpliced(at, 0, one), knocks));

const crumb = fc.oneof(
  fc.constantFrom(
    '7000',
    '8000:udp',
    '/tcp',
    ' tcp',
    'udp',
    ':udp=',
    '=',
    '"',
    '\\',
    '@',
    '@200',
    ' ',
    ',',
    ';',
    '2:s',
    ':ms',
    '0x',
    'ca',
  ),
  fc.constantFrom('0', '65536', '007', '1e3', ':__proto__', ':constructor', '\ud800', '\u2028', '\u00a0', '７'),
  fc.integer().map(String),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

/** A word with every part a knock or a pause may have, right or a little wrong. */
const nearly = fc
  .tuple(
    fc.constantFrom('1', '7000', '65535', '65536', '0', '60000', '60001', '99999'),
    fc.constantFrom('', ':udp', '/udp', ':tcp', ':s', ':ms', ':x'),
    fc.constantFrom(
      '',
      '',
      '=a',
      '=0xca',
      '=0xc',
      '=0xzz',
      '="a b"',
      '="a',
      `=${'x'.repeat(1200)}`,
      `=${'é'.repeat(601)}`,
    ),
    fc.constantFrom('', '', '@0', '@10000', '@10001'),
  )
  .map((parts) => parts.join(''));

/** What a person, a paste or an attacker may put in the field. */
export const sequenceText: fc.Arbitrary<string> = fc.oneof(
  fc.array(crumb, { maxLength: 16 }).map((crumbs) => crumbs.join('')),
  fc
    .array(fc.constantFrom('7000', '8000:udp', '9000@20', '1:s', '8001:udp="a b"'), { maxLength: 40 })
    .map((words) => words.join(' ')),
  fc.array(nearly, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary' }),
);
