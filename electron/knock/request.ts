import { literalFamily } from '../../shared/model/host.ts';
import { knockedHost } from '../../shared/model/launch.ts';
import type { OneTime } from '../../shared/model/one-time.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Outcome, RunAction, RunPhase } from '../../shared/model/run.ts';
import type { Protocol, Sequence } from '../../shared/model/sequence.ts';
import { CHECK_MS, UNCHECKED_DELAY_MS } from './policy.ts';

/** Everything one run needs to know about a server, whether it comes from a profile or from the command line. */
export interface RunRequest {
  readonly host: string;
  readonly family: Profile['family'];
  /** The sequence to send, and the other one of the pair (which a flush must not start). */
  readonly steps: Sequence;
  readonly otherSteps: Sequence;
  readonly gapMs: number;
  readonly holdMs: number;
  readonly mode: Profile['connectMode'];
  readonly source: string;
  readonly serverKind: Profile['serverKind'];
  readonly seqTimeoutS: number | null;
  readonly door: {
    readonly port: number;
    readonly check: boolean;
    /** Whether to look before knocking: a door that is open needs no knock, unless its time is to begin again. */
    readonly look: boolean;
    /** An ssh server greets with its version; for anything else a connect is enough. */
    readonly ssh: boolean;
    /** How long to watch after the last knock, at least (ms). */
    readonly watchMs: number;
    /** Whether the door was ever seen open. */
    readonly everOpened: boolean;
  };
  /** With the check off, how long after the last knock the run is done (ms): time for the server to open. */
  readonly settleMs: number;
  /** How many retries at most; `null`: as many as the policy allows. */
  readonly retries: number | null;
  /** A list to knock from in the place of `steps`; see one-time.ts. */
  readonly oneTime?: OneTime | undefined;
}

/** What happens during a run, as it happens. Times are on the engine's clock (ms). */
export type RunEvent =
  | { readonly type: 'phase'; readonly phase: Exclude<RunPhase, { phase: 'done' }> }
  | { readonly type: 'address'; readonly address: string; readonly family: 4 | 6 }
  | { readonly type: 'attempt'; readonly attempt: number; readonly maxAttempts: number }
  /** A packet left. `index` counts from 0 within the flush or the sequence. */
  | {
      readonly type: 'sent';
      readonly index: number;
      readonly of: number;
      readonly flush: boolean;
      readonly port: number;
      readonly protocol: Protocol;
      readonly atMs: number;
    }
  /** A connect to the door left, to see whether it is open. For the picture of the run: nobody else is told of each. */
  | { readonly type: 'probe'; readonly atMs: number }
  | { readonly type: 'done'; readonly outcome: Outcome };

export const SSH_PORT = 22;

/** The run that a profile asks for. */
export function requestOf(profile: Profile, action: RunAction): RunRequest {
  const closing = action === 'close';
  const request: RunRequest = {
    host: knockedHost(profile),
    family: profile.family,
    steps: closing ? profile.closeSequence : profile.sequence,
    otherSteps: closing ? profile.sequence : profile.closeSequence,
    gapMs: profile.gapMs,
    holdMs: profile.holdMs,
    mode: profile.connectMode,
    source: profile.source,
    serverKind: profile.serverKind,
    seqTimeoutS: profile.seqTimeoutS,
    door: {
      port: profile.door.port,
      check: profile.door.check,
      look: action !== 'refresh',
      ssh: profile.launch.client === 'ssh' || profile.door.port === SSH_PORT,
      watchMs: CHECK_MS,
      everOpened: profile.doorSeenAt !== null,
    },
    settleMs: UNCHECKED_DELAY_MS,
    retries: null,
  };
  return closing || profile.oneTime === null ? request : oneTimeRequest(request, profile.oneTime);
}

/**
 * Only knockd has such lists. A line is used up by an opening and by nothing else, so that the door has to be seen shut
 * before and open after. Over IPv6 knockd 0.8 never learns the second line: a name with both families is knocked over IPv4.
 */
function oneTimeRequest(request: RunRequest, oneTime: OneTime): RunRequest {
  const family = request.family === 'automatic' && literalFamily(request.host) !== 6 ? 'ipv4' : request.family;
  const door = { ...request.door, check: true, look: true };
  return { ...request, oneTime, family, door, serverKind: 'knockd' };
}
