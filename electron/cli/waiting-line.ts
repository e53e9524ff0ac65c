import type { RunPhase } from '../../shared/model/run.ts';
import type { Language } from '../../shared/text/en.ts';
import { phaseLines, type Report } from './reporter.ts';
import type { StatusLine } from './status-line.ts';

/** The phases that may take longer than a person believes in a program that says nothing: up to 26 s. */
type Wait = Extract<RunPhase, { phase: 'waiting' | 'queued' }>;

/**
 * For who is told of failures only: the same, with a line at the terminal for as long as the run waits, its seconds
 * counted down. It is gone before anything else is said.
 *
 * @param line,language made or loaded when there is something to wait for, which most runs have not
 */
export function withWaitingLine(
  report: Report,
  line: () => StatusLine,
  language: () => Language | Promise<Language>,
): Report {
  let made: StatusLine | undefined;
  let wait: Wait | null = null;
  let second: NodeJS.Timeout | undefined;
  const draw = async () => {
    const text = await language();
    // Meanwhile it may be over.
    if (wait !== null) made?.show(phaseLines(wait, text).join());
  };
  return (event) => {
    if (event.type === 'phase' || event.type === 'done') {
      clearInterval(second);
      wait = event.type === 'phase' && isWait(event.phase) ? event.phase : null;
      if (wait === null) made?.clear();
      else {
        made ??= line();
        void draw();
        second = setInterval(draw, 1000);
      }
    }
    report(event);
  };
}

function isWait(phase: RunPhase): phase is Wait {
  return phase.phase === 'waiting' || phase.phase === 'queued';
}
