import type { RunState } from '../../shared/model/run.ts';
import { MAX_MARKS, type Mark, type Timeline } from '../../shared/model/timeline.ts';
import type { RunEvent } from '../knock/request.ts';

export interface RecorderDeps {
  /** The engine's clock (ms), by which packets are timed. */
  readonly now: () => number;
  /** The watched profile's newest run went on; `null`: it has none, or nothing is watched. */
  readonly onTimeline: (timeline: Timeline | null) => void;
  /** A run is over; `run` is as it then stands. */
  readonly onOver: (run: RunState, marks: readonly Mark[]) => void;
}

interface Recording extends Timeline {
  /** On the engine's clock. */
  readonly began: number;
}

/** Turns the events of runs into marks in ms, and shows those of the one profile that somebody looks at. */
export class RunRecorder {
  readonly #deps: RecorderDeps;
  /** The newest run of each profile. */
  readonly #recordings = new Map<string, Recording>();
  #watched: string | null = null;

  constructor(deps: RecorderDeps) {
    this.#deps = deps;
  }

  /** Whose runs the page shows now; a thousand others go on unseen. */
  watch(profileId: string | null): void {
    this.#watched = profileId;
    this.#show();
  }

  /** Notes an event; `run` is as the event left it. */
  hear(run: RunState, event: RunEvent): void {
    const known = this.#recordings.get(run.profileId);
    const recording = known?.runId === run.runId ? known : this.#begin(run, event);
    const marks = bounded([...recording.marks, ...marksOf(run, event, this.#moment(recording, event))]);
    this.#recordings.set(run.profileId, { ...recording, marks });
    if (run.profileId === this.#watched) this.#show();
    if (event.type === 'done') this.#deps.onOver(run, marks);
  }

  #begin({ runId, profileId }: RunState, event: RunEvent): Recording {
    return { runId, profileId, marks: [], began: momentOf(event) ?? this.#deps.now() };
  }

  #moment({ began }: Recording, event: RunEvent): number {
    const at = momentOf(event) ?? this.#deps.now();
    // A tenth of a millisecond is what a packet's moment is good for.
    return Math.max(0, Math.round((at - began) * 10) / 10);
  }

  #show(): void {
    const recording = this.#watched === null ? undefined : this.#recordings.get(this.#watched);
    this.#deps.onTimeline(recording === undefined ? null : shown(recording));
  }
}

function shown({ runId, profileId, marks }: Recording): Timeline {
  return { runId, profileId, marks };
}

/** When a packet left, by the engine's clock. */
function momentOf(event: RunEvent): number | null {
  return event.type === 'sent' || event.type === 'probe' ? event.atMs : null;
}

/** What an event adds to the timeline. */
function marksOf(run: RunState, event: RunEvent, ms: number): readonly Mark[] {
  switch (event.type) {
    case 'phase':
      return [{ kind: 'stage', ms, stage: event.phase.phase }];
    case 'attempt':
      return [];
    case 'address':
      return [{ kind: 'attempt', ms, attempt: run.attempt, family: event.family }];
    case 'sent': {
      const { index, of, flush, protocol } = event;
      return [{ kind: 'knock', ms, index: index + 1, of, flush, protocol }];
    }
    case 'probe':
      return [{ kind: 'probe', ms }];
    case 'done': {
      const end: Mark = { kind: 'end', ms };
      // Seen open earlier than the run was over: what follows is the greeting.
      if (event.outcome.result !== 'open') return [end];
      return [{ kind: 'open', ms: Math.min(ms, Math.round(event.outcome.ms * 10) / 10) }, end];
    }
  }
}

function bounded(marks: readonly Mark[]): readonly Mark[] {
  const isLast = ({ kind }: Mark) => kind === 'open' || kind === 'end';
  return marks.length <= MAX_MARKS
    ? marks
    : [...marks.slice(0, MAX_MARKS - 2), ...marks.slice(MAX_MARKS - 2).filter(isLast)];
}
