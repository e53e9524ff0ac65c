import { useEffect, useMemo, useState } from 'react';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { useSettings } from '../settings/use-settings.ts';

/** With this many the list is still seen at a glance; with more it can be searched and sorted. */
const AT_A_GLANCE = 7;

export type ListOrder = Settings['listOrder'];

/** What the list shows, and in which order. */
export interface ListFilter {
  readonly searchable: boolean;
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly order: ListOrder;
  readonly setOrder: (order: ListOrder) => void;
  /** Every tag there is, in the alphabet's order. */
  readonly tags: readonly string[];
  /** The one that is filtered by. */
  readonly tag: string | null;
  readonly setTag: (tag: string | null) => void;
  /** What is left of the list, in its order. */
  readonly shown: readonly ProfileSummary[];
}

/** Search, tag and order, together. A search that is no longer offered and a tag that is gone do not filter. */
export function useListFilter(profiles: readonly ProfileSummary[]): ListFilter {
  const [query, setQuery] = useState('');
  const [wantedTag, setTag] = useState<string | null>(null);
  const { settings, change } = useSettings();
  const searchable = profiles.length > AT_A_GLANCE;
  const order = searchable ? settings.listOrder : 'added';
  // Ten thousand profiles are folded and sorted once, not at every key.
  const sorted = useMemo(() => inOrder(profiles, order), [profiles, order]);
  const texts = useSearchTexts(profiles);
  const tags = useMemo(() => allTags(profiles), [profiles]);
  const tag = tags.find((one) => wantedTag !== null && fold(one) === fold(wantedTag)) ?? null;
  const wanted = searchable ? fold(query.trim()) : '';
  const shown = useMemo(
    () =>
      wanted === '' && tag === null
        ? sorted
        : sorted.filter(
            (profile) => (texts().get(profile.id) ?? '').includes(wanted) && (tag === null || isTagged(profile, tag)),
          ),
    [sorted, texts, wanted, tag],
  );
  return {
    searchable,
    query,
    setQuery,
    order,
    setOrder: (listOrder) => change({ listOrder }),
    tags,
    tag,
    setTag,
    shown,
  };
}

/** What a search looks at, by profile: made once the list is drawn, or when a search comes first. */
function useSearchTexts(profiles: readonly ProfileSummary[]): () => ReadonlyMap<string, string> {
  const texts = useMemo(() => {
    let made: ReadonlyMap<string, string> | null = null;
    return () => {
      made ??= new Map(profiles.map((profile) => [profile.id, searchText(profile)]));
      return made;
    };
  }, [profiles]);
  useEffect(() => {
    const idle = requestIdleCallback(texts);
    return () => cancelIdleCallback(idle);
  }, [texts]);
  return texts;
}

/** Upper and lower case are alike in tags and searches. */
export function fold(text: string): string {
  return text.toLocaleLowerCase();
}

let collator: Intl.Collator | null = null;

/** The alphabet's order, 9 before 10. Not made before it is asked for: that takes some ms of the page's start. */
function compare(a: string, b: string): number {
  collator ??= new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return collator.compare(a, b);
}

function inOrder(profiles: readonly ProfileSummary[], order: ListOrder): readonly ProfileSummary[] {
  if (order === 'added') return profiles;
  return profiles.toSorted((a, b) => compare(a[order], b[order]) || compare(a.name, b.name));
}

function allTags(profiles: readonly ProfileSummary[]): readonly string[] {
  const spellings = new Set(profiles.flatMap(({ tags }) => tags));
  const byFolded = new Map([...spellings].map((tag) => [fold(tag), tag]));
  return [...byFolded.values()].sort(compare);
}

function searchText({ name, host, tags, notes }: ProfileSummary): string {
  return fold([name, host, ...tags, notes].join('\n'));
}

function isTagged({ tags }: ProfileSummary, tag: string): boolean {
  return tags.some((one) => fold(one) === fold(tag));
}
