import type { RunRequest } from '../knock/request.ts';
import type { KnockOptions } from './knock-request.ts';
import { output } from './output.ts';
import type { Report } from './reporter.ts';

/** Whether a person follows the run: at a terminal, or word by word. A script is told of failures only. */
export function isFollowed({ json, verbose }: Pick<KnockOptions, 'json' | 'verbose'>): boolean {
  return !json && (verbose === true || output('stderr').isTTY);
}

/**
 * A report that says once, when a retry has to wait until the server has forgotten the last attempt, that a knockd's
 * need not: `--server knockd` makes up to 26 s less than one.
 *
 * @param say how; called at most once
 */
export function withKnockdHint(report: Report, { serverKind }: RunRequest, say: () => unknown): Report {
  if (serverKind === 'knockd') return report;
  let said = false;
  return (event) => {
    if (!said && event.type === 'phase' && event.phase.phase === 'waiting' && event.phase.reason === 'retry') {
      said = true;
      say();
    }
    report(event);
  };
}
