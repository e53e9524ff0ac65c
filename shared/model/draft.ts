import * as v from 'valibot';
import { OneTimeSchema } from './one-time.ts';

/** More than any field takes: what a person pastes by mistake is theirs too, until they discard it. */
const MAX_TEXT = 100_000;

/** The fields of an editor that were changed and not saved, by name, as they stand on screen: they need not be right. */
export const DraftFieldsSchema = v.record(
  v.pipe(v.string(), v.maxLength(40)),
  v.union([v.pipe(v.string(), v.maxLength(MAX_TEXT)), v.boolean(), v.null(), OneTimeSchema]),
);
export type DraftFields = Readonly<v.InferOutput<typeof DraftFieldsSchema>>;

/** Whose draft it is: a profile's id, or one of these for a profile that does not exist yet. */
export const NEW_DRAFT = 'new';
export const NEW_SERVER_DRAFT = 'new-server';
