import * as v from 'valibot';
import { MAX_IMPORT_BYTES } from '../../shared/formats/import-bounds.ts';
import { IMPORT_STAGES } from '../../shared/formats/steps.ts';
import { EXPORT_FORMATS, type ImportEntry } from '../../shared/model/importing.ts';
import type { Outcome } from '../../shared/model/run.ts';
import { isProblemCode, type Problem } from '../../shared/result.ts';
import type { RunEvent } from '../knock/request.ts';

/** What the command line and the app say to each other: one JSON value per line, one request per connection. */

/** Grows with every change that the other side would misunderstand; a client of another version is refused. */
export const PROTOCOL_VERSION = 1;

/** A profile's id, or its name as the person typed it. */
const ProfileWord = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const version = v.literal(PROTOCOL_VERSION);

const RequestSchema = v.variant('type', [
  v.strictObject({ type: v.literal('list'), version }),
  v.strictObject({ type: v.literal('knock'), version, profile: ProfileWord }),
  v.strictObject({ type: v.literal('close'), version, profile: ProfileWord }),
  /** Opens the door and answers with where to connect; the client connects by itself. */
  v.strictObject({ type: v.literal('connect'), version, profile: ProfileWord }),
  /** Every profile that has this tag. */
  v.strictObject({ type: v.literal('tag'), version, tag: ProfileWord, action: v.picklist(['knock', 'close']) }),
  /**
   * A text to import. `path`: where the file lies that it is from, for what that brings along (what an ssh configuration
   * includes, one-time lists); empty: standard input. `folder`: every file in `path`, and no text. `progress`: somebody
   * watches.
   */
  v.strictObject({
    type: v.literal('import'),
    version,
    path: v.pipe(v.string(), v.maxLength(10_000)),
    folder: v.boolean(),
    text: v.pipe(v.string(), v.maxLength(MAX_IMPORT_BYTES)),
    progress: v.boolean(),
    host: v.pipe(v.string(), v.maxLength(300)),
    sequence: v.pipe(v.string(), v.maxLength(10_000)),
    passphrase: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
    dryRun: v.boolean(),
  }),
  /** Profiles with their sequences; none named: all of them. */
  v.strictObject({
    type: v.literal('export'),
    version,
    profiles: v.pipe(v.array(ProfileWord), v.maxLength(1000)),
    format: v.picklist(EXPORT_FORMATS),
    passphrase: v.pipe(v.string(), v.maxLength(1000)),
  }),
]);

export type RemoteRequest = v.InferOutput<typeof RequestSchema>;

/** One line of a client as a request, `null` when it is none. */
export function parseRequest(line: string): RemoteRequest | null {
  const parsed = v.safeParse(RequestSchema, parseJson(line));
  return parsed.success ? parsed.output : null;
}

/** What of a profile the command line lists. Never its sequences. */
const ListedProfileSchema = v.object({
  id: v.string(),
  name: v.string(),
  host: v.string(),
  doorPort: v.number(),
  canClose: v.boolean(),
});
export type ListedProfile = v.InferOutput<typeof ListedProfileSchema>;

/** An event of a run without the port of a packet: a sequence is a secret, and output ends up in logs. */
type Sent = Extract<RunEvent, { type: 'sent' }>;
/** Of no interest at a terminal, and there are many. */
type Probe = Extract<RunEvent, { type: 'probe' }>;
/** What a terminal hears of a saved profile's run: everything but its ports, and no single check attempts. */
export type RemoteEvent = Exclude<RunEvent, Sent | Probe> | Omit<Sent, 'port' | 'protocol'>;

/** An event as it may leave the app: a sequence is a secret. */
export function withoutPorts(event: Exclude<RunEvent, Probe>): RemoteEvent {
  if (event.type !== 'sent') return event;
  const { type, index, of, flush, atMs } = event;
  return { type, index, of, flush, atMs };
}

/** Where to connect once the door is open: a literal address, and the local address that the server knows us by. */
const TargetSchema = v.object({
  type: v.literal('target'),
  address: v.string(),
  family: v.picklist([4, 6]),
  port: v.number(),
  localAddress: v.nullable(v.string()),
});
export type Target = v.InferOutput<typeof TargetSchema>;

const EVENT_TYPES = { phase: true, address: true, attempt: true, sent: true, done: true } satisfies Record<
  RemoteEvent['type'],
  true
>;
const EventSchema = v.custom<RemoteEvent>((value) => {
  const typed = v.safeParse(v.object({ type: v.string() }), value);
  return typed.success && Object.hasOwn(EVENT_TYPES, typed.output.type);
});
const OUTCOMES = {
  open: true,
  sent: true,
  closed: true,
  'still-open': true,
  'not-open': true,
  cancelled: true,
  failed: true,
} satisfies Record<Outcome['result'], true>;
const OutcomeSchema = v.custom<Outcome>((value) => {
  const typed = v.safeParse(v.object({ result: v.string() }), value);
  return typed.success && Object.hasOwn(OUTCOMES, typed.output.result);
});
const ProblemSchema = v.object({
  code: v.custom<Problem['code']>((code) => typeof code === 'string' && isProblemCode(code)),
  field: v.exactOptional(v.string()),
  params: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))),
});

const MessageSchema = v.variant('type', [
  v.object({ type: v.literal('profile'), profile: ListedProfileSchema }),
  v.object({ type: v.literal('event'), event: EventSchema }),
  TargetSchema,
  /** No such profile, or several of that name; `profiles` are the ones that might have been meant. */
  v.object({ type: v.literal('unknown'), ambiguous: v.boolean(), profiles: v.array(ListedProfileSchema) }),
  /** How the run of one of several profiles ended. */
  v.object({ type: v.literal('result'), profile: ListedProfileSchema, outcome: OutcomeSchema }),
  /** No profile has that tag; these are the tags there are. */
  v.object({ type: v.literal('unknown-tag'), tags: v.array(v.string()) }),
  /** One server of an import, and what happens to it. */
  v.object({
    type: v.literal('entry'),
    entry: v.custom<ImportEntry>((value) => typeof value === 'object' && value !== null),
  }),
  v.object({
    type: v.literal('note'),
    note: v.object({
      file: v.string(),
      line: v.number(),
      kind: v.picklist(['problem', 'remark']),
      problem: ProblemSchema,
    }),
  }),
  v.object({
    type: v.literal('imported'),
    added: v.number(),
    changed: v.number(),
    skipped: v.number(),
    incomplete: v.number(),
  }),
  /** How far an import is, for who watches. */
  v.object({
    type: v.literal('progress'),
    progress: v.object({ stage: v.picklist(IMPORT_STAGES), done: v.number(), total: v.number() }),
  }),
  /** The file is sealed, and no passphrase came along. */
  v.object({ type: v.literal('sealed') }),
  /** A piece of an export. */
  v.object({ type: v.literal('text'), text: v.string() }),
  /** What is left of the profile's one-time list, once that is little; it is named where several were run. */
  v.object({
    type: v.literal('few-lines'),
    profile: v.optional(ListedProfileSchema),
    left: v.number(),
    total: v.number(),
  }),
  /** The request could not be served. */
  v.object({ type: v.literal('failed'), problem: ProblemSchema }),
  /** The last line of a connection: everything was said. */
  v.object({ type: v.literal('end') }),
]);

/** What the app answers, line by line; the last is `end`. */
export type RemoteMessage = v.InferOutput<typeof MessageSchema>;

/** One line of the app as a message, `null` when it is none. */
export function parseMessage(line: string): RemoteMessage | null {
  const parsed = v.safeParse(MessageSchema, parseJson(line));
  return parsed.success ? parsed.output : null;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
