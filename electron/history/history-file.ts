import * as v from 'valibot';
import type { HistoryEntry } from '../../shared/model/history.ts';
import { MAX_MARKS, type Mark, MarkSchema } from '../../shared/model/timeline.ts';
import { isProblemCode, type ProblemCode } from '../../shared/result.ts';

const FILE_VERSION = 1;

/** A run as it is kept. */
export interface StoredRun {
  readonly entry: HistoryEntry;
  readonly marks: readonly Mark[];
}

/** What `history.json` holds: the newest run first. */
export interface HistoryFile {
  readonly version: typeof FILE_VERSION;
  readonly runs: readonly StoredRun[];
}

const TextSchema = v.pipe(v.string(), v.maxLength(300));
const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const MomentSchema = v.pipe(v.number(), v.minValue(0));

const ProblemSchema = v.object({
  code: v.custom<ProblemCode>((code) => typeof code === 'string' && isProblemCode(code)),
  params: v.exactOptional(v.record(TextSchema, v.union([TextSchema, v.number()]))),
});

const OutcomeSchema = v.variant('result', [
  v.object({
    result: v.literal('open'),
    ms: MomentSchema,
    alreadyOpen: v.boolean(),
    banner: v.nullable(TextSchema),
    mute: v.boolean(),
  }),
  v.object({ result: v.literal('sent'), ms: MomentSchema }),
  v.object({ result: v.literal('closed'), ms: MomentSchema, verified: v.boolean() }),
  v.object({ result: v.literal('still-open'), attempts: CountSchema }),
  v.object({
    result: v.literal('not-open'),
    door: v.picklist(['silent', 'refused']),
    attempts: CountSchema,
    everOpened: v.boolean(),
  }),
  v.object({ result: v.literal('cancelled') }),
  v.object({ result: v.literal('failed'), problem: ProblemSchema }),
]);

const StoredRunSchema = v.object({
  entry: v.object({
    id: TextSchema,
    profileId: TextSchema,
    name: TextSchema,
    action: v.picklist(['knock', 'connect', 'close', 'refresh']),
    startedAt: v.number(),
    address: v.nullable(TextSchema),
    attempts: CountSchema,
    outcome: OutcomeSchema,
  }),
  marks: v.pipe(v.array(MarkSchema), v.maxLength(MAX_MARKS)),
});

const FileSchema = v.object({ version: v.literal(FILE_VERSION), runs: v.array(v.unknown()) });

/** Reads the text of `history.json`; `null`: it cannot be read. A run that cannot be read costs only itself. */
export function parseHistory(text: string | null): readonly StoredRun[] | null {
  if (text === null) return [];
  const file = v.safeParse(FileSchema, parseJson(text));
  if (!file.success) return null;
  return file.output.runs.flatMap((raw) => {
    const run = v.safeParse(StoredRunSchema, raw);
    return run.success ? [run.output] : [];
  });
}

/** The file of these runs, as it is written now. */
export function historyFile(runs: readonly StoredRun[]): HistoryFile {
  return { version: FILE_VERSION, runs };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
