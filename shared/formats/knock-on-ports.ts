import * as v from 'valibot';
import { HostSchema } from '../model/host.ts';
import { type Knock, MAX_GAP_MS, MAX_KNOCKS, OptionalSequenceSchema, type Payload } from '../model/sequence.ts';
import type { Problem } from '../result.ts';
import { type Candidate, type FormatNote, type Parsed, problemAt } from './candidate.ts';
import { objectLines, readJson } from './json-lines.ts';
import { withoutBom } from './lines.ts';
import { breath, type Steps } from './steps.ts';

/**
 * What "Knock on Ports" (Android, impalex/knockonports) exports: since version 2 `{"version": 1, "sequences": […]}` with
 * named kinds (`data/json/SequencesData.kt`), before that a bare list with numbers in their place, in the order of its
 * enums; a number out of range means the first of them (`data/json/legacy`).
 */
const STEP_TYPES = ['udp', 'tcp', 'icmp'] as const;
const FAMILIES = ['prefer_ipv4', 'prefer_ipv6', 'only_ipv4', 'only_ipv6', 'both_ipv4_ipv6'] as const;
const ENCODINGS = ['raw', 'base64', 'hex'] as const;

/** The app's own delay between two packets when none was entered (ms). */
const DEFAULT_DELAY_MS = 500;

const Maybe = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema));
const named = <const T extends readonly [string, ...string[]]>(names: T) =>
  v.pipe(
    v.fallback(v.union([v.string(), v.number()]), 0),
    v.transform((value) => (typeof value === 'number' ? (names[value] ?? names[0]) : value)),
  );

const StepSchema = v.object({
  type: v.optional(named(STEP_TYPES), STEP_TYPES[0]),
  port: Maybe(v.number()),
  content: Maybe(v.string()),
  encoding: v.optional(named(ENCODINGS), ENCODINGS[0]),
});
const EntrySchema = v.object({
  name: Maybe(v.string()),
  host: Maybe(v.string()),
  delay: Maybe(v.number()),
  ipv: v.optional(named(FAMILIES), FAMILIES[0]),
  steps: v.optional(v.array(StepSchema), []),
});
type Entry = v.InferOutput<typeof EntrySchema>;
type Step = v.InferOutput<typeof StepSchema>;

const FileSchema = v.union([
  v.array(v.unknown()),
  v.pipe(
    v.object({ version: v.literal(1), sequences: v.array(v.unknown()) }),
    v.transform(({ sequences }) => sequences),
  ),
]);

/** Whether a parsed JSON is an export of Knock on Ports: its entries have steps. */
export function isKnockOnPorts(value: unknown): boolean {
  const file = v.safeParse(FileSchema, value);
  return file.success && file.output.some((entry) => v.is(v.object({ steps: v.array(v.unknown()) }), entry));
}

export function* parseKnockOnPorts(text: string): Steps<Parsed> {
  const json = readJson(withoutBom(text));
  if (!json.ok) return { candidates: [], notes: [problemAt(json.line, { code: 'import-json-broken' })] };
  const file = v.safeParse(FileSchema, json.value);
  if (!file.success) return { candidates: [], notes: [problemAt(1, { code: 'import-unknown-format' })] };
  const lines = objectLines(withoutBom(text), Array.isArray(json.value) ? 2 : 3);
  const candidates: Candidate[] = [];
  const notes: FormatNote[] = [];
  for (const [index, raw] of file.output.entries()) {
    yield* breath('servers', index, file.output.length);
    const line = lines[index] ?? 1;
    const entry = v.safeParse(EntrySchema, raw);
    const read = entry.success ? readEntry(entry.output, line) : damaged(entry.issues[0]);
    if ('code' in read) notes.push(problemAt(line, read));
    else candidates.push(read);
  }
  return { candidates, notes };
}

function damaged(issue: v.BaseIssue<unknown>): Problem {
  return { code: 'import-entry-damaged', params: { field: v.getDotPath(issue) ?? '' } };
}

function readEntry({ name, host, delay, ipv, steps }: Entry, line: number): Candidate | Problem {
  const shown = name?.trim() || host?.trim() || `#${line}`;
  if (steps.some(({ type }) => type === 'icmp')) return { code: 'kop-icmp', params: { name: shown } };
  const parsed = v.safeParse(HostSchema, host ?? '');
  if (!parsed.success) return { code: 'import-host-bad', params: { host: (host ?? '').slice(0, 100) } };
  const sequence: Knock[] = [];
  for (const [index, step] of steps.entries()) {
    const knock = knockOf(step);
    if (knock === null || sequence.length >= MAX_KNOCKS) {
      return { code: 'kop-step', params: { name: shown, index: index + 1 } };
    }
    sequence.push(knock);
  }
  return {
    line,
    name: shown,
    host: parsed.output,
    said: {
      ...(sequence.length > 0 && { sequence }),
      gapMs: Math.min(Math.max(0, Math.round(delay ?? DEFAULT_DELAY_MS)), MAX_GAP_MS),
      ...(/^only_/.test(ipv) && { family: ipv === 'only_ipv4' ? ('ipv4' as const) : ('ipv6' as const) }),
    },
  };
}

function knockOf({ type, port, content, encoding }: Step): Knock | null {
  if ((type !== 'udp' && type !== 'tcp') || typeof port !== 'number') return null;
  const payload = type === 'udp' && content ? payloadOf(content, encoding) : undefined;
  const knock: Knock = { kind: 'knock', port, protocol: type, ...(payload !== undefined && { payload }) };
  return v.is(OptionalSequenceSchema, [knock]) ? knock : null;
}

/** Broken base64 or hex is an empty packet to the app, so to us too. */
function payloadOf(content: string, encoding: string): Payload | undefined {
  if (encoding === 'raw') return { encoding: 'text', value: content };
  const hex = encoding === 'hex' ? content.slice(0, content.length - (content.length % 2)) : base64ToHex(content);
  return /^(?:[0-9a-f]{2})+$/i.test(hex) ? { encoding: 'hex', value: hex.toLowerCase() } : undefined;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Neither process's own decoder is known here: `shared/` has neither DOM nor Node. */
function base64ToHex(text: string): string {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return '';
  let bits = 0;
  let held = 0;
  let hex = '';
  for (const character of text.replace(/=+$/, '')) {
    held = (held << 6) | BASE64.indexOf(character);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    hex += ((held >> bits) & 0xff).toString(16).padStart(2, '0');
    held &= (1 << bits) - 1;
  }
  return hex;
}
