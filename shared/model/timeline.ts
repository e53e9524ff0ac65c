import * as v from 'valibot';

/** What a run does from one moment until the next stage begins. `knocking`: packets leave. */
export const STAGES = ['resolving', 'queued', 'looking', 'waiting', 'knocking', 'checking'] as const;
export type Stage = (typeof STAGES)[number];

/** More than any run of the policy's own makes; what comes beyond is left out, but for the end. */
export const MAX_MARKS = 700;

/** A moment in ms since the run began. */
const MomentSchema = v.pipe(v.number(), v.minValue(0));
const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One thing that happened in a run. There is no port in it: ports are the secret. */
export const MarkSchema = v.variant('kind', [
  v.object({ kind: v.literal('stage'), ms: MomentSchema, stage: v.picklist(STAGES) }),
  /** An attempt begins, from 1, towards an address of this family. */
  v.object({ kind: v.literal('attempt'), ms: MomentSchema, attempt: CountSchema, family: v.picklist([4, 6]) }),
  /** A packet left: knock `index` (from 1) of `of`, of the sequence or of the flush before a retry. */
  v.object({
    kind: v.literal('knock'),
    ms: MomentSchema,
    index: CountSchema,
    of: CountSchema,
    flush: v.boolean(),
    protocol: v.picklist(['tcp', 'udp']),
  }),
  /** A check attempt: a connect to the door left. */
  v.object({ kind: v.literal('probe'), ms: MomentSchema }),
  /** The first connect to the door that succeeded. */
  v.object({ kind: v.literal('open'), ms: MomentSchema }),
  /** The run is over; after `open`, the time between was spent listening to the server's greeting. */
  v.object({ kind: v.literal('end'), ms: MomentSchema }),
]);

export type Mark = Readonly<v.InferOutput<typeof MarkSchema>>;

/** What happened so far in the newest run of a profile, in order. */
export interface Timeline {
  readonly runId: string;
  readonly profileId: string;
  readonly marks: readonly Mark[];
}
