import * as v from 'valibot';
import { MAX_IMPORT_BYTES, MAX_IMPORT_FILES, MAX_IMPORT_TOTAL } from '../../shared/formats/import-bounds.ts';
import type { GivenFile, SharingRequests } from '../../shared/ipc-sharing.ts';
import { EXPORT_FORMATS } from '../../shared/model/importing.ts';
import type { ProblemCode } from '../../shared/result.ts';

const IdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const oneId = v.strictTuple([IdSchema]);
const nothing = v.strictTuple([]);
const Passphrase = v.pipe(v.string(), v.maxLength(1000));
const supplement = {
  host: v.pipe(v.string(), v.maxLength(300)),
  sequence: v.pipe(v.string(), v.maxLength(100_000)),
};
/** Characters; more than any system's own bound. */
const MAX_PATH = 40_000;
/** Why the page has no text of a file that it was given. */
const UNREAD_CODES = [
  'import-binary',
  'import-too-big',
  'import-unreadable',
  'import-folder',
  'import-folder-empty',
  'import-files-many',
] as const satisfies readonly ProblemCode[];
/** What those problems tell of it. */
const UNREAD_PARAMS = ['file', 'folder', 'reason', 'size', 'max', 'count', 'first', 'last'] as const;
const FileName = v.pipe(v.string(), v.maxLength(300));
const GivenSchema = v.union([
  v.strictObject({
    name: FileName,
    text: v.pipe(v.string(), v.maxLength(MAX_IMPORT_BYTES)),
    path: v.exactOptional(v.pipe(v.string(), v.maxLength(MAX_PATH))),
  }),
  v.strictObject({
    name: FileName,
    unread: v.strictObject({
      code: v.picklist(UNREAD_CODES),
      params: v.exactOptional(v.record(v.picklist(UNREAD_PARAMS), v.union([FileName, v.number()]))),
    }),
  }),
]);

/** Texts are counted as the page counts them, and paths by themselves: no ten thousand real ones are that long. */
function withinTotal(files: readonly GivenFile[]): boolean {
  let texts = 0;
  let paths = 0;
  for (const file of files) {
    if ('unread' in file) continue;
    texts += file.text.length;
    paths += file.path?.length ?? 0;
  }
  return Math.max(texts, paths) <= MAX_IMPORT_TOTAL;
}

/** A thousand entries of an import of ten thousand may be left out. */
const MAX_ENTRIES = 100_000;
const KeySchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_ENTRIES));

/** What the import and export channels accept; see `input.ts`. */
export const sharingInputs: {
  readonly [C in keyof SharingRequests]: v.GenericSchema<unknown, Parameters<SharingRequests[C]>>;
} = {
  'import:open-file': nothing,
  'import:open-folder': nothing,
  'import:parse-text': v.strictTuple([
    v.pipe(
      v.array(GivenSchema),
      v.minLength(1),
      // One more names those that were left out.
      v.maxLength(MAX_IMPORT_FILES + 1),
      v.check((files) => withinTotal(files)),
    ),
  ]),
  'import:open-clipboard': nothing,
  'import:found': nothing,
  'import:open-found': oneId,
  'import:cancel': nothing,
  'import:unseal': v.strictTuple([v.strictObject({ id: IdSchema, passphrase: Passphrase })]),
  'import:supplement': v.strictTuple([v.strictObject({ id: IdSchema, ...supplement })]),
  'import:reveal': v.strictTuple([v.strictObject({ id: IdSchema, key: KeySchema })]),
  'import:apply': v.strictTuple([
    v.strictObject({ id: IdSchema, keys: v.pipe(v.array(KeySchema), v.maxLength(MAX_ENTRIES)), ...supplement }),
  ]),
  'import:undo': oneId,
  'export:save': v.strictTuple([
    v.strictObject({
      profileIds: v.nullable(v.pipe(v.array(IdSchema), v.maxLength(MAX_ENTRIES))),
      format: v.picklist(EXPORT_FORMATS),
      passphrase: Passphrase,
    }),
  ]),
};
