import type { Outcome, RunAction } from './run.ts';

/** How many runs the history keeps, to choose from; 0: none. */
export const HISTORY_LENGTHS = [0, 100, 500, 2000] as const;

/** A run that is over. Its marks are asked for one by one; the ports it knocked on are nowhere. */
export interface HistoryEntry {
  /** The run's. */
  readonly id: string;
  readonly profileId: string;
  /** The profile's at that time: it may have another since, or be gone. */
  readonly name: string;
  readonly action: RunAction;
  /** ms since 1970 */
  readonly startedAt: number;
  /** The address that was knocked last; `null`: none was found. */
  readonly address: string | null;
  readonly attempts: number;
  readonly outcome: Outcome;
}
