import * as v from 'valibot';
import { fail, ok, type Problem, type Result } from '../result.ts';

/** knockd refuses a longer sequence (knockd 0.8, `SEQ_MAX` in knockd.c). */
export const MAX_KNOCKS = 32;
/** Larger datagrams would be fragmented on common paths, and a knock must be one packet. */
export const MAX_PAYLOAD_BYTES = 1200;
/** Knocks and pauses together: a pause behind every knock. */
const MAX_STEPS = 2 * MAX_KNOCKS;
const MAX_PAUSE_MS = 60_000;
/** The longest time between two knocks (ms). */
export const MAX_GAP_MS = 10_000;

export type Protocol = 'tcp' | 'udp';

/** What a UDP knock carries: UTF-8 text, or bytes as an even number of hex digits. */
export interface Payload {
  readonly encoding: 'text' | 'hex';
  readonly value: string;
}

/** One packet to one port. `gapMs` is the time until the next step, where it differs from the profile's gap. */
export interface Knock {
  readonly kind: 'knock';
  readonly port: number;
  readonly protocol: Protocol;
  readonly payload?: Payload | undefined;
  readonly gapMs?: number | undefined;
}

/** Extra time between two knocks, on top of the gap. */
export interface Pause {
  readonly kind: 'pause';
  readonly ms: number;
}

export type Step = Knock | Pause;
export type Sequence = readonly Step[];

const HEX = /^(?:[0-9a-f]{2})*$/i;
const utf8Bytes = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};
const payloadBytes = (payload: Payload): number =>
  payload.encoding === 'hex' ? payload.value.length / 2 : utf8Bytes(payload.value);

/** A port as a number; the issue's message is a {@link ProblemCode}. */
export const PortSchema = v.pipe(
  v.number('port-not-a-number'),
  v.integer('port-not-a-number'),
  v.minValue(1, 'port-range'),
  v.maxValue(65_535, 'port-range'),
);

const GapSchema = v.pipe(
  v.number('gap-range'),
  v.integer('gap-range'),
  v.minValue(0, 'gap-range'),
  v.maxValue(MAX_GAP_MS, 'gap-range'),
);

export { GapSchema };

const PayloadSchema = v.pipe(
  v.object({ encoding: v.picklist(['text', 'hex'], 'value-unknown'), value: v.string('value-unknown') }),
  v.check((payload) => payload.encoding !== 'hex' || HEX.test(payload.value), 'payload-hex'),
  v.check((payload) => payloadBytes(payload) <= MAX_PAYLOAD_BYTES, 'payload-long'),
);

const KnockSchema = v.pipe(
  v.object({
    kind: v.literal('knock'),
    port: PortSchema,
    protocol: v.picklist(['tcp', 'udp'], 'protocol-unknown'),
    payload: v.optional(PayloadSchema),
    gapMs: v.optional(GapSchema),
  }),
  v.check((knock) => knock.payload === undefined || knock.protocol === 'udp', 'payload-tcp'),
);

const PauseSchema = v.object({
  kind: v.literal('pause'),
  ms: v.pipe(
    v.number('pause-range'),
    v.integer('pause-range'),
    v.minValue(1, 'pause-range'),
    v.maxValue(MAX_PAUSE_MS, 'pause-range'),
  ),
});

/** Any list of steps within knockd's limit, the empty one included (a profile without a close sequence). */
export const OptionalSequenceSchema = v.pipe(
  v.array(v.variant('kind', [KnockSchema, PauseSchema], 'value-unknown'), 'value-unknown'),
  v.maxLength(MAX_STEPS, 'sequence-long'),
  v.check((steps) => knocksOf(steps).length <= MAX_KNOCKS, 'sequence-long'),
);

/** 1 to 32 knocks, pauses between them. */
export const SequenceSchema = v.pipe(
  OptionalSequenceSchema,
  v.check((steps) => knocksOf(steps).length > 0, 'sequence-empty'),
);

/** The knocks of a sequence, without its pauses. */
export function knocksOf(steps: Sequence): readonly Knock[] {
  return steps.filter((step) => step.kind === 'knock');
}

const TOKEN = /^(?<number>[^:/=@]*)(?:[:/](?<suffix>[^=@]*))?(?:=(?<payload>.*?))?(?:@(?<gap>\d+))?$/su;

function parsePort(word: string, shown: string): Result<number> {
  if (!/^\d+$/.test(word)) return fail({ code: 'sequence-word', params: { word: shown } });
  const port = Number(word);
  return port >= 1 && port <= 65_535 ? ok(port) : fail({ code: 'sequence-port-range', params: { word: shown } });
}

/** A quoted payload, whole: a quote that is not closed would swallow the knocks behind it. */
const QUOTED = /^"(?<text>(?:\\.|[^"\\])*)"$/su;

function parsePayload(raw: string, word: string): Result<Payload> {
  const quoted = QUOTED.exec(raw)?.groups?.['text'];
  if (quoted !== undefined) return ok({ encoding: 'text', value: quoted.replace(/\\(["\\])/g, '$1') });
  if (raw.includes('"')) return fail({ code: 'payload-quote', params: { word } });
  if (/^0x/i.test(raw)) {
    const value = raw.slice(2).toLowerCase();
    return HEX.test(value) ? ok({ encoding: 'hex', value }) : fail({ code: 'payload-hex', params: { value: raw } });
  }
  return ok({ encoding: 'text', value: raw });
}

const PAUSE_UNITS: ReadonlyMap<string, number> = new Map([
  ['s', 1000],
  ['ms', 1],
]);

/** Reads one word of a sequence; see {@link parseSequence}. */
export function parseStep(word: string): Result<Step> {
  const groups = TOKEN.exec(word)?.groups;
  if (groups === undefined) return fail({ code: 'sequence-word', params: { word } });
  const { number = '', suffix, payload, gap } = groups as Record<string, string | undefined>;
  const unit = PAUSE_UNITS.get(suffix?.toLowerCase() ?? '');
  if (unit !== undefined && payload === undefined && gap === undefined) {
    if (!/^\d+$/.test(number)) return fail({ code: 'sequence-word', params: { word } });
    const ms = Number(number) * unit;
    return ms >= 1 && ms <= MAX_PAUSE_MS ? ok({ kind: 'pause', ms }) : fail({ code: 'pause-range', params: { word } });
  }
  const port = parsePort(number, word);
  if (!port.ok) return port;
  const protocol = (suffix ?? 'tcp').toLowerCase();
  if (protocol !== 'tcp' && protocol !== 'udp') return fail({ code: 'protocol-unknown', params: { word } });
  if (gap !== undefined && Number(gap) > MAX_GAP_MS) return fail({ code: 'sequence-gap-range', params: { word } });
  const knock = {
    kind: 'knock',
    port: port.value,
    protocol,
    ...(gap !== undefined && { gapMs: Number(gap) }),
  } as const;
  if (payload === undefined) return ok(knock);
  if (protocol !== 'udp') return fail({ code: 'payload-tcp', params: { word } });
  const parsed = parsePayload(payload, word);
  if (!parsed.ok) return parsed;
  if (payloadBytes(parsed.value) > MAX_PAYLOAD_BYTES)
    return fail({ code: 'payload-long', params: { port: port.value } });
  return ok({ ...knock, payload: parsed.value });
}

/** A port, a space and its protocol, as people write it: `7000 tcp`. A protocol alone is no word, so nothing else is meant. */
const APART = /\d+[^\S\r\n]+(?=(?:tcp|udp)(?:[\s,;=@]|$))/iu;
const WORD = new RegExp(`(?:${APART.source})?(?:[^\\s,;"]|"(?:\\\\.|[^"\\\\])*(?:"|\\\\?$))+`, 'gisu');

/**
 * Splits at white space, commas and semicolons, but not inside a quoted payload (to the end where it is not closed).
 * `7000 tcp, 8000 udp` is two words, `7000:tcp` and `8000:udp`; over a comma or a line's end a protocol goes with nothing.
 */
export function sequenceWords(text: string): readonly string[] {
  return (text.match(WORD) ?? []).map((word) => word.replace(/^(\d+)[^\S\r\n]+/u, '$1:'));
}

/**
 * Reads a sequence as a person types it: `7000 8000:udp 9000/tcp` or `7000 tcp, 8000 udp`, with
 * - a payload behind a UDP knock: `8000:udp="open sesame"` or `8000:udp=0xCAFE`,
 * - a gap of its own behind a knock: `7000@200` (ms until the next one),
 * - a pause in whole seconds, as KiTTY writes it: `2:s`, or in milliseconds: `1500:ms`.
 *
 * Every problem is reported, each with the word it is about. At most {@link MAX_KNOCKS} knocks.
 */
export function parseSequence(text: string): Result<Sequence> {
  const steps: Step[] = [];
  const problems: Problem[] = [];
  for (const word of sequenceWords(text)) {
    const step = parseStep(word);
    if (step.ok) steps.push(step.value);
    else problems.push(...step.problems);
  }
  const knocks = knocksOf(steps).length;
  if (knocks > MAX_KNOCKS || steps.length > MAX_STEPS)
    problems.push({ code: 'sequence-long', params: { count: knocks, max: MAX_KNOCKS } });
  if (knocks === 0 && problems.length === 0) problems.push({ code: 'sequence-empty' });
  const [first, ...rest] = problems;
  return first === undefined ? ok(steps) : fail(first, ...rest);
}

function formatStep(step: Step): string {
  if (step.kind === 'pause') return step.ms % 1000 === 0 ? `${step.ms / 1000}:s` : `${step.ms}:ms`;
  const payload =
    step.payload === undefined
      ? ''
      : step.payload.encoding === 'hex'
        ? `=0x${step.payload.value}`
        : `="${step.payload.value.replace(/["\\]/g, '\\$&')}"`;
  return `${step.port}${step.protocol === 'udp' ? ':udp' : ''}${payload}${step.gapMs === undefined ? '' : `@${step.gapMs}`}`;
}

/** The inverse of {@link parseSequence}: what it returns parses to the same steps. */
export function formatSequence(steps: Sequence): string {
  return steps.map(formatStep).join(' ');
}
