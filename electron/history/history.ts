import type { HistoryEntry } from '../../shared/model/history.ts';
import type { Outcome, RunState } from '../../shared/model/run.ts';
import type { Timeline } from '../../shared/model/timeline.ts';
import { type HistoryDataFile, type HistoryDeps, HistoryStore } from './history-store.ts';
import { RunRecorder } from './recorder.ts';

export interface RunHistoryDeps extends HistoryDeps {
  readonly file: HistoryDataFile;
  readonly onTimeline: (timeline: Timeline | null) => void;
  /** A saved profile's name; `null`: there is none, as for an editor's try, which is not kept. */
  readonly nameOf: (profileId: string) => string | null;
  /** The engine's clock (ms). */
  readonly now: () => number;
}

/** What happens in a run, as it happens and afterwards. */
export interface RunHistory {
  readonly recorder: RunRecorder;
  readonly store: HistoryStore;
}

/**
 * The history, put together: what is recorded of a run is stored once the run is over. A profile that has gone
 * meanwhile leaves none.
 */
export function createHistory({ file, onTimeline, nameOf, now, ...deps }: RunHistoryDeps): RunHistory {
  const store = new HistoryStore(file, deps);
  const recorder = new RunRecorder({
    now,
    onTimeline,
    onOver: (run, marks) => {
      const name = nameOf(run.profileId);
      if (name !== null && run.phase.phase === 'done') store.add(entryOf(run, name, run.phase.outcome), marks);
    },
  });
  return { recorder, store };
}

function entryOf(run: RunState, name: string, outcome: Outcome): HistoryEntry {
  const { runId, profileId, action, startedAt, address, attempt } = run;
  return { id: runId, profileId, name, action, startedAt, address, attempts: attempt, outcome: kept(outcome) };
}

/** A system's own words about an error can hold anything, a port included: only its code is kept. */
function kept(outcome: Outcome): Outcome {
  if (outcome.result !== 'failed') return outcome;
  const { code, params } = outcome.problem;
  const reason = params?.['reason'];
  if (reason === undefined || /^[A-Z][A-Z_]+$/.test(String(reason))) return outcome;
  return { ...outcome, problem: { code, params: { ...params, reason: '…' } } };
}
