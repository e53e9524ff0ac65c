import * as v from 'valibot';
import {
  PRACTICE_ID,
  type Profile,
  type PublicProfile,
  PublicProfileSchema,
  type Secrets,
  SecretsSchema,
  shownOf,
} from '../../shared/model/profile.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { seal, unseal } from './sealing.ts';
import type { Lock } from './vault.ts';

/** A profile as it is kept in memory and on disk: what is secret is sealed where something seals it. */
export type Entry =
  | { readonly profile: PublicProfile; readonly sealed: string }
  | { readonly profile: PublicProfile; readonly secrets: Secrets };

/** A profile that was deleted and can be brought back to where it stood in the list. */
export interface DeletedEntry {
  readonly entry: Entry;
  readonly index: number;
}

const EntrySchema = v.object({
  profile: PublicProfileSchema,
  // Whether it is base64 shows when it is unsealed; valibot's own test of that takes longer than all the rest.
  sealed: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w+/=]+$/))),
  secrets: v.exactOptional(SecretsSchema),
});
const IndexSchema = v.object({ index: v.pipe(v.number(), v.integer(), v.minValue(0)) });

/** One entry of a file; `null` for what is none. */
export function parseEntry(raw: unknown): Entry | null {
  const parsed = v.safeParse(EntrySchema, raw);
  if (!parsed.success) return null;
  const { profile, sealed, secrets } = parsed.output;
  if (sealed !== undefined) return { profile, sealed };
  return secrets === undefined ? null : { profile: { ...profile, ...shownOf(secrets) }, secrets };
}

/** Reads a deleted profile and where it stood in the list; `null`: it cannot be read. */
export function parseDeleted(raw: unknown): DeletedEntry | null {
  const entry = parseEntry(raw);
  const place = v.safeParse(IndexSchema, raw);
  return entry === null || !place.success ? null : { entry, index: place.output.index };
}

/** Seals what is secret of a profile, where this lock seals and there is a secret to keep. */
export function entryOf(profile: Profile, lock: Lock | null): Entry {
  // A field that is missing here, or one too many, is a type error: the list of them is in shared/model/profile.ts.
  const { sequence, closeSequence, oneTime, ...open } = profile;
  const secrets: Secrets = { sequence, closeSequence, oneTime };
  const shown: PublicProfile = { ...open, ...shownOf(secrets) };
  const key = isNoSecret(shown) ? null : (lock?.key ?? null);
  if (key === null) return { profile: shown, secrets };
  return { profile: shown, sealed: seal(key, placeOf(shown), JSON.stringify(secrets)) };
}

/** The whole profile. What is not sealed needs no lock. */
export function profileOf(entry: Entry, lock: Lock | null): Result<Profile> {
  const secrets = secretsOf(entry, lock);
  if (!secrets.ok) return secrets;
  const { knocks: _knocks, canClose: _canClose, lines: _lines, ...rest } = entry.profile;
  return ok({ ...rest, ...secrets.value });
}

/** The entry under another lock. What cannot be unsealed any more stays as it is. */
export function relocked(entry: Entry, from: Lock, to: Lock): Entry {
  const profile = profileOf(entry, from);
  return profile.ok ? entryOf(profile.value, to) : entry;
}

/** The same secrets with another public part. */
export function withPublic(
  entry: Entry,
  change: Partial<Pick<PublicProfile, 'doorSeenAt' | 'favourite' | 'gapMs' | 'tags' | 'launch'>>,
): Entry {
  return { ...entry, profile: { ...entry.profile, ...change } };
}

const lines = new WeakMap<Entry, Buffer>();

/** An entry as JSON on one line. Kept, so that saving one of thousands writes out only that one anew. */
export function lineOf(entry: Entry): Buffer {
  const known = lines.get(entry);
  if (known !== undefined) return known;
  const line = Buffer.from(JSON.stringify(entry));
  lines.set(entry, line);
  return line;
}

function secretsOf(entry: Entry, lock: Lock | null): Result<Secrets> {
  if ('secrets' in entry) return ok(entry.secrets);
  if (lock === null) return fail({ code: 'vault-locked' });
  const text = lock.key === null ? null : unseal(lock.key, placeOf(entry.profile), entry.sealed);
  const parsed = text === null ? null : v.safeParse(SecretsSchema, parseJson(text));
  return parsed?.success ? ok(parsed.output) : fail({ code: 'secrets-damaged', params: { name: entry.profile.name } });
}

/** The practice server is inside the app, on this computer, and says its sequence itself: it works while all is locked. */
export function isNoSecret({ id, host }: Pick<Profile, 'id' | 'host'>): boolean {
  return id === PRACTICE_ID && host === '127.0.0.1';
}

function placeOf({ id }: PublicProfile): string {
  return `toctoc:profile:${id}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
