import type { Problem } from '../result.ts';

/** What a person asks for. `connect`: knock, then launch · `knock`: knock only · `close`: the close sequence. */
export const RUN_ACTIONS = ['knock', 'connect', 'close'] as const;
export type AskedAction = (typeof RUN_ACTIONS)[number];
/** `refresh`: knock although the door may be open, so that the server's own time for it begins again (keep open). */
export type RunAction = AskedAction | 'refresh';

/** What the last look at the door saw. `silent`: no answer at all (DROP) · `refused`: answered with a RST or an ICMP error (REJECT, or nothing listens). */
export type DoorState = 'silent' | 'refused';

/** How a run ended. Times are ms since the run started. */
export type Outcome =
  | {
      readonly result: 'open';
      readonly ms: number;
      /** No knock was needed: the door stood open at the first look. */
      readonly alreadyOpen: boolean;
      /** The server's first line, where the door is an ssh one and it spoke. */
      readonly banner: string | null;
      /** The server closed or stayed mute where an ssh banner was due (for example "Exceeded MaxStartups"). */
      readonly mute: boolean;
    }
  /** Knocks left; nobody looked at the door (check off). */
  | { readonly result: 'sent'; readonly ms: number }
  /** The close sequence was sent; `verified`: the door was seen shut afterwards. */
  | { readonly result: 'closed'; readonly ms: number; readonly verified: boolean }
  | { readonly result: 'still-open'; readonly attempts: number }
  | { readonly result: 'not-open'; readonly door: DoorState; readonly attempts: number; readonly everOpened: boolean }
  | { readonly result: 'cancelled' }
  | { readonly result: 'failed'; readonly problem: Problem };

/** Where a run is. `untilMs` is a time since 1970. */
export type RunPhase =
  | { readonly phase: 'resolving' }
  /** Another run to the same server goes first: two sequences must never interleave. */
  | { readonly phase: 'queued' }
  | { readonly phase: 'looking' }
  | { readonly phase: 'waiting'; readonly reason: 'unfinished-attempt' | 'retry'; readonly untilMs: number }
  | { readonly phase: 'knocking'; readonly index: number; readonly of: number; readonly flush: boolean }
  | { readonly phase: 'checking' }
  | { readonly phase: 'done'; readonly outcome: Outcome };

/** What became of the launch of a `connect` run. `client` is a name to show, such as `GNOME Terminal`. */
export type LaunchState =
  | { readonly state: 'none' }
  | { readonly state: 'starting' }
  | { readonly state: 'started'; readonly client: string }
  | { readonly state: 'failed'; readonly problem: Problem };

/** One run as the page shows it: the newest of its profile. */
export interface RunState {
  readonly runId: string;
  readonly profileId: string;
  readonly action: RunAction;
  /** ms since 1970 */
  readonly startedAt: number;
  readonly address: string | null;
  /** From 1; `maxAttempts` is how many there will be at most. */
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly phase: RunPhase;
  readonly launch: LaunchState;
}

/** Whether nothing more will happen: the run has ended, and its session has started or failed to. */
export function isOver(run: RunState): boolean {
  return run.phase.phase === 'done' && run.launch.state !== 'starting';
}
