import type { RunAction, RunState } from '../../shared/model/run.ts';
import type { RunEvent } from './request.ts';

/** A run before its first event. */
export function initialRun(runId: string, profileId: string, action: RunAction, startedAt: number): RunState {
  return {
    runId,
    profileId,
    action,
    startedAt,
    address: null,
    attempt: 1,
    maxAttempts: 1,
    phase: { phase: 'resolving' },
    launch: { state: 'none' },
  };
}

/** The run after one event. Ports stay out of it: they are the secret. */
export function nextRun(run: RunState, event: RunEvent): RunState {
  switch (event.type) {
    case 'phase':
      return { ...run, phase: event.phase };
    case 'address':
      return { ...run, address: event.address };
    case 'attempt':
      return { ...run, attempt: event.attempt, maxAttempts: event.maxAttempts };
    case 'sent': {
      const { of, flush } = event;
      return { ...run, phase: { phase: 'knocking', index: event.index + 1, of, flush } };
    }
    case 'probe':
      return run;
    case 'done':
      return { ...run, phase: { phase: 'done', outcome: event.outcome } };
  }
}
