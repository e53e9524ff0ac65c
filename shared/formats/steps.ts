/** What is being gone through: files of a folder, lines of a text, servers in it, and what would become of them. */
export const IMPORT_STAGES = ['files', 'lines', 'servers', 'comparing', 'saving'] as const;
export type ImportStage = (typeof IMPORT_STAGES)[number];

/** How far an import is, in the things of its stage. */
export interface ImportProgress {
  readonly stage: ImportStage;
  readonly done: number;
  readonly total: number;
}

/**
 * Long work that stops for breath: every now and then it says how far it is, and goes on when it is asked to. Whoever
 * drives it may do something else in between, or never ask again.
 */
export type Steps<T> = Generator<ImportProgress, T, void>;

/** Things between two breaths: far less than a frame's worth. */
const PIECE = 64;

/**
 * To be called for each of `total` things with how many are done: a breath for every 64th.
 *
 * @param at what is counted, where it is not the same: lines of a file within another one
 */
export function* breath(stage: ImportStage, done: number, total: number, at = done): Steps<void> {
  if (at % PIECE === 0) yield { stage, done, total };
}

/** Work that is one of many things, such as one file: how far it is with itself is not worth telling. */
export function* within<T>(steps: Steps<T>, progress: ImportProgress): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield progress;
  }
}

/** Does it all at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
