/** What a row of the table says about a series: the middle, and where nine tenths of it lie. */
export interface Summary {
  readonly count: number;
  readonly median: number;
  readonly p5: number;
  readonly p95: number;
}

/** The value below which the share `q` (0 to 1) of the values lies, drawn linearly between neighbours. NaN for none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export function summarize(values: readonly number[]): Summary {
  const at = (q: number) => quantile(values, q);
  return { count: values.length, median: at(0.5), p5: at(0.05), p95: at(0.95) };
}

/** The medians' ratio, ours to the peer's: below 1 is faster. */
export function ratio(ours: readonly number[], peer: readonly number[]): number {
  return quantile(ours, 0.5) / quantile(peer, 0.5);
}

/** From each value to the next. */
export function differences(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, index) => value - (values[index] ?? Number.NaN));
}

/** The keys that came more than once. */
export function repeated(keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return [...twice];
}

/**
 * What is wrong with these counts of runs, as a sentence, or `null`. Of few runs one may fail, whatever share is asked.
 *
 * @param share of the runs that must succeed (0 to 1)
 * @param accidents what must not happen at all
 */
export function wrongCount(failures: number, runs: number, share: number, accidents: number): string | null {
  const allowed = Math.max(1, Math.floor(runs * (1 - share) + 1e-9));
  if (failures > allowed) return `${failures} of ${runs} runs failed, more than ${allowed}`;
  return accidents > 0 ? `${accidents} doors were closed by accident` : null;
}
