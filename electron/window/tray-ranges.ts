import type { ProfileSummary } from '../../shared/model/profile.ts';
import { short } from '../../shared/text/short.ts';

/** An entry of a menu: a server, or a part of the alphabet with at least two. */
export type RangeEntry =
  | { readonly kind: 'one'; readonly profile: ProfileSummary }
  | {
      readonly kind: 'range';
      readonly first: string;
      readonly last: string;
      readonly profiles: readonly ProfileSummary[];
    };

const LABEL_LENGTH = 16;

/**
 * Servers as at most `most` entries: as they are while they are few, in the person's own order; else in the alphabet's,
 * split into ranges of about the same size. A range may have more than `most` servers and is then split again.
 */
export function inRanges(profiles: readonly ProfileSummary[], most: number): readonly RangeEntry[] {
  if (profiles.length <= most) return profiles.map((profile) => ({ kind: 'one', profile }));
  // Here and not above: the first one takes some ms of every start.
  const inOrder = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const sorted = profiles.toSorted((a, b) => inOrder.compare(a.name, b.name));
  const count = Math.min(most, Math.ceil(sorted.length / most));
  return Array.from({ length: count }, (_, at): RangeEntry => {
    const part = sorted.slice(share(at, count, sorted.length), share(at + 1, count, sorted.length));
    return { kind: 'range', first: labelOf(part[0]), last: labelOf(part.at(-1)), profiles: part };
  });
}

function share(part: number, of: number, total: number): number {
  return Math.round((part * total) / of);
}

function labelOf(profile: ProfileSummary | undefined): string {
  return short(profile?.name ?? '', LABEL_LENGTH);
}
