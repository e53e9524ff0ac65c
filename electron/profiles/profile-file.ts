import * as v from 'valibot';
import { type DeletedEntry, type Entry, lineOf, parseDeleted, parseEntry } from './entry.ts';
import { migrated } from './migrations.ts';
import { type Header, HeaderSchema } from './vault-header.ts';

/** Grows with every change that an older Toctoc could not read; each step has its migration. */
export const FILE_VERSION = 2;

/** What `profiles.json` holds. */
export interface ProfileFile {
  readonly version: typeof FILE_VERSION;
  /** How the secrets in it are sealed. */
  readonly vault: Header;
  readonly profiles: readonly Entry[];
  readonly deleted: readonly DeletedEntry[];
}

/** What was found on disk. `dropped`: names of entries that could not be read, beside ones that could. */
export type FoundFile =
  | { readonly state: 'absent' }
  | { readonly state: 'read'; readonly file: ProfileFile; readonly dropped: readonly string[] }
  | { readonly state: 'damaged' }
  | { readonly state: 'newer' };

const BETWEEN = Buffer.from(',\n');
const VersionSchema = v.looseObject({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) });
const EnvelopeSchema = v.object({
  vault: HeaderSchema,
  profiles: v.array(v.unknown()),
  deleted: v.optional(v.array(v.unknown()), []),
});
const NamedSchema = v.object({ profile: v.object({ name: v.pipe(v.string(), v.maxLength(200)) }) });

/**
 * Reads the text of a data file. Entries that do not parse are left out and named, so that one damaged profile does not
 * cost the others; the caller keeps the file itself.
 *
 * @param text the file's content, `null` when there is no file
 */
export function parseProfileFile(text: string | null): FoundFile {
  if (text === null) return { state: 'absent' };
  const raw = v.safeParse(VersionSchema, parseJson(text));
  if (!raw.success) return { state: 'damaged' };
  if (raw.output.version > FILE_VERSION) return { state: 'newer' };
  const envelope = v.safeParse(EnvelopeSchema, migrated(raw.output, raw.output.version, FILE_VERSION));
  if (!envelope.success) return { state: 'damaged' };
  const { vault } = envelope.output;
  const profiles = new Map<string, Entry>();
  const dropped: string[] = [];
  for (const [index, one] of envelope.output.profiles.entries()) {
    const entry = parseEntry(one);
    if (entry !== null && !profiles.has(entry.profile.id)) profiles.set(entry.profile.id, entry);
    else dropped.push(v.is(NamedSchema, one) ? one.profile.name : `#${index + 1}`);
  }
  const deleted = envelope.output.deleted.map(parseDeleted).filter((one) => one !== null);
  return { state: 'read', file: { version: FILE_VERSION, vault, profiles: [...profiles.values()], deleted }, dropped };
}

/** The file as bytes: an entry per line. Without a line break at the end, so that any part of it that is missing shows. */
export function profileFileBytes({ vault, profiles, deleted }: ProfileFile): Buffer {
  // As bytes from the start: thousands of lines joined as text would be copied three times over.
  const parts: Uint8Array[] = [Buffer.from(`${fileHead(vault)},"profiles":[\n`)];
  for (const [at, entry] of profiles.entries()) {
    if (at > 0) parts.push(BETWEEN);
    parts.push(lineOf(entry));
  }
  parts.push(Buffer.from('\n],"deleted":[\n'));
  for (const [at, { entry, index }] of deleted.entries()) {
    if (at > 0) parts.push(BETWEEN);
    parts.push(Buffer.from(`{"index":${index},`), lineOf(entry).subarray(1));
  }
  parts.push(Buffer.from('\n]}'));
  return Buffer.concat(parts);
}

/** How the text of every file begins that is sealed like this. */
export function fileHead(vault: Header): string {
  return `{"version":${FILE_VERSION},"vault":${JSON.stringify(vault)}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
