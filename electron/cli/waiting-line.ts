import type { RunPhase } from '../../shared/model/run.ts';
import type { Language } from '../../shared/text/en.ts';
import { phaseLines, type Report } from './reporter.ts';
import type { StatusLine } from './status-line.ts';

/** The phases that may take longer than a person believes in a program that says nothing: up to 26 s. */
type Wait = Extract<RunPhase, { phase: 'waiting' | 'queued' }>;

/** A report that counts down at the terminal. */
export interface WaitingLine {
  readonly report: Report;
  /** Takes the line away for good: nothing more is heard of the run, and its end is to be told. */
  readonly stop: () => void;
}

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
): WaitingLine {
  let made: StatusLine | undefined;
  let wait: Wait | null = null;
  let second: NodeJS.Timeout | undefined;
  const draw = async () => {
    const text = await language();
    // Meanwhile it may be over.
    if (wait !== null) made?.show(phaseLines(wait, text).join());
  };
  const stop = () => {
    clearInterval(second);
    wait = null;
    made?.clear();
  };
  const begin = (phase: Wait) => {
    clearInterval(second);
    wait = phase;
    made ??= line();
    void draw();
    second = setInterval(draw, 1000);
  };
  return {
    stop,
    report: (event) => {
      if (event.type === 'phase' && isWait(event.phase)) begin(event.phase);
      else if (event.type === 'phase' || event.type === 'done') stop();
      report(event);
    },
  };
}

function isWait(phase: RunPhase): phase is Wait {
  return phase.phase === 'waiting' || phase.phase === 'queued';
}
