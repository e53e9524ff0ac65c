import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChipParts,
  chipProblems,
  chipsOf,
  partsOf,
  UNTYPED,
  withoutWord,
  withWord,
  withWordAdded,
  withWordMoved,
  wordOf,
} from '../../../renderer/features/sequence/chips.ts';
import { formatSequence, parseSequence, sequenceWords } from '../../../shared/model/sequence.ts';

const text = '7000 8000:udp="open sesame"@200 2:s abc';

describe('the chips of a text', () => {
  it('are its words in order, the wrong ones too', () => {
    const chips = chipsOf(text);
    expect(chips.map(({ step }) => step?.kind ?? 'wrong')).toEqual(['knock', 'knock', 'pause', 'wrong']);
    expect(chips.at(-1)?.problem).toEqual({ code: 'sequence-word', params: { word: 'abc' } });
  });

  it('say nothing of the word that is being typed', () => {
    const chips = chipsOf('70000 abc');
    const codes = (typed: string, typing: boolean) =>
      chipProblems(chipsOf(typed), typed, typing).map(({ code }) => code);
    expect(chipProblems(chips, '70000 abc', true).map(({ code }) => code)).toEqual(['sequence-port-range']);
    expect(codes('70000 abc ', true)).toEqual(['sequence-port-range', 'sequence-word']);
    expect(codes('70000 abc', false)).toEqual(['sequence-port-range', 'sequence-word']);
    expect(codes(`7000 ${UNTYPED}`, false)).toEqual([]);
  });

  it('are changed one at a time', () => {
    expect(withWord(text, 2, '3:s')).toBe('7000 8000:udp="open sesame"@200 3:s abc');
    expect(withoutWord(text, 1)).toBe('7000 2:s abc');
    expect(withWordAdded('', '7000')).toBe('7000');
    expect(withWordMoved(text, 0, 2)).toBe('8000:udp="open sesame"@200 2:s 7000 abc');
    expect(withWordMoved('1 2 3', 0, 99)).toBe('2 3 1');
    expect(withWordMoved('1 2 3', 9, 0)).toBe('1 2 3');
  });
});

const anyWords = fc
  .array(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 20 })
  .map((words) => words.join(' '));

describe('a protocol that stands alone', () => {
  it('is not joined to the port it is moved behind', () => {
    expect(sequenceWords(withWordMoved('udp 7000 8000', 0, 1))).toEqual(['7000', 'udp', '8000']);
  });
});

describe('whatever is typed', () => {
  it('moving loses no word and can be moved back', () => {
    fc.assert(
      fc.property(anyWords, fc.nat(20), fc.nat(20), (typed, from, to) => {
        const words = sequenceWords(typed);
        fc.pre(from < words.length && to < words.length);
        const moved = withWordMoved(typed, from, to);
        // A quote that was left open is closed on the way.
        const bare = (all: readonly string[]) => all.map((word) => word.replace(/"+$/, ''));
        expect(bare(sequenceWords(moved)).toSorted()).toEqual(bare(words).toSorted());
        expect(bare(sequenceWords(withWordMoved(moved, to, from)))).toEqual(bare(words));
      }),
    );
  });

  it('a chip that is opened and left as it is means the same', () => {
    const knock = fc.record({
      kind: fc.constant('knock' as const),
      port: fc.integer({ min: 1, max: 65_535 }).map(String),
      protocol: fc.constantFrom('tcp' as const, 'udp' as const),
      // Behind 0x nothing but hex digits is right.
      payload: fc.oneof(
        fc.string({ maxLength: 30 }).filter((text) => !/^0x/i.test(text)),
        fc.uint8Array({ minLength: 1, maxLength: 20 }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}`),
      ),
      gap: fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 10_000 }).map(String)),
    });
    const pause = fc.record({
      kind: fc.constant('pause' as const),
      ms: fc.integer({ min: 1, max: 60_000 }).map(String),
    });
    fc.assert(
      fc.property(fc.oneof<fc.Arbitrary<ChipParts>[]>(knock, pause), (parts) => {
        const [chip, ...others] = chipsOf(wordOf(parts));
        expect(others).toEqual([]);
        expect(chip?.step).not.toBeNull();
        if (chip === undefined) return;
        expect(parseSequence(wordOf(partsOf(chip)))).toEqual(parseSequence(wordOf(parts)));
      }),
    );
  });

  it('a payload stays text or bytes when its chip is opened and left, whatever it looks like', () => {
    const text = fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('0x41', '0X#', '"', '"open sesame"', '"a\\'));
    const payload = fc.oneof(
      text.map((value) => ({ encoding: 'text' as const, value })),
      fc
        .uint8Array({ maxLength: 20 })
        .map((bytes) => ({ encoding: 'hex' as const, value: Buffer.from(bytes).toString('hex') })),
    );
    fc.assert(
      fc.property(payload, (carried) => {
        const step = { kind: 'knock' as const, port: 8000, protocol: 'udp' as const, payload: carried };
        const [chip] = chipsOf(formatSequence([step]));
        if (chip === undefined) throw new Error('no chip');
        const again = parseSequence(wordOf(partsOf(chip)));
        const none = carried.encoding === 'text' && carried.value === '';
        const { payload: _, ...bare } = step;
        expect(again).toEqual({ ok: true, value: [none ? bare : step] });
      }),
    );
  });

  it('digits behind 0x that are no hex are said to be wrong, not sent as text', () => {
    const word = wordOf({ kind: 'knock', port: '8000', protocol: 'udp', payload: '0X#', gap: '' });
    expect(chipsOf(word)[0]?.problem).toMatchObject({ code: 'payload-hex' });
  });

  it('the editor of a chip always makes exactly one word', () => {
    const parts = fc.record({
      kind: fc.constant('knock' as const),
      port: fc.string(),
      protocol: fc.constantFrom('tcp' as const, 'udp' as const),
      payload: fc.string(),
      gap: fc.string(),
    });
    fc.assert(
      fc.property(parts, (typed) => {
        expect(sequenceWords(wordOf(typed))).toHaveLength(1);
      }),
    );
  });
});
