import type { TFunction } from 'i18next';
import type { Outcome } from '../../../shared/model/run.ts';
import type { Mark } from '../../../shared/model/timeline.ts';
import { assertNever } from '../../../shared/result.ts';
import { formatDuration, formatMoment } from '../../i18n.ts';
import { factsOf } from './facts.ts';
import type { Item } from './picture.ts';

/** An item with its exact times, as it is shown and read aloud. */
export function itemWords(t: TFunction, item: Item): string {
  const at = formatMoment(item.from);
  switch (item.kind) {
    case 'span': {
      const what = t(`timeline.stages.${item.stage}`);
      if (item.live) return t('timeline.since', { what, from: at });
      const duration = formatMoment(item.to - item.from);
      return t('timeline.span', { what, from: at, to: formatMoment(item.to), duration });
    }
    case 'knock': {
      const { index, of, flush, protocol } = item.mark;
      const step = { index, of, protocol: protocol.toUpperCase(), at };
      const left = flush ? t('timeline.flush', step) : t('timeline.knock', step);
      return item.since === null ? left : t('timeline.after', { what: left, since: formatMoment(item.since) });
    }
    case 'probe': {
      const probe = t('timeline.probe', { index: item.index, at });
      return item.since === null ? probe : t('timeline.afterKnock', { what: probe, since: formatMoment(item.since) });
    }
    case 'open':
      return item.since === null
        ? t('timeline.alreadyOpen', { at })
        : t('timeline.opened', { at, since: formatMoment(item.since) });
    case 'end':
      return t('timeline.end', { at });
    default:
      return assertNever(item);
  }
}

/** What happened, in one sentence. */
export function story(t: TFunction, marks: readonly Mark[], outcome: Outcome): string {
  const facts = factsOf(marks);
  const { count, attempts } = facts;
  const at = formatMoment(facts.end);
  const knocks = t('timeline.knocks', { count, spread: formatMoment(facts.spread) });
  switch (outcome.result) {
    case 'open': {
      if (facts.opened === null || count === 0) return t('timeline.alreadyOpen', { at: formatMoment(outcome.ms) });
      const since = formatMoment(facts.opened - facts.last);
      return attempts > 1
        ? t('timeline.storyOpenLater', { attempts, at: formatDuration(facts.opened), since })
        : t('timeline.storyOpen', { knocks, since });
    }
    case 'sent':
      return t('timeline.storySent', { knocks });
    case 'closed':
      return outcome.verified ? t('timeline.storyClosed', { knocks }) : t('timeline.storySent', { knocks });
    case 'still-open':
      return t('timeline.storyStillOpen', { count: attempts, watched: formatDuration(facts.watched) });
    case 'not-open': {
      const watched = formatDuration(facts.watched);
      return outcome.door === 'silent'
        ? t('timeline.storySilent', { count: attempts, watched })
        : t('timeline.storyRefused', { count: attempts, watched });
    }
    case 'cancelled':
      return t('timeline.storyCancelled', { count, at });
    case 'failed':
      return t('timeline.storyFailed', { count, at });
    default:
      return assertNever(outcome);
  }
}
