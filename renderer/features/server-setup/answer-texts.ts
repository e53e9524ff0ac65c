import type * as v from 'valibot';
import {
  firstAnswers,
  type SetupAnswers,
  type SetupAnswersSchema,
} from '../../../shared/formats/server-setup/answers.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { isProblemCode } from '../../../shared/result.ts';
import { problemSentence } from '../../i18n.ts';

/** The answers as they stand in the fields. */
export type AnswerTexts = {
  readonly [K in keyof SetupAnswers]: SetupAnswers[K] extends boolean ? boolean : string;
};

/** What is wrong, by field. */
export type AnswerErrors = { readonly [K in keyof SetupAnswers]?: string };

/** What the form begins with. */
export function firstTexts(profile: Profile): AnswerTexts {
  const answers = firstAnswers(profile);
  return { ...answers, servicePort: String(answers.servicePort), openSeconds: String(answers.openSeconds) };
}

/** For the schema, which says what is no answer. */
export function readAnswers(texts: AnswerTexts): unknown {
  const number = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);
  const openSeconds = texts.closing === 'timed' ? number(texts.openSeconds) : 30;
  return { ...texts, servicePort: number(texts.servicePort), openSeconds };
}

/** A sentence for each field that is wrong: of several about one field, the first. */
export function answerErrors(issues: readonly v.InferIssue<typeof SetupAnswersSchema>[]): AnswerErrors {
  const found = issues.map(({ path, message }) => {
    const sentence = problemSentence(isProblemCode(message) ? { code: message } : { code: 'value-unknown' });
    return [String(path?.[0]?.key), sentence] as const;
  });
  return Object.fromEntries(found.toReversed());
}
