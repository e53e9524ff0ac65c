import { ratio, summarize } from './stats.ts';

/** One line of the table, its cells as text. `what` is its key: see {@link writeBetween}. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  readonly ratio: string;
  readonly target: string;
  /** What was counted and must not be so, as a sentence. Times are compared, never judged; counts are. */
  readonly wrong?: string;
}

const HEAD: Row = { what: 'what', ours: 'Toctoc', peer: 'beside', ratio: 'ratio', target: 'target' };
const RULE = '| --- | --- | --- | --- | --- |';
export const MARKERS = ['<!-- bench:begin -->', '<!-- bench:end -->'] as const;

/** `1.38 ms (1.21 to 1.90)`: the median, and the 5th to the 95th percentile. */
export function series(values: readonly number[], unit = 'ms', digits = 2): string {
  // What failed every time has no figure, and a table that says so is not mistaken for a good one.
  if (values.length === 0) return 'no valid measurement';
  const { median, p5, p95 } = summarize(values);
  return `${median.toFixed(digits)} ${unit} (${p5.toFixed(digits)} to ${p95.toFixed(digits)})`;
}

export interface Duel {
  readonly what: string;
  readonly ours: readonly number[];
  readonly peer: readonly number[];
  readonly peerName: string;
  readonly target: string;
  readonly digits?: number;
}

/** Two series of ms and their ratio as a row. */
export function duel({ what, ours, peer, peerName, target, digits = 2 }: Duel): Row {
  return {
    what,
    ours: series(ours, 'ms', digits),
    peer: `${peerName}: ${series(peer, 'ms', digits)}`,
    ratio: ours.length === 0 || peer.length === 0 ? '' : ratio(ours, peer).toFixed(2),
    target,
  };
}

/** The rows as a Markdown table. */
export function markdown(rows: readonly Row[]): string {
  const [head = '', ...body] = [HEAD, ...rows].map(line);
  return [head, RULE, ...body].join('\n');
}

/**
 * `text` with the table between its two markers brought up to date: a row with the same first cell is replaced where it
 * stands, a new one is added at the end, and those that were not measured this time stay. `null`: there are no markers.
 */
export function writeBetween(text: string, rows: readonly Row[]): string | null {
  const [open, close] = MARKERS;
  const from = text.indexOf(open);
  const to = text.indexOf(close);
  if (from < 0 || to < from) return null;
  const lines = new Map(
    text
      .slice(from + open.length, to)
      .split('\n')
      .filter((old) => old.startsWith('|') && old !== RULE && old !== line(HEAD))
      .map((old) => [keyOf(old), old]),
  );
  for (const row of rows) lines.set(keyOf(line(row)), line(row));
  const table = [line(HEAD), RULE, ...lines.values()].join('\n');
  return `${text.slice(0, from)}${open}\n\n${table}\n\n${text.slice(to)}`;
}

function line({ what, ours, peer, ratio: share, target }: Row): string {
  return `| ${[what, ours, peer, share, target].join(' | ')} |`;
}

function keyOf(tableLine: string): string {
  return tableLine.split(' | ')[0] ?? '';
}
