import type { DraftFields } from '../../../shared/model/draft.ts';
import { FIELD_ORDER, type FormValues } from './form.ts';

/**
 * What of a form is worth keeping; `null`: nothing was changed. Of a saved profile only the fields that were changed:
 * the others may change elsewhere meanwhile. Of a new one (`whole`) all of them.
 */
export function changedFields(values: FormValues, initial: FormValues, whole: boolean): DraftFields | null {
  const changed = FIELD_ORDER.filter((field) => JSON.stringify(values[field]) !== JSON.stringify(initial[field]));
  if (changed.length === 0) return null;
  return Object.fromEntries((whole ? FIELD_ORDER : changed).map((field) => [field, values[field]]));
}

/** The form with a draft laid over it. What does not fit a field (of another version of this page) is left out. */
export function withDraft(initial: FormValues, draft: DraftFields): FormValues {
  const fitting = FIELD_ORDER.filter((field) => field in draft && fits(field, initial[field], draft[field]));
  return { ...initial, ...Object.fromEntries(fitting.map((field) => [field, draft[field]])) };
}

function fits(field: keyof FormValues, initial: unknown, kept: unknown): boolean {
  if (field === 'oneTime') return kept === null || typeof kept === 'object';
  return typeof kept === typeof initial;
}
