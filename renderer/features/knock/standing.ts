import type { TFunction } from 'i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import type { Outcome, RunState } from '../../../shared/model/run.ts';
import { outcomeLine } from './outcome-line.ts';
import { runStatus } from './status.ts';

/** How a server stands after its newest run, in one word. */
export type Standing =
  | 'none'
  | 'running'
  | 'open'
  | 'sent'
  | 'closed'
  | 'notOpen'
  | 'stillOpen'
  | 'cancelled'
  | 'failed';

/** How a profile stands by its newest run; `undefined`: it had none. */
export function standingOf(run: RunState | undefined): Standing {
  if (run === undefined) return 'none';
  return run.phase.phase === 'done' ? outcomeStanding(run.phase.outcome) : 'running';
}

/** The same for a run that is over. */
export function outcomeStanding(outcome: Outcome): Standing {
  switch (outcome.result) {
    case 'not-open':
      return 'notOpen';
    case 'still-open':
      return 'stillOpen';
    case 'closed':
      return outcome.verified ? 'closed' : 'sent';
    default:
      return outcome.result;
  }
}

/** How a server stands, in one line; what went wrong in its whole sentence. */
export function standingLine(t: TFunction, run: RunState | undefined, profile: ProfileSummary): string {
  if (run === undefined) return t('line.none');
  const { phase } = run;
  if (phase.phase === 'queued') return t('line.queued');
  if (phase.phase !== 'done') return runStatus(t, run, profile).title;
  return outcomeLine(t, phase.outcome, () => t('line.notOpen', { why: runStatus(t, run, profile).text }));
}

/** How several servers stand together: a title such as "3 of 5 open", and the rest in numbers. */
export interface Summary {
  readonly title: string;
  readonly text: string;
  readonly tone: 'calm' | 'good' | 'bad';
}

/** In the order in which they are told. */
const TOLD = ['running', 'open', 'sent', 'closed', 'notOpen', 'stillOpen', 'failed', 'cancelled', 'none'] as const;

/** Says only numbers, so that it is not read aloud again with every single knock. */
export function summarise(t: TFunction, standings: readonly Standing[]): Summary {
  const of = standings.length;
  const count = (kind: Standing) => standings.filter((standing) => standing === kind).length;
  if (count('none') === of) return { title: t('many.ready'), text: t('many.readyHint'), tone: 'calm' };

  const head = headOf(count);
  const title = {
    open: t('many.summaryOpen', { count: count('open'), of }),
    closed: t('many.summaryClosed', { count: count('closed'), of }),
    sent: t('many.summarySent', { count: count('sent'), of }),
  }[head];
  const text = TOLD.filter((kind) => kind !== head && count(kind) > 0)
    .map((kind) => t(`many.${kind}`, { count: count(kind) }))
    .join(', ');
  const allBad = count('notOpen') + count('stillOpen') + count('failed') === of;
  return { title, text, tone: count(head) === of ? 'good' : allBad ? 'bad' : 'calm' };
}

/** What the title counts: open doors, unless nothing but closing or unchecked knocks succeeded. */
function headOf(count: (kind: Standing) => number): 'open' | 'closed' | 'sent' {
  if (count('open') > 0) return 'open';
  if (count('closed') > 0 || count('stillOpen') > 0) return 'closed';
  return count('sent') > 0 && count('notOpen') === 0 ? 'sent' : 'open';
}
