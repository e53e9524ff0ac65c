import type { ProfileSummary } from '../../shared/model/profile.ts';
import { isOver, type RunState } from '../../shared/model/run.ts';
import type { Settings } from '../../shared/model/settings.ts';
import { assertNever, type Problem } from '../../shared/result.ts';
import type { Language } from '../../shared/text/en.ts';
import { oneLine } from '../../shared/text/one-line.ts';
import { fill, sentence } from '../../shared/text/sentence.ts';
import { short } from '../../shared/text/short.ts';

/** What a notification says. Never a port of a sequence: it is shown on locked screens too. */
export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

/** What is told of a run that has ended; `null`: nothing. A knock that keeps a door open is told of only when it failed. */
export function notificationText(
  run: RunState,
  profile: ProfileSummary,
  quiet: Settings['notifications'],
  language: Language,
): NotificationText | null {
  const told = isOver(run) && quiet !== 'none' ? tell(run, language) : null;
  if (told === null || (!told.failed && (quiet === 'failures' || run.action === 'refresh'))) return null;
  // Linux desktops read the body as markup.
  const body = process.platform === 'linux' ? told.body.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : told.body;
  return { title: fill(told.title, { name: short(profile.name, 60) }), body: oneLine(body) };
}

interface Told extends NotificationText {
  readonly failed: boolean;
}

function tell({ phase, launch }: RunState, language: Language): Told | null {
  const { notification: text } = language.desktop;
  if (phase.phase !== 'done') return null;
  const { outcome } = phase;
  const because = (problem: Problem) => sentence(language, problem);
  switch (outcome.result) {
    case 'open':
    case 'sent': {
      if (launch.state === 'failed') return { title: text.unlaunched, body: because(launch.problem), failed: true };
      const body = launch.state === 'started' ? fill(text.started, { client: launch.client }) : '';
      const title = outcome.result === 'sent' ? text.sent : text.open;
      return { title, body, failed: false };
    }
    case 'closed':
      return { title: text.closed, body: outcome.verified ? text.verified : text.unverified, failed: false };
    case 'still-open':
      return { title: text.stillOpen, body: text.stillOpenHint, failed: true };
    case 'not-open':
      return {
        title: text.notOpen,
        body: outcome.door === 'silent' ? text.silent : text.refused,
        failed: true,
      };
    case 'failed':
      return { title: text.notOpen, body: because(outcome.problem), failed: true };
    case 'cancelled':
      return null;
    default:
      return assertNever(outcome);
  }
}
