import * as v from 'valibot';
import { type RandomWords, randomSequence } from './random-sequence.ts';
import { knocksOf, type Sequence, SequenceSchema } from './sequence.ts';

/** Sequences in one list. */
export const MAX_LINES = 1000;
/** With this many lines left it is time for a new list: knockd 0.8 crashes when the last one is used. */
const FEW_LINES = 5;

/** Sequences of which the server takes each once, in order, and which of them is next (from 0; their number: none is left). */
export const OneTimeSchema = v.pipe(
  v.object({
    sequences: v.pipe(
      v.array(SequenceSchema),
      v.minLength(1, 'one-time-empty'),
      v.maxLength(MAX_LINES, 'one-time-long'),
    ),
    position: v.pipe(v.number('one-time-position'), v.integer('one-time-position'), v.minValue(0, 'one-time-position')),
  }),
  v.check(({ sequences, position }) => position <= sequences.length, 'one-time-position'),
);

export type OneTime = v.InferOutput<typeof OneTimeSchema>;

/** What may be shown of a list: never its lines. */
export type OneTimeCount = { readonly left: number; readonly total: number };

/** How many are unused, of how many. */
export function countLines({ sequences, position }: OneTime): OneTimeCount {
  return { left: sequences.length - position, total: sequences.length };
}

/** Whether it is time for a new list. */
export function isFewLines(lines: OneTimeCount | null): lines is OneTimeCount {
  return lines !== null && lines.left <= FEW_LINES;
}

/** Those that the server still takes, the next one first. */
export function unusedLines({ sequences, position }: OneTime): readonly Sequence[] {
  return sequences.slice(position);
}

/** Whether both are the same list, wherever they stand in it. */
export function isSameList(a: OneTime | null, b: OneTime | null): boolean {
  return JSON.stringify(a?.sequences) === JSON.stringify(b?.sequences);
}

/** A new list, unused. Neighbouring lines share no port, so that what is left of one attempt cannot touch the next. */
export function generateList(lines: number, knocks: number, random: RandomWords, avoid: readonly number[]): OneTime {
  const sequences: OneTime['sequences'] = [];
  while (sequences.length < lines) {
    const last = knocksOf(sequences.at(-1) ?? []).map(({ port }) => port);
    sequences.push([...randomSequence(knocks, random, [...avoid, ...last])]);
  }
  return { sequences, position: 0 };
}
