import type { TFunction } from 'i18next';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import { assertNever } from '../../../shared/result.ts';
import { formatDuration, problemSentence } from '../../i18n.ts';

/** How a run of the history ended, in a line. */
export function entryLine(t: TFunction, { outcome }: HistoryEntry): string {
  switch (outcome.result) {
    case 'open':
      return outcome.alreadyOpen
        ? t('line.alreadyOpen')
        : t('line.openAfter', { duration: formatDuration(outcome.ms) });
    case 'closed':
      return outcome.verified ? t('line.closed', { duration: formatDuration(outcome.ms) }) : t('line.sent');
    case 'sent':
      return t('line.sent');
    case 'still-open':
      return t('line.stillOpen');
    case 'not-open':
      return t('list.notOpen');
    case 'cancelled':
      return t('run.cancelled');
    case 'failed':
      return problemSentence(outcome.problem);
    default:
      return assertNever(outcome);
  }
}
