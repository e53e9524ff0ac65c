import type { TFunction } from 'i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import type { Outcome, RunState } from '../../../shared/model/run.ts';
import { assertNever } from '../../../shared/result.ts';
import { formatClock, formatDuration, problemSentence } from '../../i18n.ts';

export type Tone = 'calm' | 'busy' | 'good' | 'bad';
/** What the drawn door does. */
export type DoorPose = 'shut' | 'knocking' | 'looking' | 'open';

/** A run in words and as a picture. `title` and `text` are read aloud; `untilMs` (since 1970) asks for a countdown. */
export interface Status {
  readonly tone: Tone;
  readonly door: DoorPose;
  readonly title: string;
  readonly text: string;
  readonly untilMs: number | null;
  /** What would make it quicker. */
  readonly advice?: string;
}

const quiet = { text: '', untilMs: null } as const;

/** What to say of a profile that was not knocked yet. */
export function readyStatus(t: TFunction, profile: ProfileSummary): Status {
  const text = !profile.check
    ? t('run.readyHintUnchecked')
    : profile.client === 'none'
      ? t('run.readyHintKnock')
      : t('run.readyHint');
  return { tone: 'calm', door: 'shut', title: t('run.ready'), text, untilMs: null };
}

/** What to say when it is known that the door, which a run opened, is shut again. */
export function shutAgain(t: TFunction, status: Status): Status {
  return { ...status, tone: 'calm', door: 'shut', title: t('run.shutAgain') };
}

/** What to say of a run. Pure: the same run gives the same words. */
export function runStatus(t: TFunction, run: RunState, profile: ProfileSummary): Status {
  const { phase } = run;
  const attempt =
    run.maxAttempts > 1 && phase.phase !== 'resolving' && phase.phase !== 'looking'
      ? t('run.attempt', { attempt: run.attempt, max: run.maxAttempts })
      : '';
  switch (phase.phase) {
    case 'resolving':
      return { ...quiet, tone: 'busy', door: 'shut', title: t('run.resolving', { host: profile.host }) };
    case 'queued':
      return { ...quiet, tone: 'busy', door: 'shut', title: t('run.queued') };
    case 'looking':
      return { ...quiet, tone: 'busy', door: 'looking', title: t('run.looking') };
    case 'waiting': {
      const title = phase.reason === 'retry' ? t('run.waitingRetry') : t('run.waitingUnfinished');
      // knockd can be made to forget an attempt by knocking; a server of an unknown kind has to be waited for.
      const slow = phase.reason === 'retry' && profile.serverKind === 'other';
      const advice = slow ? { advice: t('run.knockdIsQuick') } : {};
      return { tone: 'busy', door: 'shut', title, text: attempt, untilMs: phase.untilMs, ...advice };
    }
    case 'knocking': {
      const step = { index: Math.max(1, phase.index), of: phase.of };
      const title = phase.flush ? t('run.flushing', step) : t('run.knocking', step);
      return { tone: 'busy', door: 'knocking', title, text: attempt, untilMs: null };
    }
    case 'checking': {
      const title = run.action === 'close' ? t('run.checkingClosed') : t('run.checking');
      return { tone: 'busy', door: 'looking', title, text: attempt, untilMs: null };
    }
    case 'done':
      return { ...outcomeStatus(t, run, phase.outcome, profile), untilMs: null };
    default:
      return assertNever(phase);
  }
}

function outcomeStatus(
  t: TFunction,
  { startedAt }: RunState,
  outcome: Outcome,
  profile: ProfileSummary,
): Omit<Status, 'untilMs'> {
  switch (outcome.result) {
    case 'open': {
      // Nobody tells when a door shuts again: the moment it was seen open says how much that still means.
      const seen = { duration: formatDuration(outcome.ms), time: formatClock(startedAt + outcome.ms) };
      const how = outcome.alreadyOpen
        ? { title: t('run.alreadyOpen'), text: t('run.alreadyOpenHint') }
        : { title: t('run.open'), text: t('run.openAfter', seen) };
      return { tone: 'good', door: 'open', ...how, ...(outcome.mute && { text: t('run.mute') }) };
    }
    case 'sent': {
      const text = t('run.sentHint', { duration: formatDuration(outcome.ms) });
      return { tone: 'good', door: 'shut', title: t('run.sent'), text };
    }
    case 'closed': {
      const duration = formatDuration(outcome.ms);
      const text = outcome.verified ? t('run.closedVerified', { duration }) : t('run.closedUnverified', { duration });
      return { tone: 'good', door: 'shut', title: outcome.verified ? t('run.closed') : t('run.sent'), text };
    }
    case 'still-open': {
      const text = t('run.stillOpenHint', { count: outcome.attempts });
      return { tone: 'bad', door: 'open', title: t('run.stillOpen'), text };
    }
    case 'not-open': {
      const facts = { port: profile.doorPort, count: outcome.attempts };
      const text = outcome.door === 'silent' ? t('notOpen.silent', facts) : t('notOpen.refused', facts);
      return { tone: 'bad', door: 'shut', title: t('notOpen.title'), text };
    }
    case 'cancelled':
      return { tone: 'calm', door: 'shut', title: t('run.cancelled'), text: t('run.cancelledHint') };
    case 'failed':
      return { tone: 'bad', door: 'shut', title: t('run.failed'), text: problemSentence(outcome.problem) };
    default:
      return assertNever(outcome);
  }
}
