import * as v from 'valibot';
import { literalFamily } from '../model/host.ts';
import { emptyDraft, type Profile, type ProfileDraft, ProfileDraftSchema } from '../model/profile.ts';
import { knocksOf, type Sequence } from '../model/sequence.ts';
import { fail, isProblemCode, ok, type Result } from '../result.ts';
import { oneLine } from '../text/one-line.ts';
import type { Candidate, Said } from './candidate.ts';
import { breath, type Steps } from './steps.ts';

/** What a person adds to entries that their file leaves without it. */
export interface Supplement {
  /** Empty: nothing was entered. */
  readonly host: string;
  readonly sequence: Sequence;
}

/** Nothing was entered. */
export const NO_SUPPLEMENT: Supplement = { host: '', sequence: [] };

/** What importing an entry would do. `same`: this server is here already, and the file says nothing new. */
export type Fate = 'add' | 'change' | 'same';

/** What is missing before an entry can be saved. */
export type Missing = 'host' | 'sequence';

/** An entry against the profiles that are there. */
export interface Planned {
  readonly candidate: Candidate;
  readonly fate: Fate;
  /** The profile that it changes, or that is the same. */
  readonly existing: Profile | null;
  readonly missing: readonly Missing[];
  /** What would be saved: complete when nothing is missing. */
  readonly draft: ProfileDraft;
  /** The fields that change, such as `launch.user`. */
  readonly changes: readonly string[];
}

const MAX_NAME = 100;

/**
 * Lays entries beside the profiles that are there. A server is recognised by its host and door; where several logins lead
 * to one door, by name or user too. Each profile answers to one entry at most.
 */
export function* planImport(
  candidates: readonly Candidate[],
  profiles: readonly Profile[],
  supplement: Supplement = NO_SUPPLEMENT,
): Steps<readonly Planned[]> {
  const doors = new Map<string, Profile[]>();
  for (const [at, profile] of profiles.entries()) {
    yield* breath('comparing', at, profiles.length);
    const key = doorKey(profile.host, profile.door.port);
    const there = doors.get(key);
    if (there === undefined) doors.set(key, [profile]);
    else there.push(profile);
  }
  const planned: Planned[] = [];
  for (const [at, candidate] of candidates.entries()) {
    yield* breath('comparing', at, candidates.length);
    const host = candidate.host ?? supplement.host;
    const port = candidate.said.door?.port ?? emptyDraft().door.port;
    const there = host === '' ? [] : (doors.get(doorKey(host, port)) ?? []);
    const existing = choose(candidate, there);
    if (existing !== null) there.splice(there.indexOf(existing), 1);
    planned.push(plan({ ...candidate, host: host === '' ? null : host }, existing, supplement));
  }
  return planned;
}

function doorKey(host: string, port: number): string {
  return `${host.toLowerCase().replace(/\.$/, '')} ${port}`;
}

function choose(candidate: Candidate, there: readonly Profile[]): Profile | null {
  const user = candidate.said.launch?.user ?? '';
  // One alone needs no closer look; the others are told apart by what would change.
  const same =
    there.length < 2
      ? undefined
      : there.find((profile) => changesOf(draftOf(profile), merged(profile, candidate)).length === 0);
  const named = there.find(({ name }) => name === nameOf(candidate));
  const login = there.find((profile) => user === '' || profile.launch.user === '' || profile.launch.user === user);
  return same ?? named ?? login ?? null;
}

function plan(candidate: Candidate, existing: Profile | null, supplement: Supplement): Planned {
  if (existing !== null) {
    const draft = merged(existing, candidate);
    const changes = changesOf(draftOf(existing), draft);
    return { candidate, fate: changes.length === 0 ? 'same' : 'change', existing, missing: [], draft, changes };
  }
  const draft = newDraft(candidate, supplement);
  const missing: Missing[] = [];
  if (draft.host === '') missing.push('host');
  if (knocksOf(draft.sequence).length === 0) missing.push('sequence');
  return { candidate, fate: 'add', existing: null, missing, draft, changes: [] };
}

function newDraft(candidate: Candidate, supplement: Supplement): ProfileDraft {
  const base = { ...emptyDraft(), name: nameOf(candidate), host: candidate.host ?? '' };
  const draft = withSaid(base, candidate.said);
  return knocksOf(draft.sequence).length > 0 ? draft : { ...draft, sequence: [...supplement.sequence] };
}

/** What is there, with what the file says laid over it. The name stays: it may be the person's own. */
function merged(profile: Profile, candidate: Candidate): ProfileDraft {
  return withSaid(draftOf(profile), candidate.said);
}

const drafts = new WeakMap<Profile, ProfileDraft>();

/** What a person can say of a profile. Kept, so that each is taken apart once. */
function draftOf(profile: Profile): ProfileDraft {
  const known = drafts.get(profile);
  if (known !== undefined) return known;
  const draft = v.parse(ProfileDraftSchema, profile);
  drafts.set(profile, draft);
  return draft;
}

function withSaid(draft: ProfileDraft, said: Said): ProfileDraft {
  const next = {
    ...draft,
    ...said,
    door: { ...draft.door, ...said.door },
    launch: { ...draft.launch, ...said.launch },
  };
  // A file may say that a name is knocked over IPv4; an IPv6 address cannot be.
  const literal = literalFamily(next.host);
  const contradicts = (literal === 6 && next.family === 'ipv4') || (literal === 4 && next.family === 'ipv6');
  return contradicts ? { ...next, family: 'automatic' } : next;
}

/** A name that fits a list: one line, 100 characters at most. */
function nameOf({ name, host }: Candidate): string {
  const line = oneLine(name) || (host ?? '');
  return line
    .slice(0, MAX_NAME)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}

/** The paths of the fields that differ; of the door and the launch, what in them differs. */
function changesOf(before: ProfileDraft, after: ProfileDraft): readonly string[] {
  const { door, launch, ...rest } = before;
  const { door: newDoor, launch: newLaunch, ...newRest } = after;
  return [
    ...differing(rest, newRest),
    ...differing(door, newDoor).map((key) => `door.${key}`),
    ...differing(launch, newLaunch).map((key) => `launch.${key}`),
  ];
}

function differing(before: object, after: object): readonly string[] {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([key, value]) => (isSame(old.get(key), value) ? [] : [key]));
}

/** The quick answers first: there may be thousands of profiles. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b) || canonical(a) === canonical(b);
}

/** A value as text, whatever the order of its keys; a field that is `undefined` is as good as none. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Checks a plan's draft by the profile's own rules, before it is saved. */
export function checkedDraft(planned: Planned): Result<ProfileDraft> {
  const [missing] = planned.missing;
  if (missing !== undefined)
    return fail({ code: missing === 'host' ? 'import-host-missing' : 'import-sequence-missing' });
  const parsed = v.safeParse(ProfileDraftSchema, planned.draft);
  if (parsed.success) return ok(parsed.output);
  const { message } = parsed.issues[0];
  return fail({
    code: isProblemCode(message) ? message : 'value-unknown',
    field: v.getDotPath(parsed.issues[0]) ?? '',
  });
}
