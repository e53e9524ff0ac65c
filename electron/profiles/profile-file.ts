import * as v from 'valibot';
import { type Profile, ProfileSchema } from '../../shared/model/profile.ts';

/** Grows with every change that an older Toctoc could not read; each step then gets a migration. */
export const FILE_VERSION = 1;

/** A profile that was deleted and can be brought back to where it stood in the list. */
export interface DeletedProfile {
  readonly profile: Profile;
  readonly index: number;
}

/** What `profiles.json` holds. */
export interface ProfileFile {
  readonly version: typeof FILE_VERSION;
  readonly profiles: readonly Profile[];
  readonly deleted: readonly DeletedProfile[];
}

/** What was found on disk. `dropped`: names of entries that could not be read, beside ones that could. */
export type FoundFile =
  | { readonly state: 'absent' }
  | { readonly state: 'read'; readonly file: ProfileFile; readonly dropped: readonly string[] }
  | { readonly state: 'damaged' }
  | { readonly state: 'newer' };

const EnvelopeSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  profiles: v.array(v.unknown()),
  deleted: v.optional(v.array(v.unknown()), []),
});

const DeletedSchema = v.object({ profile: ProfileSchema, index: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const NamedSchema = v.object({ name: v.pipe(v.string(), v.maxLength(200)) });

/**
 * Reads the text of a data file. Entries that do not parse are left out and named, so that one damaged profile does not
 * cost the others; the caller keeps the file itself.
 *
 * @param text the file's content, `null` when there is no file
 */
export function parseProfileFile(text: string | null): FoundFile {
  if (text === null) return { state: 'absent' };
  const envelope = v.safeParse(EnvelopeSchema, parseJson(text));
  if (!envelope.success) return { state: 'damaged' };
  if (envelope.output.version > FILE_VERSION) return { state: 'newer' };
  const profiles: Profile[] = [];
  const dropped: string[] = [];
  for (const [index, raw] of envelope.output.profiles.entries()) {
    const profile = v.safeParse(ProfileSchema, raw);
    if (profile.success && !profiles.some(({ id }) => id === profile.output.id)) profiles.push(profile.output);
    else dropped.push(v.is(NamedSchema, raw) ? raw.name : `#${index + 1}`);
  }
  const deleted = envelope.output.deleted.flatMap((raw) => {
    const entry = v.safeParse(DeletedSchema, raw);
    return entry.success ? [entry.output] : [];
  });
  return { state: 'read', file: { version: FILE_VERSION, profiles, deleted }, dropped };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
