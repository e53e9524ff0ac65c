import type { TFunction } from 'i18next';
import type { Outcome } from '../../../shared/model/run.ts';
import { assertNever } from '../../../shared/result.ts';
import { formatDuration, problemSentence } from '../../i18n.ts';

/**
 * How a run ended, in a line.
 *
 * @param notOpen what is said of a door that stayed shut: there is more to tell of a run that is still on screen
 */
export function outcomeLine(t: TFunction, outcome: Outcome, notOpen: () => string): string {
  switch (outcome.result) {
    case 'open':
      return outcome.alreadyOpen
        ? t('line.alreadyOpen')
        : t('line.openAfter', { duration: formatDuration(outcome.ms) });
    case 'sent':
      return t('line.sent');
    case 'closed':
      return outcome.verified ? t('line.closed', { duration: formatDuration(outcome.ms) }) : t('line.sent');
    case 'still-open':
      return t('line.stillOpen');
    case 'not-open':
      return notOpen();
    case 'cancelled':
      return t('run.cancelled');
    case 'failed':
      return problemSentence(outcome.problem);
    default:
      return assertNever(outcome);
  }
}
