import type { ProfileSummary } from './profile.ts';
import type { RunState } from './run.ts';

/** More than this nobody reads: one more letter finds it. */
const MOST = 50;

/**
 * The servers that fit what was typed, the best first: every word of it has to be found in the name, the host, the user
 * or a tag; in the name also with letters left out (`wbs` finds `web server`). Nothing typed: the last used, then
 * favourites, then as the list has them.
 */
export function ranked(
  profiles: readonly ProfileSummary[],
  runs: readonly RunState[],
  query: string,
): readonly ProfileSummary[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const usedAt = new Map(runs.map((run) => [run.profileId, run.startedAt]));
  return profiles
    .map((profile) => ({ profile, score: scoreOf(profile, words), usedAt: usedAt.get(profile.id) ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) => b.score - a.score || b.usedAt - a.usedAt || Number(b.profile.favourite) - Number(a.profile.favourite),
    )
    .slice(0, MOST)
    .map(({ profile }) => profile);
}

/** 0: it does not fit. */
function scoreOf(profile: ProfileSummary, words: readonly string[]): number {
  const name = fold(profile.name);
  const others = [profile.host, profile.user, ...profile.tags].map(fold);
  let score = 1;
  for (const word of words) {
    const found = wordScore(name, others, word);
    if (found === 0) return 0;
    score += found;
  }
  return score;
}

function wordScore(name: string, others: readonly string[], word: string): number {
  if (name === word) return 7;
  if (name.startsWith(word)) return 6;
  if (startsWord(name, word)) return 5;
  if (name.includes(word)) return 4;
  if (others.some((other) => startsWord(other, word))) return 3;
  if (others.some((other) => other.includes(word))) return 2;
  return hasInOrder(name, word) ? 1 : 0;
}

function startsWord(text: string, word: string): boolean {
  return text.startsWith(word) || new RegExp(`[^\\p{L}\\p{N}]${escaped(word)}`, 'u').test(text);
}

function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Upper and lower case are alike, and so are letters with and without accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
