import type { FieldError, FieldErrors } from 'react-hook-form';
import { parseSequence } from '../../../shared/model/sequence.ts';
import { isProblemCode, type Problem, type Result } from '../../../shared/result.ts';
import { problemSentence } from '../../i18n.ts';
import { type FieldName, type FormValues, parseOptionalSequence } from './form.ts';

/** Errors that main found carry their whole sentence as message, and this type. */
export const FROM_MAIN = 'main';

function toSentences(error: FieldError | undefined): readonly string[] {
  const message = error?.message ?? '';
  if (error === undefined || message === '') return [];
  if (error.type === FROM_MAIN) return [message];
  const problem: Problem = isProblemCode(message)
    ? { code: message }
    : { code: 'internal', params: { reason: message } };
  return [problemSentence(problem)];
}

/** Three are enough to begin with; the rest is still wrong when these are mended. */
const SHOWN = 3;

function sequenceSentences(error: FieldError | undefined, parsed: Result<unknown>): readonly string[] {
  if (error === undefined || error.type === FROM_MAIN || parsed.ok) return toSentences(error);
  return [...new Set(parsed.problems.map(problemSentence))].slice(0, SHOWN);
}

/** What to write under a field: nothing, or a sentence for everything that is wrong with its text. */
export function fieldErrors(
  errors: FieldErrors<FormValues>,
  field: FieldName,
  values: Pick<FormValues, 'sequence' | 'closeSequence'>,
): readonly string[] {
  if (field === 'sequence') return sequenceSentences(errors.sequence, parseSequence(values.sequence));
  if (field === 'closeSequence')
    return sequenceSentences(errors.closeSequence, parseOptionalSequence(values.closeSequence));
  return toSentences(errors[field]);
}
