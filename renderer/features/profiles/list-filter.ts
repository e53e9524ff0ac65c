import { useState } from 'react';
import type { ProfileSummary } from '../../../shared/model/profile.ts';

/** With this many the list is still seen at a glance; with more it can be searched. */
const AT_A_GLANCE = 7;

export interface ListFilter {
  readonly searchable: boolean;
  readonly query: string;
  readonly setQuery: (query: string) => void;
  /** Every tag there is, in the alphabet's order. */
  readonly tags: readonly string[];
  /** The one that is filtered by. */
  readonly tag: string | null;
  readonly setTag: (tag: string | null) => void;
  /** What is left of the list. */
  readonly shown: readonly ProfileSummary[];
}

/** Search and tag, together. A search that is no longer offered and a tag that is gone do not filter. */
export function useListFilter(profiles: readonly ProfileSummary[]): ListFilter {
  const [query, setQuery] = useState('');
  const [wantedTag, setTag] = useState<string | null>(null);
  const searchable = profiles.length > AT_A_GLANCE;
  const tags = allTags(profiles);
  const tag = tags.find((one) => wantedTag !== null && fold(one) === fold(wantedTag)) ?? null;
  const shown = profiles.filter(
    (profile) => (!searchable || matches(profile, query)) && (tag === null || isTagged(profile, tag)),
  );
  return { searchable, query, setQuery, tags, tag, setTag, shown };
}

/** Upper and lower case are alike in tags and searches. */
function fold(text: string): string {
  return text.toLocaleLowerCase();
}

function allTags(profiles: readonly ProfileSummary[]): readonly string[] {
  const byFolded = new Map(profiles.flatMap(({ tags }) => tags).map((tag) => [fold(tag), tag]));
  return [...byFolded.values()].sort((a, b) => a.localeCompare(b));
}

function matches({ name, host, tags }: ProfileSummary, query: string): boolean {
  return fold([name, host, ...tags].join('\n')).includes(fold(query.trim()));
}

function isTagged({ tags }: ProfileSummary, tag: string): boolean {
  return tags.some((one) => fold(one) === fold(tag));
}
