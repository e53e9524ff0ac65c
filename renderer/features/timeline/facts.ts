import type { Mark } from '../../../shared/model/timeline.ts';

/** What a run comes to, in numbers. */
export interface Facts {
  /** Knocks of sequences, flushes left out. */
  readonly count: number;
  readonly attempts: number;
  /** From the first to the last knock of the last attempt (ms). */
  readonly spread: number;
  /** When the last knock left. */
  readonly last: number;
  readonly opened: number | null;
  readonly end: number;
  /** How long the door was watched in all (ms). */
  readonly watched: number;
}

/** The numbers a sentence about a run is made of. */
export function factsOf(marks: readonly Mark[]): Facts {
  const knocks = marks.filter((mark) => mark.kind === 'knock' && !mark.flush);
  const newest = marks.slice(marks.findLastIndex(({ kind }) => kind === 'attempt') + 1);
  const first = newest.find((mark) => mark.kind === 'knock' && !mark.flush);
  const last = knocks.at(-1)?.ms ?? 0;
  // The check attempts are marks within the watching: it ends where something else begins.
  const turns = marks.filter(({ kind }) => kind !== 'probe');
  let watched = 0;
  for (const [at, mark] of turns.entries()) {
    if (mark.kind === 'stage' && mark.stage === 'checking') watched += (turns[at + 1]?.ms ?? mark.ms) - mark.ms;
  }
  return {
    count: knocks.length,
    attempts: Math.max(1, marks.filter(({ kind }) => kind === 'attempt').length),
    spread: first === undefined ? 0 : last - first.ms,
    last,
    opened: marks.find(({ kind }) => kind === 'open')?.ms ?? null,
    end: marks.at(-1)?.ms ?? 0,
    watched,
  };
}
