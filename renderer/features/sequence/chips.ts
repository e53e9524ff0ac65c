import { parseStep, type Step, sequenceWords } from '../../../shared/model/sequence.ts';
import type { Problem } from '../../../shared/result.ts';

/** One word of a sequence: a step, or (`step: null`) what is wrong with it. Nothing that was typed is lost. */
export type Chip =
  | { readonly word: string; readonly step: Step; readonly problem: null }
  | { readonly word: string; readonly step: null; readonly problem: Problem };

/** What the small editor of a chip holds: texts, which need not be right yet. */
export type ChipParts =
  | {
      readonly kind: 'knock';
      readonly port: string;
      readonly protocol: 'tcp' | 'udp';
      /** Text, hex digits behind `0x`, or text between quotes, which may begin like either; empty: none. */
      readonly payload: string;
      /** ms until the next step; empty: the profile's gap. */
      readonly gap: string;
    }
  | { readonly kind: 'pause'; readonly ms: string };

/** A knock whose port is still to be typed. It is wrong on purpose, so that it is neither lost nor knocked. */
export const UNTYPED = '?';

/** The text of a sequence, word by word. */
export function chipsOf(text: string): readonly Chip[] {
  return sequenceWords(text).map((word) => {
    const step = parseStep(word);
    return step.ok ? { word, step: step.value, problem: null } : { word, step: null, problem: step.problems[0] };
  });
}

/** What is wrong, but for the last word while it is being typed: half a word is no mistake yet. */
export function chipProblems(chips: readonly Chip[], text: string, typing: boolean): readonly Problem[] {
  const said = typing && !/[\s,;]$/.test(text) ? chips.slice(0, -1) : chips;
  return said.flatMap(({ problem, word }) => (problem === null || word === UNTYPED ? [] : [problem]));
}

/** The sequence with another word at this place (from 0). */
export function withWord(text: string, at: number, word: string): string {
  return joined(sequenceWords(text).with(at, word));
}

/** The sequence without the word at this place. */
export function withoutWord(text: string, at: number): string {
  return joined(sequenceWords(text).toSpliced(at, 1));
}

/** The sequence with a word more at its end. */
export function withWordAdded(text: string, word: string): string {
  return joined([...sequenceWords(text), word]);
}

/** Moves one word, the others close up. Out of bounds: to the nearest end. */
export function withWordMoved(text: string, from: number, to: number): string {
  const words = [...sequenceWords(text)];
  const [moved] = words.splice(from, 1);
  if (moved !== undefined) words.splice(Math.max(0, Math.min(words.length, to)), 0, moved);
  return joined(words);
}

/**
 * A quote that was left open at the end would swallow what comes behind it now: it is closed. And a protocol that stands
 * alone would go with the port before it: a comma keeps them apart.
 */
function joined(words: readonly string[]): string {
  const standsAlone = (word: string) => sequenceWords(`${word} 1`).length === 2;
  const closed = (word: string): string => (standsAlone(word) ? word : closed(`${word}"`));
  const parts = words.map((word, at) => (at < words.length - 1 ? closed(word) : word));
  return parts.reduce(
    (text, word) => (text === '' ? word : `${text}${/^(?:tcp|udp)/i.test(word) ? ',' : ''} ${word}`),
    '',
  );
}

/** What the editor of a chip begins with. */
export function partsOf({ step, word }: Chip): ChipParts {
  if (step === null) {
    const port = word === UNTYPED ? '' : word.replace(/[\s,;"]/g, '');
    return { kind: 'knock', port, protocol: 'tcp', payload: '', gap: '' };
  }
  if (step.kind === 'pause') return { kind: 'pause', ms: String(step.ms) };
  const { port, protocol, payload, gapMs } = step;
  return {
    kind: 'knock',
    port: String(port),
    protocol,
    payload: payload === undefined ? '' : payload.encoding === 'hex' ? `0x${payload.value}` : shownText(payload.value),
    gap: gapMs === undefined ? '' : String(gapMs),
  };
}

/** The word for what the editor of a chip holds; always exactly one word. */
export function wordOf(parts: ChipParts): string {
  if (parts.kind === 'pause') {
    const ms = parts.ms.replace(/\D/g, '') || '0';
    return Number(ms) % 1000 === 0 ? `${Number(ms) / 1000}:s` : `${ms}:ms`;
  }
  const { port, protocol, payload, gap } = parts;
  const number = port.replace(/[\s,;"]/g, '') || UNTYPED;
  if (number === UNTYPED) return UNTYPED;
  const carried = protocol === 'tcp' || payload === '' ? '' : `=${payloadWord(payload)}`;
  const waits = gap.replace(/\D/g, '');
  return `${number}${protocol === 'udp' ? ':udp' : ''}${carried}${waits === '' ? '' : `@${waits}`}`;
}

/** A text that would be taken for hex, or for one in quotes, is shown in quotes: what is left as it is stays the same. */
function shownText(text: string): string {
  return /^(?:0x|")/i.test(text) ? quoted(text) : text;
}

function payloadWord(payload: string): string {
  const readAsItIs = /^0x[^\s,;"@]*$/i.test(payload) || /^"(?:\\.|[^"\\])*"$/su.test(payload);
  return readAsItIs ? payload : quoted(payload);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
