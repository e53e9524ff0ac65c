import type { FieldError, FieldErrors } from 'react-hook-form';
import { checkCommand } from '../../../shared/model/launch.ts';
import { parseSequence } from '../../../shared/model/sequence.ts';
import { parseSshOptions } from '../../../shared/model/ssh-options.ts';
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
export const SHOWN_PROBLEMS = 3;

/** All that is wrong with a text that has a grammar of its own, with its words. */
function parsedSentences(error: FieldError | undefined, parsed: Result<unknown>): readonly string[] {
  if (error === undefined || error.type === FROM_MAIN || parsed.ok) return toSentences(error);
  return [...new Set(parsed.problems.map(problemSentence))].slice(0, SHOWN_PROBLEMS);
}

/** The fields whose errors are told from their whole text. */
export const PARSED_FIELDS = ['sequence', 'closeSequence', 'options', 'command', 'user', 'identityFile'] as const;

/** What to write under a field: nothing, or a sentence for everything that is wrong with its text. */
export function fieldErrors(
  errors: FieldErrors<FormValues>,
  field: FieldName,
  values: Pick<FormValues, (typeof PARSED_FIELDS)[number]>,
): readonly string[] {
  switch (field) {
    case 'sequence':
      return parsedSentences(errors.sequence, parseSequence(values.sequence));
    case 'closeSequence':
      return parsedSentences(errors.closeSequence, parseOptionalSequence(values.closeSequence));
    case 'options':
      return parsedSentences(errors.options, parseSshOptions(values.options));
    case 'command':
      return parsedSentences(errors.command, checkCommand(values));
    case 'oneTime':
      // What it can be is made or checked where it is chosen.
      return [];
    default:
      return toSentences(errors[field]);
  }
}
