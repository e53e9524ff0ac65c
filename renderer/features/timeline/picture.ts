import type { Mark, Stage } from '../../../shared/model/timeline.ts';

/** Something that is drawn: a stretch of time, or a moment. Times are ms since the run began. */
export type Item =
  | {
      readonly kind: 'span';
      readonly stage: Stage | 'greeting';
      readonly from: number;
      readonly to: number;
      /** It goes on: `to` is now. */
      readonly live: boolean;
    }
  | {
      readonly kind: 'knock';
      readonly from: number;
      readonly mark: Extract<Mark, { kind: 'knock' }>;
      /** Since the packet before it in this attempt (ms). */
      readonly since: number | null;
    }
  /** A check attempt, by number within its row; `since`: after the last knock (ms), `null` before the first. */
  | { readonly kind: 'probe'; readonly from: number; readonly index: number; readonly since: number | null }
  /** `since`: after the last packet (ms); `null`: none was needed. */
  | { readonly kind: 'open'; readonly from: number; readonly since: number | null }
  | { readonly kind: 'end'; readonly from: number };

/** One attempt, or what there is before the first. */
export interface Row {
  readonly attempt: number;
  readonly items: readonly Item[];
  readonly from: number;
  readonly to: number;
  /** How much room it takes (ms of the scale): its time, with long waits cut short. */
  readonly width: number;
}

/** A run as rows of bars and points. */
export interface Picture {
  readonly rows: readonly Row[];
  /** What the whole width stands for (ms). */
  readonly scale: number;
  /** From one line of the grid to the next (ms). */
  readonly grid: number;
}

/** A wait takes no more room than this (ms of the scale): what matters is what came before and after. */
const LONGEST_WAIT = 150;
/** The least that the width stands for (ms), so that a run of two milliseconds is not blown up. */
const LEAST_SCALE = 60;

/**
 * The picture of a run: a row for each attempt, all to one scale.
 *
 * @param now ms since the run began, where it goes on
 */
export function pictureOf(marks: readonly Mark[], now: number | null): Picture {
  const last = marks.at(-1)?.ms ?? 0;
  const end = Math.max(last, now ?? last);
  const starts = marks.flatMap((mark, at) => (mark.kind === 'attempt' ? [at] : []));
  // What comes before the first attempt (looking up, queueing) belongs to its row.
  const cuts = [0, ...starts.slice(1)];
  const rows = cuts.map((from, at) => {
    const until = cuts[at + 1] ?? marks.length;
    const to = marks[until]?.ms ?? end;
    return rowOf(marks.slice(from, until), at + 1, marks[from]?.ms ?? 0, to, now !== null && until === marks.length);
  });
  const widest = Math.max(LEAST_SCALE, ...rows.map(({ width }) => width));
  // While it grows, the scale grows in steps, so that the picture does not creep.
  const scale = now === null ? widest : step(widest * 1.1);
  return { rows, scale, grid: gridOf(scale) };
}

/** Where a moment of a row is drawn, from 0 to 1. */
export function placeOf(row: Row, ms: number, scale: number): number {
  return Math.min(1, room(row.items, row.from, ms) / scale);
}

/** Everything that can be pointed at, in order. */
export function itemsOf({ rows }: Picture): readonly Item[] {
  return rows.flatMap(({ items }) => items);
}

/** What happens within a stage and does not end it. */
const WITHIN: ReadonlySet<Mark['kind']> = new Set<Mark['kind']>(['knock', 'probe', 'attempt']);

function rowOf(marks: readonly Mark[], attempt: number, from: number, to: number, live: boolean): Row {
  const items: Item[] = [];
  let packetAt: number | null = null;
  let openAt: number | null = null;
  let probes = 0;
  for (const [at, mark] of marks.entries()) {
    switch (mark.kind) {
      case 'stage': {
        const next = marks.slice(at + 1).find(({ kind }) => !WITHIN.has(kind));
        const until = next?.ms ?? to;
        items.push({ kind: 'span', stage: mark.stage, from: mark.ms, to: until, live: live && next === undefined });
        break;
      }
      case 'knock':
        items.push({ kind: 'knock', from: mark.ms, mark, since: packetAt === null ? null : mark.ms - packetAt });
        packetAt = mark.ms;
        break;
      case 'probe':
        probes += 1;
        items.push({
          kind: 'probe',
          from: mark.ms,
          index: probes,
          since: packetAt === null ? null : mark.ms - packetAt,
        });
        break;
      case 'open':
        items.push({ kind: 'open', from: mark.ms, since: packetAt === null ? null : mark.ms - packetAt });
        openAt = mark.ms;
        break;
      case 'end':
        if (openAt === null) items.push({ kind: 'end', from: mark.ms });
        else if (mark.ms > openAt)
          items.push({ kind: 'span', stage: 'greeting', from: openAt, to: mark.ms, live: false });
        break;
      case 'attempt':
        break;
    }
  }
  return { attempt, items, from, to, width: room(items, from, to) };
}

/** The room from `from` to `ms`, with what every long wait on the way is cut by taken off. */
function room(items: readonly Item[], from: number, ms: number): number {
  let width = ms - from;
  for (const item of items) {
    if (!isWait(item) || item.from >= ms) continue;
    const spent = Math.min(ms, item.to) - item.from;
    width -= spent - shortened(spent, item.to - item.from);
  }
  return Math.max(0, width);
}

/** How much of a cut wait has passed by the time that `spent` of `whole` has. */
function shortened(spent: number, whole: number): number {
  return whole <= LONGEST_WAIT ? spent : (spent / whole) * LONGEST_WAIT;
}

/** Whether it is time in which nothing is sent: it is drawn shorter than it was. */
export function isWait(item: Item): item is Extract<Item, { kind: 'span' }> {
  return item.kind === 'span' && (item.stage === 'waiting' || item.stage === 'queued');
}

/** The next of 1, 2, 3, 5, 8 with zeros behind it. */
function step(ms: number): number {
  const unit = 10 ** Math.floor(Math.log10(ms));
  return ([1, 2, 3, 5, 8].find((factor) => factor * unit >= ms) ?? 10) * unit;
}

/** Four to ten lines of a round number each. */
function gridOf(scale: number): number {
  const unit = 10 ** Math.floor(Math.log10(scale));
  return [0.1, 0.2, 0.5, 1].map((factor) => factor * unit).find((grid) => scale / grid <= 10) ?? unit;
}
