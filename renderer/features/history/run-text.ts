import type { TFunction } from 'i18next';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import type { Outcome } from '../../../shared/model/run.ts';
import type { Mark } from '../../../shared/model/timeline.ts';
import { formatExactClock, formatWhen, problemSentence } from '../../i18n.ts';
import { itemsOf, pictureOf } from '../timeline/picture.ts';
import { itemWords, story } from '../timeline/words.ts';

/**
 * A run as text, to be laid beside a server's log or put into a letter: what happened in a sentence, why where it failed,
 * then each thing at its time of day. Neither its ports nor the host are in it; the server's address is.
 */
export function runText(t: TFunction, entry: HistoryEntry, marks: readonly Mark[]): string {
  const facts = [formatWhen(entry.startedAt), t(`history.actions.${entry.action}`)];
  const last = marks.at(-1)?.ms ?? 0;
  return [
    [entry.name, ...facts, ...(entry.address === null ? [] : [entry.address])].join(' · '),
    story(t, marks, entry.outcome),
    ...whyFailed(entry.outcome),
    ...itemsOf(pictureOf(marks, last)).map(
      (item) => `${formatExactClock(entry.startedAt + item.from)}  ${itemWords(t, item)}`,
    ),
    '',
  ].join('\n');
}

/** The reason that the list of runs shows, with the host left out. */
function whyFailed(outcome: Outcome): readonly string[] {
  if (outcome.result !== 'failed') return [];
  const { code, params } = outcome.problem;
  return [problemSentence({ code, params: { ...params, ...(params?.['host'] !== undefined && { host: '…' }) } })];
}
