import * as v from 'valibot';
import { DEFAULT_GAP_MS, DEFAULT_HOLD_MS, MAX_HOLD_MS, SERVER_KINDS } from './defaults.ts';
import { HostSchema } from './host.ts';
import { DEFAULT_LAUNCH, LaunchFieldsSchema, LaunchSchema, type LaunchTarget } from './launch.ts';
import { countLines, type OneTimeCount, OneTimeSchema } from './one-time.ts';
import { GapSchema, knocksOf, OptionalSequenceSchema, PortSchema, SequenceSchema } from './sequence.ts';

export const FAMILIES = ['automatic', 'ipv4', 'ipv6'] as const;
export const CONNECT_MODES = ['syn', 'full'] as const;

/** How long a TCP knock socket lives (ms). */
export const HoldSchema = v.pipe(
  v.number('hold-range'),
  v.integer('hold-range'),
  v.minValue(1, 'hold-range'),
  v.maxValue(MAX_HOLD_MS, 'hold-range'),
);

const SeqTimeoutSchema = v.nullable(
  v.pipe(
    v.number('seq-timeout-range'),
    v.integer('seq-timeout-range'),
    v.minValue(1, 'seq-timeout-range'),
    v.maxValue(3600, 'seq-timeout-range'),
  ),
);

/** An address or interface name (on Windows such as `Ethernet 2`); empty means that the system chooses. */
const SourceSchema = v.pipe(
  v.string('source-characters'),
  v.trim(),
  v.maxLength(64, 'text-long'),
  v.regex(/^(?:[\p{L}\p{N}._:%][\p{L}\p{M}\p{N} ()*._:%-]*)?$/u, 'source-characters'),
);

const MAX_TAGS = 20;

/** Words to find and group servers by: trimmed, none empty, none twice (upper and lower case alike). */
const TagsSchema = v.pipe(
  v.array(v.pipe(v.string('value-unknown'), v.trim(), v.nonEmpty('tag-empty'), v.maxLength(40, 'tag-long'))),
  v.maxLength(MAX_TAGS, 'tags-many'),
  v.transform((tags) => tags.filter((tag, at) => tags.findIndex((other) => sameTag(other, tag)) === at)),
);

/** Whether two tags are one: capitals make no difference. */
export function sameTag(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** What a person wants to remember of a server, in lines. Not sealed: it is read where the profiles are locked too. */
const NotesSchema = v.pipe(
  v.string('value-unknown'),
  v.transform((text) => text.replace(/\r\n?/g, '\n').trim()),
  v.maxLength(2000, 'text-long'),
);

/** Minutes between two knocks that keep a door open; `null`: the server does not close it by itself. */
const KeepOpenSchema = v.nullable(
  v.pipe(
    v.number('keep-open-range'),
    v.integer('keep-open-range'),
    v.minValue(1, 'keep-open-range'),
    v.maxValue(1440, 'keep-open-range'),
  ),
);

/** What a person can say about a server; {@link Profile} adds what Toctoc keeps. */
export const ProfileDraftSchema = v.object({
  name: v.pipe(v.string('name-empty'), v.trim(), v.nonEmpty('name-empty'), v.maxLength(100, 'name-long')),
  host: HostSchema,
  family: v.picklist(FAMILIES, 'value-unknown'),
  sequence: SequenceSchema,
  closeSequence: OptionalSequenceSchema,
  gapMs: GapSchema,
  holdMs: HoldSchema,
  /** The server's `seq_timeout` in seconds; `null` when the person does not know it. */
  seqTimeoutS: SeqTimeoutSchema,
  serverKind: v.picklist(SERVER_KINDS, 'value-unknown'),
  connectMode: v.picklist(CONNECT_MODES, 'value-unknown'),
  source: SourceSchema,
  door: v.object({ port: PortSchema, check: v.boolean('value-unknown') }),
  launch: LaunchSchema,
  tags: v.optional(TagsSchema, []),
  keepOpenMinutes: v.optional(KeepOpenSchema, null),
  /** Shown first in the tray. */
  favourite: v.optional(v.boolean('value-unknown'), false),
  notes: v.optional(NotesSchema, ''),
  /** Sequences that the server takes once each; they are knocked in the sequence's place. `null`: the sequence is. */
  oneTime: v.optional(v.nullable(OneTimeSchema), null),
});

/** As stored. `doorSeenAt` (ms since 1970) is when the door was last seen open; `null`: never, with this address and sequence. */
export const ProfileSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  ...ProfileDraftSchema.entries,
  doorSeenAt: v.nullable(v.number()),
});

/**
 * What of a profile is secret, and leaves the vault only when it is needed: this is the one list. (Payloads are part of the
 * sequences.) Everything else stays in clear in the data file, so that locked profiles can still be listed.
 */
export const SECRET_FIELDS = ['sequence', 'closeSequence', 'oneTime'] as const;
export const SecretsSchema = v.pick(ProfileSchema, SECRET_FIELDS);
export type Secrets = v.InferOutput<typeof SecretsSchema>;

/** A profile without its secrets. `knocks`, `canClose` and `lines` say what the list shows of them. */
export const PublicProfileSchema = v.object({
  ...v.omit(ProfileSchema, SECRET_FIELDS).entries,
  knocks: v.pipe(v.number(), v.integer(), v.minValue(0)),
  canClose: v.boolean(),
  lines: v.optional(v.nullable(v.object({ left: v.number(), total: v.number() })), null),
});
export type PublicProfile = v.InferOutput<typeof PublicProfileSchema>;

export type ProfileDraft = v.InferOutput<typeof ProfileDraftSchema>;
export type Profile = v.InferOutput<typeof ProfileSchema>;

/** Parts of a profile that can be changed for several at once. */
export const ProfileChangeSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  gapMs: v.exactOptional(GapSchema),
  tags: v.exactOptional(TagsSchema),
  launch: v.exactOptional(v.strictObject(v.pick(LaunchFieldsSchema, ['client', 'terminal']).entries)),
});
export type ProfileChange = Readonly<v.InferOutput<typeof ProfileChangeSchema>>;

/** A run of what an editor holds and has not saved goes by this id. */
export const DRAFT_ID = 'draft';

/** The profile that knocks the practice server inside the app has this id. */
export const PRACTICE_ID = 'practice';

/** What the list shows. No sequence: it is a secret, and leaves main only when the editor asks. */
export interface ProfileSummary {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly doorPort: number;
  readonly check: boolean;
  readonly knocks: number;
  readonly canClose: boolean;
  /** What is left of its one-time list; `null`: it has none. */
  readonly lines: OneTimeCount | null;
  readonly client: LaunchTarget['client'];
  readonly terminal: LaunchTarget['terminal'];
  readonly gapMs: number;
  readonly user: string;
  readonly tags: readonly string[];
  /** What *keep open* would do: knock every so many minutes; `null`: it is not offered. */
  readonly keepOpenMinutes: number | null;
  readonly serverKind: Profile['serverKind'];
  readonly favourite: boolean;
  readonly notes: string;
}

/** What the list, the tray and a terminal are told of a profile: none of its secrets. */
export function summarise(profile: Profile | PublicProfile): ProfileSummary {
  const { knocks, canClose, lines } = 'knocks' in profile ? profile : shownOf(profile);
  return {
    id: profile.id,
    name: profile.name,
    host: profile.host,
    doorPort: profile.door.port,
    check: profile.door.check,
    knocks,
    canClose,
    lines,
    client: profile.launch.client,
    terminal: profile.launch.terminal,
    gapMs: profile.gapMs,
    user: profile.launch.user,
    tags: profile.tags,
    keepOpenMinutes: profile.keepOpenMinutes,
    serverKind: profile.serverKind,
    favourite: profile.favourite,
    notes: profile.notes,
  };
}

/** What the list shows of a profile's secrets. */
export function shownOf({
  sequence,
  closeSequence,
  oneTime,
}: Secrets): Pick<PublicProfile, 'knocks' | 'canClose' | 'lines'> {
  const steps = oneTime?.sequences[oneTime.position] ?? sequence;
  return {
    knocks: knocksOf(steps).length,
    canClose: closeSequence.length > 0,
    lines: oneTime === null ? null : countLines(oneTime),
  };
}

/** A new profile as the editor first shows it. `holdMs`: 100 on Windows, where a refused SYN is sent again after 500 ms. */
export function emptyDraft(holdMs: number = DEFAULT_HOLD_MS, gapMs: number = DEFAULT_GAP_MS): ProfileDraft {
  return {
    name: '',
    host: '',
    family: 'automatic',
    sequence: [],
    closeSequence: [],
    gapMs,
    holdMs,
    seqTimeoutS: null,
    serverKind: 'other',
    connectMode: 'syn',
    source: '',
    door: { port: 22, check: true },
    launch: DEFAULT_LAUNCH,
    tags: [],
    keepOpenMinutes: null,
    favourite: false,
    notes: '',
    oneTime: null,
  };
}
