import type { RandomWords } from '../shared/model/random-sequence.ts';

/** The page's source of chance: the operating system's. */
export const randomWords: RandomWords = (words) => crypto.getRandomValues(words);
